import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compile, examine, issue, report } from '../../src/core/pipeline';
import type { Consolidation, ReceivedFile } from '../../src/core/consolidation/consolidation';
import { reportDesignSchema } from '../../src/core/report/report-design';
import type { Expected } from '../../src/core/review/against-round';
import type { CellValue } from '../../src/core/sheet/description';
import type { WorkbookGrid } from '../../src/core/sheet/grid';
import type { BuiltTemplate, RoundContext } from '../../src/core/template/build-template';
import type { Division } from '../../src/core/template/select';
import { readWorkbook } from '../../src/xlsx/read/read-workbook';
import { patchWorkbook } from '../../src/xlsx/write/patch-workbook';
import { writeWorkbook } from '../../src/xlsx/write/write-workbook';
import { CITY_BLANK, CITY_FILLING } from '../factories/city';
import { KEY, keyed, PLAIN } from '../factories/digest';
import { editsOf, footEdits, type Filling } from '../factories/filling';
import { gridOf } from '../factories/grid';
import { CITY, SEED_IDS, seedPlan } from '../factories/plan';
import { contextOf, FORM, templateFor } from '../factories/template';

function opened(bytes: Uint8Array): WorkbookGrid {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.message.en);
  return read.grid;
}

/** The workbook as a department sends it back. */
async function sentBack(
  built: BuiltTemplate,
  fillings: Readonly<Record<string, Filling>>,
): Promise<WorkbookGrid> {
  const keys = new Set(built.model.entries.map(({ key }) => key));
  const own = Object.fromEntries(Object.entries(fillings).filter(([key]) => keys.has(key)));
  const edits = [...editsOf(built, own), ...footEdits(built)];
  return opened(patchWorkbook(await writeWorkbook(built.description), edits));
}

const expectedOf = (context: RoundContext): Expected => ({
  round: { id: context.round, period: '2021Q2' },
  plans: context.plans.map(({ plan: { id, title }, hash }) => ({ id, title, hash })),
  isSigned: context.digest.hmac !== undefined,
});

async function wholeRound(context: RoundContext, division: Division): Promise<Consolidation> {
  const issued = issue(context, division).map(({ recipient, build }) => ({
    recipient,
    built: build(),
  }));
  const received = await Promise.all(
    issued.map(async ({ built }, index): Promise<ReceivedFile> => {
      const grid = await sentBack(built, CITY_FILLING);
      const content = examine(grid, context.digest, expectedOf(context));
      if (content.is !== 'submission') throw new Error(content.is);
      return { file: `${index}.xlsx`, sha256: `${index}`, modifiedAt: context.issuedAt, content };
    }),
  );
  return compile({
    round: context.round,
    plans: context.plans.map(({ plan }) => plan),
    period: context.period,
    due: context.due,
    nearSchedule: context.form.thresholds.nearSchedule,
    issued: issued.map(({ recipient: { organisation, region }, built }, index) => ({
      organisation,
      region,
      file: `${index}.xlsx`,
      seal: built.carrier.seal.value,
    })),
    received,
    history: [],
  });
}

