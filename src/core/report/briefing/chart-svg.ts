import { textWidth } from '../../sheet/text-size';
import type { Chart } from './briefing';
import { escapeMarkup } from './markup';

/** Of the drawing, in its own units. */
const WIDTH = 1000;
const LABEL_WIDTH = 350;
const TOTAL_WIDTH = 50;
const BAR_HEIGHT = 26;
const BAR_SPACE = 20;
const FONT_SIZE = 19;
const LEGEND_HEIGHT = 52;
/** Widths are counted in digits, which are half as wide as the letters are high. */
const DIGIT = FONT_SIZE / 2;
/** A number is only written into a bar that is wide enough for it. */
const LEAST_WITH_NUMBER = 24;

/**
 * The chart as a picture: one bar for each part, in pieces by status, each with its number.
 * @param fonts families that the text is drawn with, best first
 */
export function chartSvg({ series, bars, caption }: Chart, fonts: readonly string[]): string {
  const legend = legendRows(series);
  const top = legend.height;
  const height = top + bars.length * (BAR_HEIGHT + BAR_SPACE);
  const totals = bars.map(({ counts }) => counts.reduce((left, right) => left + right, 0));
  const scale = (WIDTH - LABEL_WIDTH - TOTAL_WIDTH) / Math.max(1, ...totals);
  const drawn = bars.map((bar, index) => {
    const y = top + index * (BAR_HEIGHT + BAR_SPACE) + BAR_SPACE / 2;
    return (
      labelOf(bar.label, y) +
      piecesOf(bar.counts, series, scale, y) +
      totalOf(totals[index]!, scale, y)
    );
  });
  // no space after a comma: resvg takes the quotation mark behind it for a part of the name
  const family = escapeMarkup(fonts.map((name) => `'${name}'`).join(','));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeMarkup(caption)}" font-family="${family}" font-size="${FONT_SIZE}" fill="#222222">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    legend.svg,
    ...drawn,
    '</svg>',
  ].join('');
}

/** The drawing's height for each unit of its width. */
export function chartRatio({ series, bars }: Chart): number {
  return (legendRows(series).height + bars.length * (BAR_HEIGHT + BAR_SPACE)) / WIDTH;
}

function legendRows(series: Chart['series']): { readonly svg: string; readonly height: number } {
  let x = 0;
  let row = 0;
  const drawn = series.map(({ label, fill, ink }) => {
    const width = 34 + textWidth(label) * DIGIT + 22;
    if (x > 0 && x + width > WIDTH) {
      x = 0;
      row++;
    }
    const y = row * 30 + 8;
    const svg = `<rect x="${x + 1}" y="${y}" width="24" height="18" fill="#${fill}" stroke="#${ink}"/><text x="${x + 33}" y="${y + 16}">${escapeMarkup(label)}</text>`;
    x += width;
    return svg;
  });
  return { svg: drawn.join(''), height: LEGEND_HEIGHT + row * 30 };
}

function labelOf(label: string, y: number): string {
  const lines = wrapped(label, (LABEL_WIDTH - 16) / DIGIT);
  const lineHeight = FONT_SIZE + 2;
  const first = y + BAR_HEIGHT / 2 + FONT_SIZE * 0.36 - ((lines.length - 1) * lineHeight) / 2;
  return lines
    .map((line, index) => {
      const at = round(first + index * lineHeight);
      return `<text x="${LABEL_WIDTH - 12}" y="${at}" text-anchor="end">${escapeMarkup(line)}</text>`;
    })
    .join('');
}

function piecesOf(
  counts: readonly number[],
  series: Chart['series'],
  scale: number,
  y: number,
): string {
  let x = LABEL_WIDTH;
  return counts
    .map((count, index) => {
      const width = count * scale;
      const { fill, ink } = series[index]!;
      const piece =
        count === 0
          ? ''
          : `<rect x="${round(x)}" y="${y}" width="${round(width)}" height="${BAR_HEIGHT}" fill="#${fill}" stroke="#${ink}"/>`;
      const middle = round(x + width / 2);
      const number =
        count === 0 || width < LEAST_WITH_NUMBER
          ? ''
          : `<text x="${middle}" y="${y + 20}" text-anchor="middle" fill="#${ink}">${count}</text>`;
      x += width;
      return piece + number;
    })
    .join('');
}

function totalOf(total: number, scale: number, y: number): string {
  return `<text x="${round(LABEL_WIDTH + total * scale + 10)}" y="${y + 20}">${total}</text>`;
}

/** The label in at most two lines of like length, shortened at its end where that is too little. */
function wrapped(label: string, digits: number): string[] {
  if (textWidth(label) <= digits) return [label];
  const characters = Array.from(label);
  // two lines hold no more than this
  const isShort = characters.length <= digits * 2;
  const breaks = (isShort ? characters : [])
    .map((_, at) => ({
      at,
      first: characters.slice(0, at).join(''),
      second: characters.slice(at).join(''),
      isInWord:
        /[A-Za-z0-9“(（]/.test(characters[at - 1] ?? ' ') && !/[，,、]/.test(characters[at]!),
      isAfterMark: /[，,、；;]/.test(characters[at - 1] ?? ''),
    }))
    .filter(({ at, second }) => at > 0 && !/^[，,、；;)）”]/.test(second))
    .filter(({ first, second }) => textWidth(first) <= digits && textWidth(second) <= digits);
  const [best] = breaks.sort((left, right) => unevenness(left) - unevenness(right));
  if (best) return [best.first, best.second];
  const first = take(label, digits);
  return [first, `${take(label.slice(first.length), digits - textWidth('…'))}…`];
}

/** How ill a break looks: lines of unlike length, in the middle of a word; a mark is a good place. */
function unevenness({ first, second, isInWord, isAfterMark }: Break): number {
  const difference = Math.abs(textWidth(first) - textWidth(second));
  return difference + (isInWord ? WORD : 0) - (isAfterMark ? MARK : 0);
}

interface Break {
  readonly first: string;
  readonly second: string;
  readonly isInWord: boolean;
  readonly isAfterMark: boolean;
}

/** Digits of difference that a break in a word is as bad as, and that one after a mark is worth. */
const WORD = 100;
const MARK = 8;

/** As many characters from the front as fit. */
function take(text: string, digits: number): string {
  let taken = '';
  for (const character of text) {
    if (textWidth(taken + character) > digits) break;
    taken += character;
  }
  return taken;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
