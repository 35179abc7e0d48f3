import { strFromU8, strToU8 } from 'fflate';
import type { SheetDescription } from '../../../core/sheet/description';
import { partText, relationshipsPath } from '../open-package';
import type { Parts } from '../package';
import { splice, walkXml } from '../xml';
import { chartXml } from './chart-xml';
import { drawingXml } from './drawing-xml';
import { element, NAMESPACES, XML_HEAD } from './element';

const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;
/** The elements of a worksheet that stand after its drawing (ECMA-376 part 1, 18.3.1.99). */
const AFTER_DRAWING = [
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** Adds the sheets' charts to a package that was written without them; the n-th sheet is sheetn.xml. */
export function addCharts(parts: Parts, sheets: readonly SheetDescription[]): void {
  const added: { readonly path: string; readonly type: keyof typeof CONTENT_TYPES }[] = [];
  let drawings = 0;
  let charts = 0;
  const add = (path: string, type: keyof typeof CONTENT_TYPES, xml: string) => {
    parts[path] = strToU8(xml);
    added.push({ path, type });
  };
  sheets.forEach((sheet, index) => {
    if (!sheet.charts?.length) return;
    const drawing = `xl/drawings/drawing${++drawings}.xml`;
    const targets = sheet.charts.map((chart) => {
      const path = `xl/charts/chart${++charts}.xml`;
      add(path, 'chart', chartXml(chart));
      return path;
    });
    add(drawing, 'drawing', drawingXml(sheet.charts));
    parts[relationshipsPath(drawing)] = relationships(
      targets.map((target) => ['chart', `/${target}`]),
    );
    linkDrawing(parts, `xl/worksheets/sheet${index + 1}.xml`, drawing);
  });
  if (added.length > 0) declare(parts, added);
}

/** The sheet names its drawing; what exceljs writes for a description has no relationships of its own. */
function linkDrawing(parts: Parts, sheet: string, drawing: string): void {
  const from = relationshipsPath(sheet);
  if (parts[from]) throw new Error(`${sheet} has relationships already`);
  parts[from] = relationships([['drawing', `/${drawing}`]]);
  const xml = partText(parts, sheet);
  const at = drawingPlace(xml, sheet);
  parts[sheet] = strToU8(splice(xml, [{ from: at, to: at, text: '<drawing r:id="rId1"/>' }]));
}

/** Before the first element that may only follow a drawing, else at the sheet's end. */
function drawingPlace(xml: string, part: string): number {
  let place: number | undefined;
  let end = xml.length;
  walkXml(xml, part, {
    open({ name, start }, parent) {
      if (parent?.name === 'worksheet' && AFTER_DRAWING.includes(name)) place ??= start;
    },
    close({ name, innerEnd }) {
      if (name === 'worksheet') end = innerEnd;
    },
  });
  return place ?? end;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]) {
  const list = targets.map(([type, target], index) =>
    element('Relationship', {
      Id: `rId${index + 1}`,
      Type: `${NAMESPACES.r}/${type}`,
      Target: target,
    }),
  );
  return strToU8(XML_HEAD + element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }, ...list));
}

function declare(
  parts: Parts,
  added: readonly { readonly path: string; readonly type: keyof typeof CONTENT_TYPES }[],
): void {
  const path = '[Content_Types].xml';
  const overrides = added.map(({ path: part, type }) =>
    element('Override', { PartName: `/${part}`, ContentType: CONTENT_TYPES[type] }),
  );
  const xml = strFromU8(parts[path]!);
  parts[path] = strToU8(xml.replace('</Types>', `${overrides.join('')}</Types>`));
}
