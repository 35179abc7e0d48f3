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
const LABEL_LINES = 2;
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
  const family = escapeMarkup([...fonts.map((name) => `'${name}'`), 'sans-serif'].join(', '));
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

/** The label in at most two lines, shortened at its end where that is too little. */
function wrapped(label: string, digits: number): string[] {
  const lines: string[] = [''];
  for (const character of label) {
    const line = lines.at(-1)! + character;
    if (textWidth(line) <= digits) lines[lines.length - 1] = line;
    else if (lines.length < LABEL_LINES) lines.push(character);
    else {
      lines[lines.length - 1] = `${Array.from(lines.at(-1)!).slice(0, -1).join('')}…`;
      break;
    }
  }
  return lines;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
