import fc from 'fast-check';
import type { GridCell } from '../../../src/core/sheet/grid';
import { readNumber } from '../../../src/core/submission/read-number';
import { errorCell, typed, uncomputed } from '../../factories/grid';

const BLANK = { is: 'blank' };
const INVALID = { is: 'invalid' };
const number = (value: number) => ({ is: 'number', value, wasText: false });
const fromText = (value: number) => ({ is: 'number', value, wasText: true });

describe('a text cell', () => {
  test.each<[text: string, unit: string, reading: object]>([
    ['12', '家', fromText(12)],
    ['-3.5', '%', fromText(-3.5)],
    ['+3.5', '%', fromText(3.5)],
    ['.5', '%', fromText(0.5)],
    ['007', '家', fromText(7)],
    // grouped
    ['1,234.5', '亿元', fromText(1234.5)],
    ['1，234', '家', fromText(1234)],
    ['12,345,678', '家', fromText(12_345_678)],
    ['1 234.5', '亿元', fromText(1234.5)],
    ['1\u00a0234', '家', fromText(1234)],
    ['1\u202f234\u202f567', '家', fromText(1_234_567)],
    ['1,23', '家', INVALID],
    ['1,2345', '家', INVALID],
    ['1234,567', '家', INVALID],
    [',123', '家', INVALID],
    ['1,,234', '家', INVALID],
    ['0,123', '家', INVALID],
    ['1.5,000', '家', INVALID],
    ['1  234', '家', INVALID],
    ['1\n234', '家', INVALID],
    ['1 234\n', '家', fromText(1234)],
    ['- 1 234', '家', fromText(-1234)],
    ['1,234,567,890,123,456', '家', INVALID],
    ['1'.repeat(41), '家', INVALID],
    ['1.234,5', '家', INVALID],
    // two figures in one cell are not one
    ['12 34', '家', INVALID],
    ['5\n6', '家', INVALID],
    ['5　6', '家', INVALID],
    ['5/6', '家', INVALID],
    ['3—5', '家', INVALID],
    // full width
    ['１２３', '家', fromText(123)],
    ['－１，２３４．５', '亿元', fromText(-1234.5)],
    ['−7', '%', fromText(-7)],
    ['２．５％', '%', fromText(2.5)],
    // invisible at the ends
    [' 12 ', '家', fromText(12)],
    ['\u00a012\u00a0', '家', fromText(12)],
    ['　１２　', '家', fromText(12)],
    ['\ufeff12\u200b', '家', fromText(12)],
    ['\t12\r\n', '家', fromText(12)],
    // per cent
    ['12%', '%', fromText(12)],
    ['12 %', '%', fromText(12)],
    ['0.5%', '%', fromText(0.5)],
    ['12%', '家', INVALID],
    ['12%', '亿元', INVALID],
    ['12%%', '%', INVALID],
    ['12‰', '%', INVALID],
    ['百分之五', '%', INVALID],
    // 万 and 亿 count only where the unit has none of its own
    ['1.2万', '家', fromText(12_000)],
    ['1.2 万', '家', fromText(12_000)],
    ['1.1万', '元', fromText(11_000)],
    ['0.26666666666666666万', '项', fromText(2666.666667)],
    ['0.3亿', '元', fromText(30_000_000)],
    ['1.2万', '万元', INVALID],
    ['1.2亿', '万元', INVALID],
    ['1.2万', '亿元', INVALID],
    ['1.2万', '%', INVALID],
    ['1.2万元', '元', INVALID],
    ['1.2万亿', '元', INVALID],
    ['万', '家', INVALID],
    ['%', '%', INVALID],
    // anything less than certain
    ['约50', '家', INVALID],
    ['50左右', '家', INVALID],
    ['50家', '家', INVALID],
    ['50+', '家', INVALID],
    ['≥50', '家', INVALID],
    ['>50', '家', INVALID],
    ['(50)', '家', INVALID],
    ['五十', '家', INVALID],
    ['—', '家', INVALID],
    ['-', '家', INVALID],
    ['－', '家', INVALID],
    ['/', '家', INVALID],
    ['无', '家', INVALID],
    ['零', '家', INVALID],
    ['N/A', '家', INVALID],
    ['暂无数据', '家', INVALID],
    ['2021-06-30', '家', INVALID],
    ['2021年6月', '家', INVALID],
    ['1.2.3', '家', INVALID],
    ['5.', '家', INVALID],
    ['--5', '家', INVALID],
    ['0x10', '家', INVALID],
    ['Infinity', '家', INVALID],
    ['NaN', '家', INVALID],
    // a program shows this for a longer figure, so digits may be lost
    ['1.2E+05', '家', INVALID],
    ['9'.repeat(400), '家', INVALID],
    // empty
    ['', '家', BLANK],
    ['   ', '家', BLANK],
    ['\u00a0', '家', BLANK],
    ['　', '家', BLANK],
    ['\n', '家', BLANK],
    ['\u200b', '家', BLANK],
  ])('%j in %s', (text, unit, reading) => {
    expect(readNumber(typed(text), unit)).toEqual(reading);
  });

  test('a long text is refused without delay in its length', () => {
    for (const text of [' '.repeat(100_000) + 'x', `1${' '.repeat(100_000)}x`, '1,'.repeat(50_000)])
      expect(readNumber(typed(text), '家')).toEqual(INVALID);
  });
});

