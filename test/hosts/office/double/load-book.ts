import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { parseAddress } from '../../../../src/core/sheet/address';
import { gridPlace, type SheetGrid, type WorkbookGrid } from '../../../../src/core/sheet/grid';
import { readWorkbook } from '../../../../src/xlsx/read/read-workbook';
import { areaOf } from './addresses';
import { LiveBook, type LiveSheet, type ProtectionOptions } from './book';

/** Formats with a fixed number, as Range.numberFormat spells them: in English, whatever the locale. */
const FIXED_FORMATS: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  31: 'yyyy"年"m"月"d"日"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  49: '@',
};

/** Attributes of sheetProtection that forbid where they are 1, and what they are called as options. */
const OPTIONS: readonly (readonly [attribute: string, option: string, isForbidden: boolean])[] = [
  ['autoFilter', 'allowAutoFilter', true],
  ['deleteColumns', 'allowDeleteColumns', true],
  ['deleteRows', 'allowDeleteRows', true],
  ['objects', 'allowEditObjects', false],
  ['scenarios', 'allowEditScenarios', false],
  ['formatCells', 'allowFormatCells', true],
  ['formatColumns', 'allowFormatColumns', true],
  ['formatRows', 'allowFormatRows', true],
  ['insertColumns', 'allowInsertColumns', true],
  ['insertHyperlinks', 'allowInsertHyperlinks', true],
  ['insertRows', 'allowInsertRows', true],
  ['pivotTables', 'allowPivotTables', true],
  ['sort', 'allowSort', true],
];

interface CellFormat {
  readonly format: string;
  readonly isLocked: boolean;
}

/**
 * A workbook as Excel holds it after opening these bytes. What the product's own reader does not
 * tell (locked cells, protection options, formats of blank cells) is read here, in its own way.
 */
export function loadBook(bytes: Uint8Array, name: string): LiveBook {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(`Excel could not open the file: ${read.message.en}`);
  const files = unzipSync(bytes);
  const formats = readFormats(textOf(files, 'xl/styles.xml') ?? '');
  const parts = sheetParts(files);
  const book = new LiveBook(name);
  for (const grid of read.grid.sheets) {
    const sheet = book.add(grid.name, grid.state);
    fillSheet(sheet, grid, read.grid);
    const part = parts.get(grid.name);
    if (part !== undefined) addLooks(sheet, textOf(files, part) ?? '', formats);
  }
  book.names = read.grid.definedNames
    .filter((one) => !one.name.startsWith('_xlnm.'))
    .map((one) => ({ name: one.name, formula: `=${one.reference}` }));
  book.active = book.sheets.find(({ state }) => state === 'visible')?.name ?? '';
  return book;
}

function fillSheet(sheet: LiveSheet, grid: SheetGrid, { externalLinks }: WorkbookGrid): void {
  for (const [key, { type, value, formula, numberFormat }] of grid.cells) {
    const { row, column } = gridPlace(key);
    Object.assign(sheet.cell(row - 1, column - 1), {
      value,
      isError: type === 'error',
      formula: formula === undefined ? null : withLinks(formula, externalLinks),
      format: numberFormat ?? 'General',
    });
  }
  for (const row of grid.hiddenRows) sheet.hiddenRows.add(row - 1);
  for (const column of grid.hiddenColumns) sheet.hiddenColumns.add(column - 1);
  sheet.merges = grid.merges.map((range) => areaOf(range)!);
}

/** A file numbers the workbooks that it links to; Excel shows their names. */
function withLinks(formula: string, links: readonly string[]): string {
  return formula.replace(
    /('?)\[(\d+)\]([^'!]+)'?!/g,
    (whole, _quote, index: string, sheet: string) => {
      const link = links[Number(index) - 1];
      if (link === undefined) return whole;
      const file = decodeURI(link).replace(/^file:\/\/\//, '');
      const slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
      return `'${file.slice(0, slash)}[${file.slice(slash)}]${sheet}'!`;
    },
  );
}

function addLooks(sheet: LiveSheet, xml: string, formats: readonly CellFormat[]): void {
  parse(xml, (name, attributes) => {
    if (name === 'c') {
      const place = parseAddress(attributes.r ?? '');
      const look = formats[Number(attributes.s ?? 0)];
      if (place && look) Object.assign(sheet.cell(place.row - 1, place.column - 1), look);
    } else if (name === 'sheetProtection' && isOn(attributes.sheet))
      sheet.protection = {
        options: optionsOf(attributes),
        password: attributes.password ?? attributes.hashValue ?? null,
      };
  });
}

function optionsOf(attributes: Readonly<Record<string, string>>): ProtectionOptions {
  const allowed = OPTIONS.map(([attribute, option, isForbidden]) => {
    const stored = attributes[attribute];
    return [option, !(stored === undefined ? isForbidden : isOn(stored))];
  });
  const selectionMode = isOn(attributes.selectLockedCells)
    ? isOn(attributes.selectUnlockedCells)
      ? 'None'
      : 'Unlocked'
    : 'Normal';
  return { ...(Object.fromEntries(allowed) as Record<string, boolean>), selectionMode };
}

function isOn(stored: string | undefined): boolean {
  return stored === '1' || stored === 'true';
}

function readFormats(xml: string): CellFormat[] {
  const codes: Record<string, string> = { ...FIXED_FORMATS };
  const formats: { id: string; isLocked: boolean }[] = [];
  let list = '';
  parse(xml, (name, attributes) => {
    if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') list = name;
    else if (name === 'numFmt' && list !== 'dxfs')
      codes[attributes.numFmtId ?? ''] = attributes.formatCode ?? 'General';
    else if (name === 'xf' && list === 'cellXfs')
      formats.push({ id: attributes.numFmtId ?? '0', isLocked: true });
    else if (name === 'protection' && list === 'cellXfs' && attributes.locked !== undefined)
      formats.at(-1)!.isLocked = isOn(attributes.locked);
  });
  return formats.map(({ id, isLocked }) => ({ format: codes[id] ?? 'General', isLocked }));
}

/** Where each sheet is stored, by its name. */
function sheetParts(files: Readonly<Record<string, Uint8Array>>): Map<string, string> {
  const targets = new Map<string, string>();
  parse(textOf(files, 'xl/_rels/workbook.xml.rels') ?? '', (name, { Id, Target = '' }) => {
    if (name === 'Relationship')
      targets.set(Id ?? '', Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  const parts = new Map<string, string>();
  parse(textOf(files, 'xl/workbook.xml') ?? '', (name, attributes) => {
    const part = targets.get(attributes['r:id'] ?? '');
    if (name === 'sheet' && part !== undefined) parts.set(attributes.name ?? '', part);
  });
  return parts;
}

function textOf(files: Readonly<Record<string, Uint8Array>>, name: string): string | null {
  const bytes = files[name];
  return bytes ? new TextDecoder().decode(bytes) : null;
}

/** Calls back for each element, by its name without a prefix. */
function parse(
  xml: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open(name.slice(name.indexOf(':') + 1), attributes);
  });
  parser.write(xml.replace(/^\ufeff/, '')).close();
}