describe('a whole round through real files', () => {
  const context = contextOf([CITY], '2021Q2');

  test('asked of one organisation: every figure arrives and is judged', async () => {
    const consolidation = await wholeRound(context, 'unit');
    expect(consolidation.setAside).toEqual([]);
    expect(consolidation.findings).toEqual([]);
    expect(consolidation.workbooks.map(({ state }) => state)).toEqual(['accepted']);
    expect(
      consolidation.indicators.map(({ id, actual, milestone, progress }) => [
        id,
        actual ?? milestone,
        progress.status,
      ]),
    ).toEqual([
      ['city/productivity', 31, 'achieved'],
      ['city/firms', 70, 'on-schedule'],
      ['city/rd-share', 2.6, 'achieved'],
      ['city/rd-growth', 8.71, 'on-schedule'],
      ['city/investment', 210.5, 'on-schedule'],
      ['city/park', 'on-schedule', 'on-schedule'],
      ['city/vision', null, 'not-assessable'],
    ]);
  });

  test('a figure leads back to file, sheet, cell and text', async () => {
    const { indicators } = await wholeRound(context, 'unit');
    const firms = indicators.find(({ id }) => id === 'city/firms')!;
    expect(firms.sources).toMatchObject([
      { file: '0.xlsx', sha256: '0', sheet: '填报表', cell: 'H9', raw: '70', value: 70 },
    ]);
  });

  test('asked of organisation and region: sums and ratios roll up', async () => {
    const consolidation = await wholeRound(context, 'unit-region');
    const actual = (id: string) => consolidation.indicators.find((one) => one.id === id)!.actual;
    expect(consolidation.workbooks.map(({ issued: { region } }) => region)).toEqual([
      null,
      '海曙区',
      '江北区',
    ]);
    expect(actual('city/investment')).toBe(421);
    expect(actual('city/rd-share')).toBe(2.6);
    expect(actual('city/firms')).toBe(70);
  });

  test('signed with a key', async () => {
    const signed = { ...context, digest: keyed(KEY) };
    const consolidation = await wholeRound(signed, 'unit');
    expect(consolidation.setAside).toEqual([]);
    expect(consolidation.findings).toEqual([]);
  });

  test('becomes a workbook that opens', async () => {
    const design = reportDesignSchema.parse(
      JSON.parse(readFileSync(path.join(__dirname, '../../templates/consolidated.json'), 'utf8')),
    );
    const description = report(await wholeRound(context, 'unit'), {
      form: FORM,
      design,
      language: 'zh',
      createdAt: '2021-07-12T01:00:00.000Z',
      product: 'Tallybook',
    });
    const { sheets } = opened(await writeWorkbook(description));
    expect(sheets.length).toBeGreaterThan(3);
    const texts = sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));
    expect(texts).toEqual(expect.arrayContaining(['新增小升规企业', 70, 210.5]));
  });
});

describe('what is no submission', () => {
  const expected = expectedOf(contextOf([CITY], '2021Q2'));

  test('a workbook of somebody else’s', async () => {
    const foreign = {
      ...CITY_BLANK.description,
      sheets: CITY_BLANK.description.sheets.slice(0, 1),
    };
    const grid = opened(await writeWorkbook(foreign));
    expect(examine(grid, PLAIN, expected)).toEqual({ is: 'foreign' });
  });

  test('a workbook whose hidden sheet was typed over', async () => {
    const edits = [{ sheet: '_tallybook', cell: 'A3', value: '（内部使用）' }];
    const grid = opened(patchWorkbook(await writeWorkbook(CITY_BLANK.description), edits));
    expect(examine(grid, PLAIN, expected)).toEqual({ is: 'damaged' });
  });

  test('findings about the round come before those about the form', async () => {
    const grid = await sentBack(CITY_BLANK, { 'city/firms': { actual: '约70' } });
    const examined = examine(grid, PLAIN, { ...expected, round: { id: 'x', period: '2021Q2' } });
    if (examined.is !== 'submission') throw new Error(examined.is);
    expect(examined.findings[0]!.rule).toBe('wrong-round');
    expect(examined.findings.map(({ rule }) => rule)).toContain('not-a-number');
  });
});

describe('the grids that tests make without bytes are those that real files give', () => {
  test.each(SEED_IDS)('%s', async (id) => {
    const plan = seedPlan(id);
    const built = templateFor(contextOf([plan], `${plan.startYear + 1}`));
    const edits = [
      ...editsOf<CellValue>(built, {
        [built.model.entries.find(({ derivation }) => !derivation)!.key]: {
          actual: ' 约 1,234 ',
          state: '正常',
          explanation: '第一行\n第二行',
          evidence: 12.5,
        },
      }),
      ...footEdits(built),
    ];
    const real = opened(patchWorkbook(await writeWorkbook(built.description), edits));
    const made = gridOf(built.description, edits);
    const plainly = ({ sheets }: WorkbookGrid) =>
      sheets.map(({ name, state, cells, hiddenRows, merges, isProtected }) => ({
        ...{ name, state, hiddenRows, isProtected },
        merges: new Set(merges),
        cells: new Map(
          [...cells].map(([key, { type, value, formula }]) => [key, { type, value, formula }]),
        ),
      }));
    expect(plainly(real)).toEqual(plainly(made));
  });
});
