import { formatPeriod } from '../../../src/core/plan/period';
import { issue } from '../../../src/core/pipeline';
import type { WorkbookDescription } from '../../../src/core/sheet/description';
import { buildTemplate } from '../../../src/core/template/build-template';
import { DIVISIONS } from '../../../src/core/template/select';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { workbookSeries } from '../../../src/xlsx/write/workbook-series';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { SEED_IDS, seedPlan } from '../../factories/plan';
import { contextOf, historyOf } from '../../factories/template';
import { readBack } from './read-back';
import { resolvedParts } from './resolved-parts';
import { FORM, sheetOf, workbookOf } from './sample';

/** Blanks looked at per round: some are the first of their kind, the rest are varied. */
const MOST = 3;
/** Milliseconds; each is rendered twice over. */
const PATIENCE = 120_000;

/** What our own reader finds in every cell. */
function shownIn(bytes: Uint8Array) {
  const reading = readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.message.en);
  return reading.grid.sheets.map(({ name, cells }) => [
    name,
    [...cells].map(([key, { type, value, formula }]) => [key, type, value, formula]),
  ]);
}

describe.each(SEED_IDS)('the blanks of %s', (id) => {
  const plan = seedPlan(id);
  const period = `${plan.endYear - 1}`;

  test.each(DIVISIONS)(
    'by %s are those built and rendered one by one',
    async (division) => {
      const context = contextOf([plan], period);
      const write = workbookSeries();
      for (const { recipient, build } of issue(context, division).slice(0, MOST)) {
        const built = build();
        const alone = buildTemplate(context, recipient);
        expect(built).toEqual(alone);
        const bytes = await write(built.description);
        const whole = await writeWorkbook(alone.description);
        expect(resolvedParts(bytes)).toEqual(resolvedParts(whole));
        expect(shownIn(bytes)).toEqual(shownIn(whole));
      }
    },
    PATIENCE,
  );
});

test('figures of the last period differ by recipient, and the rows with them', async () => {
  const plan = seedPlan('ningbo-quality-2022');
  const plain = contextOf([plan], '2021Q2');
  const issues = issue(plain, 'region').slice(0, 3);
  const history = historyOf(
    issues.flatMap(({ recipient, build }, index) =>
      build()
        .model.entries.filter(({ kind }) => kind !== 'milestone')
        .map(({ key }, row) => ({
          key,
          organisation: recipient.organisation,
          region: recipient.region,
          period: formatPeriod({ ...plain.period, index: 1 }),
          value: row + index / 4,
        })),
    ),
  );
  const context = { ...plain, history };
  const write = workbookSeries();
  for (const { recipient, build } of issue(context, 'region').slice(0, 3)) {
    const built = build();
    const alone = buildTemplate(context, recipient);
    expect(built).toEqual(alone);
    expect(resolvedParts(await write(built.description))).toEqual(
      resolvedParts(await writeWorkbook(alone.description)),
    );
  }
});

describe('any workbooks', () => {
  const cells = (...values: (string | number | boolean | null)[]): WorkbookDescription =>
    workbookOf({
      sheets: [
        sheetOf({
          cells: values.map((value, index) => ({
            row: index + 1,
            column: 1,
            value,
            style: 'plain',
          })),
        }),
      ],
    });

  test.each<[string, WorkbookDescription]>([
    ['the same again', cells('甲', 'same', 'same', 1, null)],
    ['another text', cells('<乙> & "丙"\n_x0041_', 'same', 'same', 1, null)],
    ['one of two cells that shared a text', cells('甲', 'same', 'other', 1, null)],
    ['formula text', cells('=HYPERLINK("http://example.org")', 'same', 'same', 1, null)],
    ['a number for a text', cells(2.5, 'same', 'same', '+1', null)],
    ['a value for none', cells('甲', 'same', 'same', true, '丁')],
    ['none for a value', cells(null, 'same', null, 1, null)],
    ['control characters', cells('a\u0000b\u{1F600}\uD800', 'same', 'same', 0, null)],
    ['another title', { ...cells('甲', 'same', 'same', 1, null), title: '<题> & $1' }],
    ['more cells', cells('甲', 'same', 'same', 1, null, 1)],
    ['another workbook', FORM],
  ])('%s', async (_, description) => {
    const write = workbookSeries();
    await write(cells('甲', 'same', 'same', 1, null));
    const bytes = await write(description);
    const whole = await writeWorkbook(description);
    expect(resolvedParts(bytes)).toEqual(resolvedParts(whole));
    expect((await readBack(bytes)).model.sheets).toEqual((await readBack(whole)).model.sheets);
  });

  test('the same ones in the same order give the same bytes', async () => {
    const all = [cells('甲', 1), cells('乙', 2), FORM, cells('丙', null)];
    const written = async () => {
      const write = workbookSeries();
      const files: Uint8Array[] = [];
      for (const description of all) files.push(await write(description));
      return files;
    };
    expect(await written()).toEqual(await written());
  });

  test('a text too long for its cell and a number that is none are met as when rendered whole', async () => {
    const write = workbookSeries();
    await write(cells('甲', 1));
    expect(resolvedParts(await write(cells('长'.repeat(40_000), 1)))).toEqual(
      resolvedParts(await writeWorkbook(cells('长'.repeat(40_000), 1))),
    );
    await expect(write(cells('甲', NaN))).rejects.toThrow('no figure');
  });
});
