import { isSpace } from './characters';

/** ST_CellType of ECMA-376 part 1, 18.18.11. */
export type StoredType = 'n' | 's' | 'str' | 'b' | 'e' | 'd' | 'inlineStr';
export const STORED_TYPES: ReadonlyMap<string, StoredType> = new Map(
  (['n', 's', 'str', 'b', 'e', 'd', 'inlineStr'] as const).map((type) => [type, type]),
);

/** Whether the stored text of a value is as good as none: only texts may consist of white space. */
export function isEmpty(stored: string, type: StoredType): boolean {
  return (type === 'str' || type === 'inlineStr' ? stored : withoutEdges(stored)) === '';
}

/** The text without XML white space at its ends, as all types but text are read. */
export function withoutEdges(stored: string): string {
  let from = 0;
  let to = stored.length;
  if (to > 0 && stored.charCodeAt(0) > 32 && stored.charCodeAt(to - 1) > 32) return stored;
  while (from < to && isSpace(stored.charCodeAt(from))) from++;
  while (to > from && isSpace(stored.charCodeAt(to - 1))) to--;
  return stored.slice(from, to);
}

/**
 * The number that the stored text spells, as Number reads it; null for what is no number, or is one
 * only to Number, such as 0x10 or Infinity.
 */
export function readNumber(stored: string): number | null {
  const text = withoutEdges(stored);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isDigit = code >= 48 && code <= 57;
    // + - . E e
    if (!isDigit && code !== 43 && code !== 45 && code !== 46 && code !== 69 && code !== 101)
      return null;
  }
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : null;
}

const DAY = 86_400_000;
const DATE = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?)?Z?$/;

/** The day number of an ISO date, time or both in Excel's 1900 system; null for anything else. */
export function readDate(text: string): number | null {
  const match = DATE.exec(text);
  if (!match || text.length < 5) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const time = (Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1_000) / DAY;
  if (time >= 1) return null;
  if (year === undefined) return time;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // 31 June is no date
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCFullYear() !== Number(year))
    return null;
  const days = (date.getTime() - Date.UTC(1899, 11, 30)) / DAY;
  // Excel counts a 29 February 1900 that never was
  return (days < 61 ? days - 1 : days) + time;
}
