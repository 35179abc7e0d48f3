import { consolidatedWorkbook } from '../../../src/core/report/consolidated-workbook';
import type { WorkbookDescription } from '../../../src/core/sheet/description';
import { patchWorkbook } from '../../../src/xlsx/write/patch-workbook';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { filledRound, options, seed } from '../../core/report/filled-round';
import { listOf } from '../../core/template/plan-list/lists';
import { contextOf, templateFor } from '../../factories/template';
import { SEED_IDS } from '../../seeds/load';
import { FORM } from '../../xlsx/write/sample';
import { packageProblems } from './package-check';

// whole workbooks are written, which takes a busy machine long
jest.setTimeout(60_000);

/** A period in which each plan asks for much. */
function yearOf(id: string): string {
  return String(seed(id).endYear - 1);
}

const PRODUCTS: readonly (readonly [string, () => WorkbookDescription])[] = SEED_IDS.flatMap(
  (id) => [
    [`${id}: blank`, () => templateFor(contextOf([seed(id)], yearOf(id))).description] as const,
    [
      `${id}: blank with a password`,
      () => templateFor(contextOf([seed(id)], yearOf(id), { password: '口令' })).description,
    ] as const,
    [`${id}: plan list`, () => listOf(seed(id))] as const,
    ...(['unit', 'region', 'unit-region'] as const).map(
      (division) =>
        [
          `${id}: consolidated by ${division}`,
          () =>
            consolidatedWorkbook(
              filledRound({ plans: [seed(id)], period: yearOf(id), division, hasHistory: true }),
              options(),
            ),
        ] as const,
    ),
  ],
);

test.each([['a sheet with everything', () => FORM] as const, ...PRODUCTS])(
  '%s: nothing for Excel to repair',
  async (_, describe) => {
    const bytes = await writeWorkbook(describe());
    expect(packageProblems(bytes)).toEqual([]);
  },
);

test('nor after values were put in', async () => {
  const blank = await writeWorkbook(FORM);
  const edits = [
    { sheet: '填报表', cell: 'D5', value: 15 },
    { sheet: '填报表', cell: 'F4', value: 'x' },
  ];
  expect(packageProblems(patchWorkbook(blank, edits))).toEqual([]);
});
