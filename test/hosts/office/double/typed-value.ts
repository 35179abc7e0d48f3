/** What a cell holds after something was typed into it. */
export interface Typed {
  readonly value: number | string | boolean | null;
  readonly isError: boolean;
  readonly formula: string | null;
  /** The format that Excel gives a cell of General format along with it. */
  readonly format?: string;
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const ERRORS = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)$/;
const YEAR_MONTH_DAY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$|^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const MONTH_DAY = /^(\d{1,2})[-/](\d{1,2})$|^(\d{1,2})月(\d{1,2})日$/;
/** Dates without a year are of this one, so that no result depends on the day of the test. */
const THIS_YEAR = 2021;

/**
 * How Chinese Excel takes what is typed, and what an add-in sets as a value. Assumed: every line of
 * this table is in docs/pilot.md, to be seen on real Excel.
 */
export function typedValue(input: string | number | boolean, format: string): Typed {
  if (typeof input !== 'string') return plain(input);
  if (input === '') return plain(null);
  if (input.startsWith("'")) return plain(input.slice(1));
  if (format === '@') return plain(input);
  if (input.startsWith('=') && input.length > 1)
    return { value: 0, isError: false, formula: input.slice(1) };
  if (ERRORS.test(input)) return { value: input, isError: true, formula: null };
  if (/^(?:true|false)$/i.test(input)) return plain(input.toLowerCase() === 'true');
  return typedNumber(input.trim(), format) ?? typedDate(input.trim()) ?? plain(input);
}

function plain(value: Typed['value']): Typed {
  return { value, isError: false, formula: null };
}

function typedNumber(text: string, format: string): Typed | null {
  const isPercent = text.endsWith('%');
  const digits = isPercent ? text.slice(0, -1).trimEnd() : text.replace(/^([+-]?)¥/, '$1');
  if (!NUMBER.test(digits) || !/\d/.test(digits)) return null;
  const number = Number(digits.replaceAll(',', ''));
  if (isPercent) return { ...plain(number / 100), format: digits.includes('.') ? '0.00%' : '0%' };
  // a cell shown in per cent takes a number as so many per cent
  if (format.includes('%')) return plain(number / 100);
  return digits.includes(',')
    ? { ...plain(number), format: digits.includes('.') ? '#,##0.00' : '#,##0' }
    : plain(number);
}

function typedDate(text: string): Typed | null {
  const full = YEAR_MONTH_DAY.exec(text);
  if (full) {
    const [year, month, day] = full[1] === undefined ? full.slice(4, 7) : full.slice(1, 4);
    const format = full[1] === undefined ? 'yyyy"年"m"月"d"日"' : 'm/d/yyyy';
    return dated(Number(year), Number(month), Number(day), format);
  }
  const short = MONTH_DAY.exec(text);
  if (!short) return null;
  const [month, day] = short[1] === undefined ? short.slice(3, 5) : short.slice(1, 3);
  return dated(THIS_YEAR, Number(month), Number(day), 'm"月"d"日"');
}

function dated(year: number, month: number, day: number, format: string): Typed | null {
  const time = Date.UTC(year, month - 1, day);
  if (month < 1 || month > 12 || new Date(time).getUTCDate() !== day) return null;
  return { ...plain((time - Date.UTC(1899, 11, 30)) / 86_400_000), format };
}
