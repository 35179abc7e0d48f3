import type { Border, Fill, Font, Style } from 'exceljs';
import type { BorderLine, CellStyle } from '../../core/sheet/description';

/** What Excel takes for a font that names nothing; file and sheet need one to measure columns. */
export const DEFAULT_FONT = { name: 'Calibri', size: 11 };
/** GB 2312: lets a program without the named font fall back to another Chinese one. */
export const CHINESE_CHARSET = 134;

/** RRGGBB as the file format's opaque ARGB; throws on anything else. */
export function argb(colour: string): { argb: string } {
  if (!/^[0-9A-Fa-f]{6}$/.test(colour)) throw new Error(`a colour is RRGGBB, not “${colour}”`);
  return { argb: `FF${colour.toUpperCase()}` };
}

function solidFill(colour: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: argb(colour) };
}

/** All named styles at once: cells of one style share one object, so exceljs stores it once. */
export function cellStyles(
  styles: Readonly<Record<string, CellStyle>>,
): ReadonlyMap<string, Partial<Style>> {
  return new Map(Object.entries(styles).map(([name, style]) => [name, cellStyle(style)]));
}

function cellStyle(style: CellStyle): Partial<Style> {
  const alignment = {
    ...(style.horizontal && { horizontal: style.horizontal }),
    // an indent counts from a side, so it needs one
    ...(style.indent && !style.horizontal && { horizontal: 'left' as const }),
    ...(style.vertical && { vertical: style.vertical }),
    ...(style.wrap && { wrapText: true }),
    ...(style.shrink && { shrinkToFit: true }),
    ...(style.indent && { indent: style.indent }),
  };
  return {
    ...(style.font && { font: font(style.font) }),
    ...(style.fill !== undefined && { fill: solidFill(style.fill) }),
    ...(style.border && { border: border(style.border) }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(style.numberFormat !== undefined && { numFmt: style.numberFormat }),
    ...(style.unlocked && { protection: { locked: false } }),
  };
}

function font({ name, size, bold, italic, underline, colour }: NonNullable<CellStyle['font']>) {
  const face = name ?? DEFAULT_FONT.name;
  return {
    name: face,
    size: size ?? DEFAULT_FONT.size,
    ...(/\p{Script=Han}/u.test(face) && { charset: CHINESE_CHARSET }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(colour !== undefined && { color: argb(colour) }),
  } satisfies Partial<Font>;
}

function border(lines: NonNullable<CellStyle['border']>) {
  const color = argb(lines.colour ?? '000000');
  const edge = (style: BorderLine | undefined): Partial<Border> | undefined =>
    style && { style, color };
  const edges = {
    top: edge(lines.top),
    bottom: edge(lines.bottom),
    left: edge(lines.left),
    right: edge(lines.right),
  };
  return Object.fromEntries(Object.entries(edges).filter(([, line]) => line));
}
