import { Unpatchable } from '../unpatchable';
import { walkXml } from '../xml';

/** Children of a worksheet in the order that the format prescribes (ECMA-376 part 1, 18.3.1.99). */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  // Excel wraps the two before in it
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

/** Children of a workbook, likewise (18.2.27). */
export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
] as const;

/** Children of a style sheet, likewise (18.8.39). */
export const STYLES_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;

/** Where a new child of a part's root belongs, and the prefix that the part writes its elements with. */
export interface PlaceInOrder {
  readonly at: number;
  readonly prefix: string;
}

/** Finds the place before the first child that has to follow; throws Unpatchable on a part without content. */
export function placeInOrder(
  xml: string,
  part: string,
  order: readonly string[],
  name: string,
): PlaceInOrder {
  const rank = order.indexOf(name);
  let at: number | undefined;
  let end: number | undefined;
  let prefix = '';
  let root: number | undefined;
  walkXml(xml, part, {
    open(element, parent) {
      if (!parent) {
        prefix = element.prefix;
        root = element.start;
      } else if (parent.start === root && order.indexOf(element.name) > rank) at ??= element.start;
    },
    close(element, parent) {
      if (!parent && !element.isSelfClosing) end = element.innerEnd;
    },
  });
  if (end === undefined) throw new Unpatchable(`${part} is empty`);
  return { at: at ?? end, prefix };
}
