import { strToU8 } from 'fflate';
import { placeInOrder, WORKSHEET_ORDER } from '../marking/place-in-order';
import { partText, type OpenPackage } from '../open-package';
import { Unpatchable } from '../unpatchable';
import { append, setAttribute, splice, walkXml } from '../xml';
import type { ClosedElement, Element, Splice } from '../xml';

/**
 * Locks every cell of these sheets and protects those that are not protected yet, without a password:
 * it keeps from accident, not from intent. A sheet's own protection stays as it is.
 * Throws Unpatchable where a sheet or the styles are missing.
 */
export function lockCells(opened: OpenPackage, sheets: readonly string[]): void {
  const stylesPath = opened.relationships.find(({ type }) => type === 'styles')?.target;
  if (stylesPath === undefined) throw new Unpatchable('the workbook has no styles');
  const formats = new LockedFormats(partText(opened.parts, stylesPath), stylesPath);
  for (const sheet of sheets) {
    const path = opened.sheets.get(sheet);
    if (path === undefined) throw new Unpatchable(`the workbook has no sheet “${sheet}”`);
    opened.parts[path] = strToU8(lockSheet(partText(opened.parts, path), path, formats));
  }
  opened.parts[stylesPath] = strToU8(formats.result());
}

/** Where a sheet names cell formats: cells and rows by s, columns by style. */
const FORMAT_ATTRIBUTES: Readonly<Record<string, string>> = { c: 's', row: 's', col: 'style' };

function lockSheet(xml: string, part: string, formats: LockedFormats): string {
  const splices: Splice[] = [];
  let protection: Element | undefined;
  let prefix = '';
  walkXml(xml, part, {
    open(element, parent) {
      if (!parent) prefix = element.prefix;
      if (element.name === 'sheetProtection') protection = element;
      const attribute = FORMAT_ATTRIBUTES[element.name];
      if (attribute === undefined) return;
      const format = Number(element.attributes[attribute] ?? '0');
      const locked = formats.lockedLike(format);
      if (locked !== format) splices.push(setAttribute(xml, element, attribute, String(locked)));
    },
  });
  if (!protection) {
    const { at } = placeInOrder(xml, part, WORKSHEET_ORDER, 'sheetProtection');
    const text = `<${prefix}sheetProtection sheet="1" objects="1" scenarios="1"/>`;
    splices.push({ from: at, to: at, text });
  } else if (!/^(?:1|true)$/.test(protection.attributes.sheet ?? ''))
    splices.push(setAttribute(xml, protection, 'sheet', '1'));
  return splice(xml, splices);
}

/** The cell formats of a style sheet, and a locked one for each that is not. */
class LockedFormats {
  private readonly formats: string[] = [];
  private readonly isUnlocked: boolean[] = [];
  private list: ClosedElement | undefined;
  private readonly added = new Map<number, number>();
  private readonly texts: string[] = [];

  constructor(
    private readonly xml: string,
    part: string,
  ) {
    let isOpen = false;
    walkXml(xml, part, {
      open: ({ name, attributes }) => {
        if (name === 'cellXfs') isOpen = true;
        if (isOpen && name === 'protection' && /^(?:0|false)$/.test(attributes.locked ?? ''))
          this.isUnlocked[this.formats.length] = true;
      },
      close: (element, parent) => {
        if (element.name === 'xf' && parent?.name === 'cellXfs')
          this.formats.push(xml.slice(element.start, element.end));
        if (element.name !== 'cellXfs') return;
        isOpen = false;
        this.list = element;
      },
    });
  }

  /** The number of the format that looks like this one and is locked; itself where it is. */
  lockedLike(format: number): number {
    if (!this.isUnlocked[format]) return format;
    const known = this.added.get(format);
    if (known !== undefined) return known;
    const number = this.formats.length + this.texts.length;
    const text = this.formats[format]!;
    this.texts.push(
      text.replace(
        /(<(?:\w+:)?protection\b[^>]*?\blocked\s*=\s*["'])\w+/,
        (_, before: string) => `${before}1`,
      ),
    );
    this.added.set(format, number);
    return number;
  }

  result(): string {
    const { list, xml } = this;
    if (!list || this.texts.length === 0) return xml;
    const count = String(this.formats.length + this.texts.length);
    return splice(xml, [
      ...(list.attributes.count === undefined ? [] : [setAttribute(xml, list, 'count', count)]),
      append(xml, list, this.texts.join('')),
    ]);
  }
}
