import { isKept, isSame, jsonOf, readJson, readJsonList, showList, split } from './cell-text';

/** 一、总体要求 > (二)主要目标 */
export function showSection(section: readonly string[]): string {
  return showList(section, ' > ', readSection);
}

export function readSection(cell: string): string[] {
  return readJsonList(cell) ?? split(cell, /\s>\s|＞/);
}

/** Several spellings of one name; names hold 、 themselves, so the separator is ；. */
export function showAliases(aliases: readonly string[]): string {
  return showList(aliases, '；', readAliases);
}

export function readAliases(cell: string): string[] {
  return readJsonList(cell) ?? split(cell, /[;；]/);
}

/** Ids, or units, one after the other. */
export function showEntries(entries: readonly string[]): string {
  return showList(entries, '；', readAliases);
}

export function readEntries(cell: string): string[] {
  return readAliases(cell);
}

/** The known organisations by every spelling of theirs: the name first, then its aliases. */
export type KnownNames = ReadonlyMap<string, string>;

export function knownNames(
  organisations: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): KnownNames {
  const aliases = organisations.flatMap(({ name, aliases }) =>
    aliases.map((alias) => [alias, name] as const),
  );
  return new Map([...aliases, ...organisations.map(({ name }) => [name, name] as const)]);
}

/** 市发改委、市科技局 */
export function showNames(names: readonly string[], known: KnownNames): string {
  return showList(names, '、', (text) => readNames(text, known).map(({ spelling }) => spelling));
}

/** A name in a list, and the organisation it means; null for one that nobody knows. */
export interface NameRead {
  readonly spelling: string;
  readonly name: string | null;
}

const SEPARATOR = /[、,，;；\n]/;

/** The names of a list: a known one is read as a whole, for 各区、县(市)政府 holds a separator itself. */
export function readNames(cell: string, known: KnownNames): NameRead[] {
  const read = (spelling: string): NameRead => ({ spelling, name: known.get(spelling) ?? null });
  const list = readJsonList(cell);
  if (list) return list.map(read);
  const spellings = [...known.keys()].sort((left, right) => right.length - left.length);
  const names: NameRead[] = [];
  for (let rest = cell.trim(); rest !== '';) {
    const length = knownLength(rest, spellings) ?? unknownLength(rest);
    const spelling = rest.slice(0, length).trim();
    if (spelling !== '') names.push(read(spelling));
    rest = rest.slice(length).trimStart().replace(SEPARATOR, '').trimStart();
  }
  return names;
}

function knownLength(text: string, spellings: readonly string[]): number | undefined {
  return spellings.find((spelling) => {
    if (!text.startsWith(spelling)) return false;
    const next = text.slice(spelling.length).trimStart().charAt(0);
    return next === '' || SEPARATOR.test(next);
  })?.length;
}

/** Up to the first separator outside brackets. */
function unknownLength(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if ('(（〔['.includes(character)) depth++;
    else if (')）〕]'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && SEPARATOR.test(character)) return index;
  }
  return text.length;
}

/** A value by its year or region; `value` is null where no number can be read. */
export interface PairRead {
  readonly key: string;
  readonly value: number | null;
}

/** 2021=27；2022=30 */
export function showPairs(
  pairs: readonly { readonly key: string; readonly value: number }[],
): string {
  const list = pairs.map(({ key, value }) => `${key}=${value}`);
  const joined = list.join('；');
  const read = readPairs(joined).map(({ key, value }) => `${key}=${value ?? ''}`);
  return isSame(read, list) && isKept(joined)
    ? joined
    : jsonOf(pairs.map(({ key, value }) => [key, value]));
}

export function readPairs(cell: string): PairRead[] {
  const pairs = readJson(cell);
  if (Array.isArray(pairs) && pairs.every(isPair))
    return pairs.map(([key, value]) => ({ key, value }));
  return split(cell, /[;；]/).map((piece) => {
    const at = Math.max(...['=', '＝', ':', '：'].map((sign) => piece.lastIndexOf(sign)));
    return at < 0
      ? { key: piece, value: null }
      : { key: piece.slice(0, at).trim(), value: readFigure(piece.slice(at + 1)) };
  });
}

function isPair(value: unknown): value is [string, number] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'number'
  );
}

/** The number that a text spells, full width and thousands separators allowed; null for anything else. */
export function readFigure(text: string): number | null {
  const spelled = text.normalize('NFKC').replace(/\s+/g, '').replace(/^[−–]/, '-');
  const digits = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(spelled)
    ? spelled.replaceAll(',', '')
    : spelled;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(digits)) return null;
  const value = Number(digits);
  return Number.isFinite(value) ? value : null;
}
