import fc from 'fast-check';
import { gridKey, type WorkbookGrid } from '../../../src/core/sheet/grid';
import { decodeCarrier, encodeCarrier } from '../../../src/core/template/carrier';
import type { Entry } from '../../../src/core/template/entry';
import {
  CARRIER_MARK,
  CARRIER_SHEET,
  type Carrier,
  type TemplateModel,
} from '../../../src/core/template/model';
import { checkSeal, sealOf } from '../../../src/core/template/seal';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { CITY_BLANK } from '../../factories/city';
import { PLAIN } from '../../factories/digest';
import { gridOf, measured, typed } from '../../factories/grid';
import { SEED_IDS, seedPlan } from '../../factories/plan';
import { contextOf, templateFor } from '../../factories/template';

function sheetOf(pieces: readonly string[]): WorkbookGrid {
  const cells = new Map(pieces.map((piece, index) => [gridKey(index + 1, 1), typed(piece)]));
  const sheet = measured({
    name: CARRIER_SHEET,
    state: 'veryHidden',
    cells,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    isProtected: true,
    comments: new Map(),
  });
  const empty = { definedNames: [], application: null, savedAt: null, externalLinks: [] };
  return { ...empty, sheets: [sheet], hasMacros: false };
}

function decoded(grid: WorkbookGrid): Carrier {
  return readBack(grid).carrier;
}

function readBack(grid: WorkbookGrid) {
  const read = decodeCarrier(grid);
  if (read.found !== 'carrier') throw new Error(read.found);
  return read;
}

const TEXT = encodeCarrier(CITY_BLANK.carrier)
  .slice(2)
  .map((piece) => piece.slice(1, -1))
  .join('');

/** That a text is answered in the same way read in parts and as a whole. */
function expectAlike(text: string): void {
  const [parts, whole] = [text, ...inQuotes([text])].map((one) =>
    decodeCarrier(sheetOf([CARRIER_MARK, '1', `|${one}|`])),
  );
  const said = (read: typeof parts) =>
    read?.found === 'carrier' ? JSON.stringify([read.carrier, read.sealed]) : read?.found;
  expect(said(parts)).toBe(said(whole));
}