describe('a number cell', () => {
  test.each<[value: number, format: string | undefined, unit: string, reading: object]>([
    [12, undefined, '家', number(12)],
    [0, undefined, '家', number(0)],
    [-3.5, '#,##0.00', '亿元', number(-3.5)],
    [1.2e15, '0.00E+00', '家', number(1.2e15)],
    [1e-7, undefined, '%', number(1e-7)],
    [5, '[Red]-0.0', '%', number(5)],
    [5, '#,##0.00_);[Red]\\(#,##0.00\\)', '亿元', number(5)],
    [5, '_ * #,##0.00_ ;_ * -#,##0.00_ ', '亿元', number(5)],
    [5, '0"年"', '家', number(5)],
    [5, '#,##0"个 (day)"', '家', number(5)],
    [5, '"≥"0', '家', number(5)],
    [5, '@', '家', number(5)],
    // 0.12 shown as 12% is twelve per cent
    [0.12, '0%', '%', fromText(12)],
    [0.025, '0.0%', '%', fromText(2.5)],
    [0.07, '0.00%', '%', fromText(7)],
    [0.12, '0%', '家', INVALID],
    // a per cent sign that is only shown
    [12, '0.0"%"', '%', number(12)],
    [12, '0.0\\%', '%', number(12)],
    // dates and times
    [44377, 'yyyy-mm-dd', '家', INVALID],
    [44377, 'yyyy/m/d', '家', INVALID],
    [44377, 'yyyy\\-mm\\-dd', '家', INVALID],
    [44377, 'yyyy"年"m"月"d"日"', '家', INVALID],
    [44377, '[$-804]yyyy"年"m"月"d"日";@', '家', INVALID],
    [44377, 'm"月"d"日"', '家', INVALID],
    [44377, 'm/d/yy', '家', INVALID],
    [44377, 'd\\-mmm\\-yy', '家', INVALID],
    [44377, 'DD.MM.YY', '家', INVALID],
    [0.5, 'h:mm', '家', INVALID],
    [0.5, '[h]:mm:ss', '家', INVALID],
    [0.5, 'mm:ss.0', '家', INVALID],
    [NaN, undefined, '家', INVALID],
    [Infinity, undefined, '家', INVALID],
  ])('%d formatted %s in %s', (value, numberFormat, unit, reading) => {
    const cell = { ...typed(value), ...(numberFormat === undefined ? {} : { numberFormat }) };
    expect(readNumber(cell, unit)).toEqual(reading);
  });
});

describe('other cells', () => {
  test.each<[name: string, cell: GridCell | undefined, reading: object]>([
    ['no cell', undefined, BLANK],
    ['TRUE', typed(true), INVALID],
    ['FALSE', typed(false), INVALID],
    ['#DIV/0!', errorCell('#DIV/0!'), INVALID],
    ['#REF!', errorCell('#REF!'), INVALID],
    [
      'a formula with its value',
      { ...typed(12), formula: '5+7', hasCachedValue: true },
      number(12),
    ],
    ['a formula giving text', { ...typed('无'), formula: 'A1', hasCachedValue: true }, INVALID],
    ['a formula giving ""', { ...typed(''), formula: 'A1&""', hasCachedValue: true }, BLANK],
    ['a formula without its value', uncomputed('5+7'), INVALID],
  ])('%s', (_, cell, reading) => {
    expect(readNumber(cell, '家')).toEqual(reading);
  });
});

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
/** Written without an exponent. */
const decimal = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => Number((digits / 10 ** places).toFixed(places)));

describe('properties', () => {
  test('a number is read as it stands, to the 15 digits that programs show', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(readNumber(typed(value), '家')).toEqual(number(Number(value.toPrecision(15))));
      }),
    );
  });

  test('grouped, full-width and padded spellings of a number read the same', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(decimal, (value) => {
        const plain = value.toFixed(4).replace(/\.?0+$/, '');
        const grouped = value.toLocaleString('en-US', { maximumFractionDigits: 4 });
        for (const text of [plain, grouped, wide(plain), wide(grouped), `\u3000${plain}\u00a0`])
          expect(readNumber(typed(text), '家')).toEqual(fromText(Number(plain)));
      }),
    );
  });

  test('any text gives a finite number, blank or invalid', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,+-% 万亿\u3000E\n')) }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('家', '%', '万元', '亿元', ''), (written, unit) => {
        const reading = readNumber(typed(written), unit);
        if (reading.is === 'number') {
          expect(Number.isFinite(reading.value)).toBe(true);
          expect(written).toMatch(/[0-9０-９]/);
        } else expect([BLANK, INVALID]).toContainEqual(reading);
      }),
    );
  });
});
