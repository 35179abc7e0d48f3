import { formatAddress, parseAddress } from '../../src/core/sheet/address';
import { sheetPath } from '../corpus/make/package-changes';
import { textOf, type SoundFile } from './sound-files';
import type { Replacement } from './text-edits';

interface Span {
  readonly from: number;
  readonly to: number;
}

interface StoredCell extends Span {
  readonly type: string | undefined;
  readonly style: number;
  /** What stands in its v. */
  readonly stored: string | undefined;
}

/** What of a file belongs to one row of the form alone: changing it changes what the file says of the row. */
interface OwnCells {
  readonly key: string;
  readonly cells: readonly StoredCell[];
}

const TAG = /<(\/?)(?:\w+:)?(\w+)((?:[^>"']|"[^"]*")*?)(\/?)>/g;

/** Where each cell of a sheet stands in its XML, as programs write it. */
function storedCells(xml: string): Map<string, StoredCell> {
  const cells = new Map<string, StoredCell>();
  let [row, column, from, value] = [0, 0, 0, -1];
  let attributes = '';
  let stored: string | undefined;
  for (const tag of xml.matchAll(TAG)) {
    const [whole, isEnd, name, written, isEmpty] = tag;
    const end = tag.index + whole.length;
    if (name === 'row' && !isEnd) {
      row = Number(/ r="(\d+)"/.exec(written!)?.[1] ?? row + 1);
      column = 0;
    } else if (name === 'v') {
      if (!isEnd) value = end;
      else stored = xml.slice(value, tag.index);
    } else if (name === 'c') {
      if (!isEnd) {
        const address = / r="(\w+)"/.exec(written!)?.[1];
        column = address === undefined ? column + 1 : parseAddress(address)!.column;
        [from, attributes, stored] = [tag.index, written!, undefined];
      }
      if (isEnd || isEmpty)
        cells.set(formatAddress(row, column), {
          from,
          to: end,
          type: / t="(\w+)"/.exec(attributes)?.[1],
          style: Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0),
          stored,
        });
    }
  }
  return cells;
}

const known = new WeakMap<SoundFile, { part: string; rows: readonly OwnCells[] }>();

function ownCells(file: SoundFile): { part: string; rows: readonly OwnCells[] } {
  const before = known.get(file);
  if (before) return before;
  const entries = file.result?.submission.entries ?? [];
  const part = entries.length === 0 ? '' : sheetPath(file.bytes, entries[0]!.sheet);
  const cells = part === '' ? new Map<string, StoredCell>() : storedCells(textOf(file, part)!);
  const rows = entries.map(({ entry, cells: places }) => ({
    key: entry.key,
    cells: [places.actual, places.state].flatMap((place) => cells.get(place ?? '') ?? []),
  }));
  const found = { part, rows };
  known.set(file, found);
  return found;
}

/**
 * The rows that a change to a part's text may give another figure, since it changes what the file says of
 * them: their own cells, the texts that these share with others, and the formats that these are shown in.
 * All else in a file is there to tell where a figure stands, and must not change one unnoticed.
 */
export function rowsThatMayDiffer(
  file: SoundFile,
  part: string,
  replacements: readonly Replacement[],
): Set<string> {
  const { part: formPart, rows } = ownCells(file);
  const where = (isOwn: (cell: StoredCell) => boolean) =>
    new Set(rows.filter(({ cells }) => cells.some(isOwn)).map(({ key }) => key));
  if (part === formPart) return where((cell) => replacements.some((one) => touches(one, cell)));
  if (/sharedStrings\.xml$/i.test(part)) {
    const texts = sharedTexts(textOf(file, part)!);
    // a text more or less, and all behind it are others
    const isInOne = replacements.every((one) => texts.some((text) => isWithin(one, text)));
    return where(({ type, stored }) => {
      if (type !== 's') return false;
      const own = texts[Number(stored)];
      return !isInOne || (own !== undefined && replacements.some((one) => touches(one, own)));
    });
  }
  if (/styles\.xml$/i.test(part)) {
    const formats = formatSpans(textOf(file, part)!);
    const isFormat = replacements.some((one) => formats.some((span) => touches(one, span)));
    return where(({ style }) => isFormat && style > 0);
  }
  return new Set();
}

/** What stands between the tags of each shared text. */
function sharedTexts(xml: string): Span[] {
  return [...xml.matchAll(/<(\w+:)?si\b[^>]*>([^]*?)<\/(?:\w+:)?si>/g)].map((found) => {
    const to = found.index + found[0].lastIndexOf('</');
    return { from: to - found[2]!.length, to };
  });
}

/** The lists that say which number format each cell format has. */
function formatSpans(xml: string): Span[] {
  return [...xml.matchAll(/<(numFmts|cellXfs)\b[^]*?<\/\1>/g)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
}

function touches({ from, to }: Replacement, span: Span): boolean {
  return from === to ? from > span.from && from < span.to : from < span.to && to > span.from;
}

function isWithin({ from, to, put }: Replacement, span: Span): boolean {
  return from >= span.from && to <= span.to && !/<\/?si\b/.test(put);
}
