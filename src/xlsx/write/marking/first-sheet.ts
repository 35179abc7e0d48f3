import { quotedSheet } from '../ranges';
import { escapeXml } from '../text';
import { Unpatchable } from '../unpatchable';
import { setAttribute, splice, walkXml } from '../xml';
import type { ClosedElement, Splice } from '../xml';
import { markingMessages } from './messages';
import { OFFICE_RELATIONSHIPS, SPREADSHEET, type PackageEditor } from './package-editor';
import { placeInOrder, WORKBOOK_ORDER } from './place-in-order';

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const PRINT_TITLES = '_xlnm.Print_Titles';

export interface FirstSheet {
  readonly name: string;
  /** The whole part. */
  readonly xml: string;
  /** Rows that every printed page repeats. */
  readonly titleRows: { readonly from: number; readonly to: number } | undefined;
  /** The sheet of an earlier time that it takes the place of; null where there is none. */
  readonly replaces: string | null;
}

/** What the workbook's part says of its sheets. */
interface WorkbookOutline {
  readonly sheets: readonly ClosedElement[];
  /** The start of the first sheet's element. */
  readonly first: number;
  readonly views: readonly ClosedElement[];
  readonly names: readonly ClosedElement[];
  readonly namesEnd: number | null;
}

/** Puts a sheet before all others and shows it on opening; the names of the others stay with them. */
export function putFirst(editor: PackageEditor, first: FirstSheet): void {
  const { workbookPath, sheets } = editor.opened;
  const xml = editor.text(workbookPath);
  const outline = readOutline(xml, workbookPath);
  const oldPath = first.replaces === null ? undefined : sheets.get(first.replaces);
  const found = outline.sheets.findIndex(({ attributes }) => attributes.name === first.replaces);
  const old = oldPath === undefined ? -1 : found;
  const element =
    old < 0 ? newSheet(editor, first, outline) : shownSheet(xml, outline.sheets[old]!);
  const moved = outline.sheets.flatMap(({ start, end }, index): Splice[] =>
    index === old ? [{ from: start, to: end, text: '' }] : [],
  );
  if (oldPath !== undefined) {
    editor.dropRelationships(oldPath);
    editor.put(oldPath, first.xml);
  }
  /** Where the sheet at this place, counted from 0, stands from now on. */
  const placeOf = (index: number): number => (old >= 0 && index > old ? index : index + 1);
  const names = outline.names.flatMap((name): Splice[] => {
    const { localSheetId } = name.attributes;
    if (localSheetId === undefined) return [];
    const index = Number(localSheetId);
    return index === old
      ? [{ from: name.start, to: name.end, text: '' }]
      : [setAttribute(xml, name, 'localSheetId', String(placeOf(index)))];
  });
  const views = outline.views.flatMap((view): Splice[] =>
    ['activeTab', 'firstSheet'].flatMap((name) =>
      view.attributes[name] === undefined ? [] : [setAttribute(xml, view, name, '0')],
    ),
  );
  editor.put(
    workbookPath,
    splice(xml, [
      { from: outline.first, to: outline.first, text: element },
      ...moved,
      ...views,
      ...names,
      ...printTitles(xml, workbookPath, first, outline),
    ]),
  );
  // charts on sheets of their own can be selected too
  for (const { type, target } of editor.opened.relationships)
    if (type.endsWith('sheet') && target !== oldPath && editor.has(target))
      unselect(editor, target);
}

/** The element of the earlier slip, should somebody have hidden it. */
function shownSheet(xml: string, sheet: ClosedElement): string {
  const element = xml.slice(sheet.start, sheet.end);
  return sheet.attributes.state === undefined
    ? element
    : element.replace(/\sstate\s*=\s*(?:"[^"]*"|'[^']*')/, '');
}

function newSheet(editor: PackageEditor, { name, xml }: FirstSheet, outline: WorkbookOutline) {
  const path = editor.freePath((number) => `${editor.folder}worksheets/sheet${number}.xml`);
  editor.put(path, xml);
  editor.addContentType(path, WORKSHEET_TYPE);
  const id = editor.addRelationship(editor.opened.workbookPath, 'worksheet', path);
  const model = outline.sheets[0]!;
  const numbers = outline.sheets.map(({ attributes }) => Number(attributes.sheetId));
  const number = Math.max(0, ...numbers) + 1;
  if (!Number.isInteger(number)) throw new Unpatchable('the sheets have no numbers');
  // declared here, since some programs declare the prefix on each of the sheets and not above them
  return `<${model.prefix}sheet xmlns:r="${OFFICE_RELATIONSHIPS}" name="${escapeXml(name)}" sheetId="${number}" r:id="${id}"/>`;
}

function readOutline(xml: string, part: string): WorkbookOutline {
  const sheets: ClosedElement[] = [];
  const views: ClosedElement[] = [];
  const names: ClosedElement[] = [];
  let namesEnd: number | null = null;
  walkXml(xml, part, {
    open({ prefix, attributes }, parent) {
      if (parent) return;
      const namespace = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`];
      if (namespace !== SPREADSHEET)
        throw new Unpatchable(
          `${part} is in ${namespace ?? 'no namespace'}`,
          markingMessages.strict,
        );
    },
    close(element, parent) {
      if (element.name === 'sheet' && parent?.name === 'sheets') sheets.push(element);
      if (element.name === 'workbookView' && parent?.name === 'bookViews') views.push(element);
      if (element.name === 'definedName' && parent?.name === 'definedNames') names.push(element);
      if (element.name === 'definedNames' && !element.isSelfClosing) namesEnd = element.innerEnd;
    },
  });
  const first = sheets[0];
  if (!first) throw new Unpatchable(`${part} lists no sheets`);
  return { sheets, first: first.start, views, names, namesEnd };
}

function printTitles(
  xml: string,
  part: string,
  { name, titleRows }: FirstSheet,
  { namesEnd }: WorkbookOutline,
): Splice[] {
  if (!titleRows) return [];
  const { at, prefix } =
    namesEnd === null
      ? placeInOrder(xml, part, WORKBOOK_ORDER, 'definedNames')
      : { at: namesEnd, prefix: placeInOrder(xml, part, WORKBOOK_ORDER, 'extLst').prefix };
  const place = escapeXml(`${quotedSheet(name)}!$${titleRows.from}:$${titleRows.to}`);
  const element = `<${prefix}definedName name="${PRINT_TITLES}" localSheetId="0">${place}</${prefix}definedName>`;
  const list = `${prefix}definedNames`;
  return [
    { from: at, to: at, text: namesEnd === null ? `<${list}>${element}</${list}>` : element },
  ];
}

/** Sheets that are selected together take what is typed into one of them. */
function unselect(editor: PackageEditor, path: string): void {
  const xml = editor.text(path);
  const splices: Splice[] = [];
  walkXml(xml, path, {
    open(element, parent) {
      if (element.name === 'sheetView' && parent?.name === 'sheetViews')
        if (element.attributes.tabSelected !== undefined)
          splices.push(setAttribute(xml, element, 'tabSelected', null));
    },
  });
  if (splices.length > 0) editor.put(path, splice(xml, splices));
}
