import { formatAddress } from '../../core/sheet/address';
import type { SheetDescription } from '../../core/sheet/description';
import { escapeXml } from './text';

/** Excel opens a sheet with more links only after repairing it. */
const MOST_LINKS = 65_530;

/** exceljs makes of a link inside the workbook one to an outside file, and only from text cells. */
export function linksXml(sheet: SheetDescription): string {
  const links = sheet.cells
    .filter((cell) => cell.link !== undefined)
    .slice(0, MOST_LINKS)
    .map(({ row, column, link }) => {
      return `<hyperlink ref="${formatAddress(row, column)}" location="${escapeXml(link!)}"/>`;
    });
  return links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '';
}