/** As blanks of earlier versions have it, whose text is not read in parts. */
function inQuotes(pieces: readonly string[]): string[] {
  return pieces.map((piece) => piece.replace(/`/g, '"'));
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' ', '规上工业', '=1+1', '"', '|', '\\', '\n', '_x0041_', '𠮷', '__proto__'),
);
const name = text.filter((one) => one !== '');
const figure = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()).map(
  // JSON has no −0
  (value) => value + 0,
);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const base = CITY_BLANK.model.entries[0]!;
const entries: fc.Arbitrary<Entry> = fc
  .record({
    key: name,
    serves: fc.array(text, { minLength: 1, maxLength: 3 }),
    item: some(text),
    name: text,
    measureUnit: text,
    precision: fc.integer({ min: 0, max: 6 }),
    previous: some(figure),
    previousPeriod: some(text),
    sameLastYear: some(figure),
  })
  .map((change) => ({ ...base, ...change }));

const models: fc.Arbitrary<TemplateModel> = fc
  .record({
    round: text,
    organisation: text,
    region: some(text),
    entries: fc.array(entries, { maxLength: 30 }),
  })
  .map((change) => ({ ...CITY_BLANK.model, ...change }));

const carriers: fc.Arbitrary<Carrier> = fc
  .record({
    model: models,
    locked: fc.dictionary(
      name.filter((key) => key !== '__proto__'),
      fc.dictionary(fc.constantFrom('target', 'measureUnit', 'actual'), text),
    ),
  })
  .map(({ model, locked }) => {
    const form = { name: '填报表', locked };
    return { model, form, seal: sealOf({ model, form }, PLAIN) };
  });

describe('what the hidden sheet holds', () => {
  test('is read back as it was written, and its seal still holds', () => {
    fc.assert(
      fc.property(carriers, (carrier) => {
        const read = decoded(sheetOf(encodeCarrier(carrier)));
        expect(read).toEqual(carrier);
        expect(checkSeal(read, PLAIN)).toBe('unsigned');
      }),
    );
  });

  test('is the same read in parts and as a whole, and so is what is sealed', () => {
    fc.assert(
      fc.property(carriers, (carrier) => {
        const pieces = encodeCarrier(carrier);
        const parts = readBack(sheetOf(pieces));
        const whole = readBack(sheetOf(inQuotes(pieces)));
        expect(JSON.stringify(parts.carrier)).toBe(JSON.stringify(whole.carrier));
        expect(parts.sealed).toBe(whole.sealed);
      }),
    );
  });

  test('is read anew where any of it is written into after it was read', () => {
    const { model, form } = CITY_BLANK.carrier;
    const [entry, ...others] = model.entries;
    const changes: Carrier[] = [
      { ...CITY_BLANK.carrier, model: { ...model, organisation: '市科技局' } },
      {
        ...CITY_BLANK.carrier,
        model: { ...model, entries: [{ ...entry!, previous: 7 }, ...others] },
      },
      {
        ...CITY_BLANK.carrier,
        form: { ...form, locked: { ...form.locked, [entry!.key]: { target: 'x' } } },
      },
    ];
    for (const changed of changes) {
      // a part is known from the second time on
      for (let time = 0; time < 3; time++)
        expect(decoded(sheetOf(encodeCarrier(CITY_BLANK.carrier)))).toEqual(CITY_BLANK.carrier);
      const { carrier, sealed } = readBack(sheetOf(encodeCarrier(changed)));
      expect(carrier).toEqual(changed);
      expect(checkSeal(carrier, PLAIN, sealed)).toBe('altered');
    }
  });

  test.each([
    ['a comma behind nothing', /`locked`:\{.*?(?=,`columns`:)/, '`locked`:{'],
    ['a member of no schema among the rows', ',`language`:', ',`language`:`zh`,`other`:'],
    ['a member of no schema behind the seal', /\}\}$/, '},`other`:1}'],
    ['an end too early', ',`form`:{', '},`form`:{'],
    ['a mark within a text', ',`language`:', '`,`language`:'],
    ['quotes among the accents', ',`language`:', ',"language":'],
  ])('answers %s as it does without the parts', (_, found, put) => {
    const broken = TEXT.replace(found, put);
    expect(broken).not.toBe(TEXT);
    expectAlike(broken);
  });

  test('answers whatever is written into it as it does without the parts', () => {
    const marks = [',`language`:', ',`form`:{', ',`columns`:{', ',`seal`:{'];
    const ends = marks.map((mark) => TEXT.lastIndexOf(mark));
    // at the ends of the parts, where a bracket more or less could be made up for
    const near = fc.tuple(fc.constantFrom(...ends), fc.integer({ min: -3, max: 14 }));
    const place = fc.oneof(
      near.map(([end, by]) => end + by),
      fc.nat({ max: TEXT.length }),
    );
    const written = fc.constantFrom(
      '',
      '}',
      '{',
      '}}',
      '{`a`:{',
      ',',
      '`',
      '`,`',
      '[',
      ']',
      ' ',
      '1',
    );
    const change = fc.tuple(place, fc.nat({ max: 3 }), written);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let text = TEXT;
        for (const [at, cut, put] of changes) text = text.slice(0, at) + put + text.slice(at + cut);
        expectAlike(text);
      }),
      { numRuns: 500 },
    );
  });

  test('no cell is longer than any program keeps, whatever the length', () => {
    fc.assert(
      fc.property(carriers, fc.integer({ min: 0, max: 40_000 }), (carrier, length) => {
        const long = { ...carrier, model: { ...carrier.model, coordinator: '市'.repeat(length) } };
        const pieces = encodeCarrier(long);
        expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(8_200);
        expect(decoded(sheetOf(pieces))).toEqual(long);
      }),
    );
  });

  test('never throws on what somebody typed into it', () => {
    const pieces = encodeCarrier(CITY_BLANK.carrier);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: pieces.length }), text), { minLength: 1, maxLength: 3 }),
        (changes) => {
          const changed = [...pieces];
          for (const [at, value] of changes) changed[at] = value;
          const { found } = decodeCarrier(sheetOf(changed));
          expect(['carrier', 'damaged', 'nothing']).toContain(found);
          if (found === 'carrier') expect(changed.slice(0, pieces.length)).toEqual(pieces);
        },
      ),
    );
  });
});

describe('through a real file', () => {
  const through = async (built: ReturnType<typeof templateFor>) => {
    const read = readWorkbook(await writeWorkbook(built.description));
    if (!read.ok) throw new Error(read.message.en);
    return decoded(read.grid);
  };

  test.each(SEED_IDS)('%s', async (id) => {
    const plan = seedPlan(id);
    const built = templateFor(contextOf([plan], `${plan.startYear + 1}`));
    const carrier = await through(built);
    expect(carrier).toEqual(built.carrier);
    expect(checkSeal(carrier, PLAIN)).toBe('unsigned');
  });

  test.each([
    ['characters of two code units, at either parity', '𠮷'.repeat(9000), 'x' + '𠮷'.repeat(9000)],
    ['characters that XML has no place for', 'a\u0000b\u000bc\ufffed\uffff', '\ud800 alone \udc00'],
    ['what a spreadsheet would take for an escape', '_x0041_ _x000D_', '市_x005F_'],
    ['what a spreadsheet would take for a formula', '=1+1', '@SUM(A1)'],
    ['spaces and line ends', '  a  ', '\r\n b \r'],
  ])('%s', async (_, coordinator, round) => {
    const built = templateFor(
      contextOf([seedPlan('zhejiang-2025')], '2021', { coordinator, round }),
    );
    const carrier = await through(built);
    expect(carrier.model.coordinator === coordinator).toBe(true);
    expect(carrier.model.round === round).toBe(true);
    expect(checkSeal(carrier, PLAIN)).toBe('unsigned');
  });
});

test('the hidden sheet is found by its mark, whatever it is called and wherever it stands', () => {
  const { sheets, ...rest } = gridOf(CITY_BLANK.description);
  const renamed = sheets.map((sheet, index) => ({ ...sheet, name: `Sheet${index}` })).reverse();
  expect(decoded({ ...rest, sheets: renamed })).toEqual(CITY_BLANK.carrier);
});
