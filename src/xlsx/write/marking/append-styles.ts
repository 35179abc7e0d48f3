import type { BorderLine, CellStyle } from '../../../core/sheet/description';
import { CHINESE_CHARSET, DEFAULT_FONT } from '../styles';
import { escapeXml } from '../text';
import { Unpatchable } from '../unpatchable';
import { append, setAttribute, splice, walkXml } from '../xml';
import type { ClosedElement, Splice } from '../xml';
import { placeInOrder, STYLES_ORDER } from './place-in-order';

export interface MarkColours {
  readonly fill: string;
  readonly fontColour: string;
}

export interface AppendedStyles {
  readonly xml: string;
  /** The number of each named style among the cell formats. */
  readonly cells: ReadonlyMap<string, number>;
  /** The number of each of the colours among the differential formats, in their order. */
  readonly differential: readonly number[];
}

/** The lists whose items other parts name by their place. */
const LISTS = ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
type ListName = (typeof LISTS)[number];

interface List {
  readonly element: ClosedElement;
  readonly count: number;
}

/** Adds styles behind those that a file has, which keep their numbers. */
export function appendStyles(
  xml: string,
  part: string,
  styles: Readonly<Record<string, CellStyle>>,
  colours: readonly MarkColours[],
): AppendedStyles {
  const lists = readLists(xml, part);
  const prefix = lists.get('cellXfs')?.element.prefix ?? '';
  const added: Record<ListName, string[]> = {
    fonts: [],
    fills: [],
    borders: [],
    cellXfs: [],
    dxfs: [],
  };
  /** Adds an item, unless the same was added, and gives its number. */
  const add = (list: ListName, item: string): number => {
    const known = added[list].indexOf(item);
    const before = lists.get(list)?.count ?? 0;
    return before + (known < 0 ? added[list].push(item) - 1 : known);
  };
  const cells = new Map(
    Object.entries(styles).map(([name, style]) => {
      const font = add('fonts', fontXml(style.font ?? {}));
      const fill = style.fill === undefined ? 0 : add('fills', fillXml(style.fill));
      const border = add('borders', borderXml(style.border ?? {}));
      return [name, add('cellXfs', formatXml(style, { font, fill, border }))];
    }),
  );
  const differential = colours.map((colour) => add('dxfs', differentialXml(colour)));
  const splices = LISTS.flatMap((name): Splice[] => {
    const items = added[name].map((item) => withPrefix(item, prefix)).join('');
    if (items === '') return [];
    const list = lists.get(name);
    if (list) return grow(xml, list, added[name].length, items);
    if (name !== 'dxfs') throw new Unpatchable(`${part} has no ${name}`);
    const { at } = placeInOrder(xml, part, STYLES_ORDER, name);
    const count = added[name].length;
    const text = `<${prefix}dxfs count="${count}">${items}</${prefix}dxfs>`;
    return [{ from: at, to: at, text }];
  });
  return { xml: splice(xml, splices), cells, differential };
}

function readLists(xml: string, part: string): ReadonlyMap<ListName, List> {
  const lists = new Map<ListName, List>();
  const counts = new Map<number, number>();
  walkXml(xml, part, {
    open(_, parent) {
      if (parent) counts.set(parent.start, (counts.get(parent.start) ?? 0) + 1);
    },
    close(element, parent) {
      const name = LISTS.find((list) => list === element.name);
      if (parent?.name === 'styleSheet' && name)
        lists.set(name, { element, count: counts.get(element.start) ?? 0 });
    },
  });
  return lists;
}

/** The count is a hint for the reader; where it stands, it has to be right. */
function grow(xml: string, { element, count }: List, more: number, items: string): Splice[] {
  const content = append(xml, element, items);
  if (element.attributes.count === undefined) return [content];
  return [setAttribute(xml, element, 'count', String(count + more)), content];
}

function fontXml({ name, size, bold, italic, underline, colour }: NonNullable<CellStyle['font']>) {
  const face = name ?? DEFAULT_FONT.name;
  return [
    '<font>',
    bold ? '<b/>' : '',
    italic ? '<i/>' : '',
    underline ? '<u/>' : '',
    `<sz val="${size ?? DEFAULT_FONT.size}"/>`,
    colour === undefined ? '' : `<color rgb="FF${colour}"/>`,
    `<name val="${escapeXml(face)}"/>`,
    /\p{Script=Han}/u.test(face) ? `<charset val="${CHINESE_CHARSET}"/>` : '',
    '</font>',
  ].join('');
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml({ colour = '000000', ...lines }: NonNullable<CellStyle['border']>): string {
  const edge = (name: string, line: BorderLine | undefined) =>
    line === undefined
      ? `<${name}/>`
      : `<${name} style="${line}"><color rgb="FF${colour}"/></${name}>`;
  const { left, right, top, bottom } = lines;
  return `<border>${edge('left', left)}${edge('right', right)}${edge('top', top)}${edge('bottom', bottom)}<diagonal/></border>`;
}

interface Parts {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

function formatXml(style: CellStyle, { font, fill, border }: Parts): string {
  const { horizontal, vertical, wrap, shrink, indent, unlocked } = style;
  const alignment = [
    horizontal ? ` horizontal="${horizontal}"` : '',
    vertical ? ` vertical="${vertical === 'middle' ? 'center' : vertical}"` : '',
    wrap ? ' wrapText="1"' : '',
    indent === undefined ? '' : ` indent="${indent}"`,
    shrink ? ' shrinkToFit="1"' : '',
  ].join('');
  const content = [
    alignment === '' ? '' : `<alignment${alignment}/>`,
    unlocked ? '<protection locked="0"/>' : '',
  ].join('');
  const attributes = `numFmtId="${formatNumber(style.numberFormat)}" fontId="${font}" fillId="${fill}" borderId="${border}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"`;
  return content === '' ? `<xf ${attributes}/>` : `<xf ${attributes}>${content}</xf>`;
}

/** The numbers of the formats that every program knows (ECMA-376 part 1, 18.8.30); a sheet to be added uses no other. */
function formatNumber(format = 'General'): number {
  const known: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '@': 49 };
  const number = known[format];
  if (number === undefined) throw new Error(`${format} is no built-in number format`);
  return number;
}

function differentialXml({ fill, fontColour }: MarkColours): string {
  const edge = (name: string) => `<${name} style="thin"><color rgb="FF${fontColour}"/></${name}>`;
  const edges = ['left', 'right', 'top', 'bottom'].map(edge).join('');
  return `<dxf><font><b/><color rgb="FF${fontColour}"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill></fill><border>${edges}</border></dxf>`;
}

/** Elements without a prefix, written as the part writes its own. */
function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
}
