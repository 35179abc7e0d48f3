import type { CellDescription, SheetDescription } from '../../../core/sheet/description';
import { formatAddress, formatRange } from '../../../core/sheet/address';
import { cellXml } from '../cell-xml';
import { escapeXml } from '../text';
import { OFFICE_RELATIONSHIPS, SPREADSHEET } from './package-editor';

/**
 * The part of a sheet of texts, numbers and links, for a package that exceljs may not touch.
 * Throws on what such a sheet does not have: formulas, validations, rules of colour, protection.
 * @param styles the number of each named style in the package
 */
export function sheetPart(sheet: SheetDescription, styles: ReadonlyMap<string, number>): string {
  const isPlain =
    sheet.validations.length === 0 &&
    sheet.conditionalFormats.length === 0 &&
    !sheet.protection &&
    sheet.cells.every(({ formula }) => formula === undefined);
  if (!isPlain) throw new Error(`the sheet ${sheet.name} holds more than texts and links`);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONSHIPS}">`,
    propertiesXml(sheet),
    dimensionXml(sheet),
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    `<sheetData>${rowsXml(sheet, styles)}</sheetData>`,
    mergesXml(sheet),
    linksXml(sheet),
    printXml(sheet),
    '</worksheet>',
  ].join('');
}

function propertiesXml({ tabColour, print }: SheetDescription): string {
  const tab = tabColour === undefined ? '' : `<tabColor rgb="FF${tabColour}"/>`;
  const fit = print ? '<pageSetUpPr fitToPage="1"/>' : '';
  return tab + fit === '' ? '' : `<sheetPr>${tab}${fit}</sheetPr>`;
}

function dimensionXml({ cells }: SheetDescription): string {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  if (cells.length === 0) return '';
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  return `<dimension ref="${formatRange(top, left, bottom, right)}"/>`;
}

function viewXml({ showGridLines, freeze, zoom }: SheetDescription): string {
  const lines = showGridLines ? '' : ' showGridLines="0"';
  const scale = zoom === undefined ? '' : ` zoomScale="${zoom}"`;
  const { rows = 0, columns = 0 } = freeze ?? {};
  const across = columns > 0 ? ` xSplit="${columns}"` : '';
  const down = rows > 0 ? ` ySplit="${rows}"` : '';
  const where = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const pane =
    across + down === ''
      ? ''
      : `<pane${across}${down} topLeftCell="${formatAddress(rows + 1, columns + 1)}" activePane="${where}" state="frozen"/>`;
  return `<sheetViews><sheetView${lines} tabSelected="1"${scale} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columnsXml({ columns }: SheetDescription): string {
  const items = columns.map(({ width, hidden }, index) => {
    const number = index + 1;
    const isHidden = hidden ? ' hidden="1"' : '';
    return `<col min="${number}" max="${number}" width="${width}"${isHidden} customWidth="1"/>`;
  });
  return items.length === 0 ? '' : `<cols>${items.join('')}</cols>`;
}

function rowsXml({ cells, rows }: SheetDescription, styles: ReadonlyMap<string, number>): string {
  const byRow = new Map<number, CellDescription[]>();
  for (const number of rows.keys()) byRow.set(number, []);
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  return [...byRow]
    .sort(([left], [right]) => left - right)
    .map(([number, content]) => {
      const { height, hidden } = rows.get(number) ?? {};
      const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
      const written = content.map(({ column, value, style }) => {
        const format = styles.get(style);
        if (format === undefined) throw new Error(`no style ${style}`);
        return cellXml('', number, column, value, String(format));
      });
      return `<row r="${number}"${high}${hidden ? ' hidden="1"' : ''}>${written.join('')}</row>`;
    })
    .join('');
}

function mergesXml({ merges }: SheetDescription): string {
  if (merges.length === 0) return '';
  const items = merges.map((range) => `<mergeCell ref="${range}"/>`);
  return `<mergeCells count="${merges.length}">${items.join('')}</mergeCells>`;
}

function linksXml({ cells }: SheetDescription): string {
  const items = cells.flatMap(({ row, column, link }) =>
    link === undefined
      ? []
      : [`<hyperlink ref="${formatAddress(row, column)}" location="${escapeXml(link)}"/>`],
  );
  return items.length === 0 ? '' : `<hyperlinks>${items.join('')}</hyperlinks>`;
}

const PAPER = { A4: 9, A3: 8 } as const;

function printXml({ print }: SheetDescription): string {
  if (!print) return '';
  const { top, bottom, left, right } = print.margins ?? {
    ...{ top: 0.75, bottom: 0.75, left: 0.7, right: 0.7 },
  };
  const header = print.header === undefined ? '' : escapeXml(print.header);
  const footer = print.footer === undefined ? '' : escapeXml(print.footer);
  return [
    print.centred ? '<printOptions horizontalCentered="1"/>' : '',
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="${PAPER[print.paper]}" orientation="${print.landscape ? 'landscape' : 'portrait'}" fitToWidth="${print.fitToWidth}" fitToHeight="0"/>`,
    header + footer === ''
      ? ''
      : `<headerFooter>${header === '' ? '' : `<oddHeader>${header}</oddHeader>`}${footer === '' ? '' : `<oddFooter>${footer}</oddFooter>`}</headerFooter>`,
  ].join('');
}
