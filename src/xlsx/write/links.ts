import { formatAddress } from '../../core/sheet/address';
import type { SheetDescription } from '../../core/sheet/description';
import { escapeXml } from './text';

/** Excel opens a sheet with more links only after repairing it. */
const MOST_LINKS = 65_530;

/** The links of a sheet, the first ones where there are too many. */
export class Links {
  private readonly elements: string[] = [];

  add(row: number, column: number, link: string | undefined): void {
    if (link === undefined || this.elements.length >= MOST_LINKS) return;
    const place = formatAddress(row, column);
    this.elements.push(`<hyperlink ref="${place}" location="${escapeXml(link)}"/>`);
  }

  xml(): string {
    return this.elements.length > 0 ? `<hyperlinks>${this.elements.join('')}</hyperlinks>` : '';
  }
}

/** exceljs makes of a link inside the workbook one to an outside file, and only from text cells. */
export function linksXml({ cells }: SheetDescription): string {
  const links = new Links();
  for (const { row, column, link } of cells) links.add(row, column, link);
  return links.xml();
}
