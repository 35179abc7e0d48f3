import type { CellDescription, CellValue } from '../../../src/core/sheet/description';
import { parsePeriod } from '../../../src/core/plan/period';
import { parseAddress } from '../../../src/core/sheet/address';
import type { SheetGrid, WorkbookGrid } from '../../../src/core/sheet/grid';
import { roundTo } from '../../../src/core/rule/rounding';
import { MILESTONE_STATUSES } from '../../../src/core/rule/row';
import type { Submission } from '../../../src/core/submission/submission';
import type { BuiltTemplate } from '../../../src/core/template/build-template';
import { rowsOf, type Row } from '../../../src/core/template/facts';
import { CARRIER_SHEET } from '../../../src/core/template/model';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { patchWorkbook } from '../../../src/xlsx/write/patch-workbook';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { cellOf, editsOf, formOf, type Filling } from '../../factories/filling';
import { seedPlan } from '../../factories/plan';
import { submissionOf } from '../../factories/submission';
import { contextOf, templateFor } from '../../factories/template';
import { convert, CONVERT_TIMEOUT, describeWithLibreOffice } from '../../office/libreoffice';

jest.setTimeout(2 * CONVERT_TIMEOUT);

/** What departments put into a row that a figure is typed into; `usual` is a figure that fits the row. */
const FIGURE_FILLINGS: readonly ((usual: number, row: Row) => Filling)[] = [
  (usual) => ({ actual: usual }),
  (usual) => ({ actual: usual * 1.1, state: 'normal' }),
  (usual) => ({ actual: usual * 0.95 }),
  (usual) => ({ actual: usual * 0.5 }),
  (usual) => ({ actual: usual * 0.5, explanation: '受外部需求影响' }),
  (usual) => ({ actual: usual * 3 }),
  (usual) => ({ actual: -usual }),
  () => ({ actual: 0 }),
  () => ({}),
  () => ({ actual: '　 ' }),
  () => ({ state: 'nil' }),
  () => ({ actual: 0, state: 'nil', explanation: '尚未开展' }),
  (usual) => ({ actual: usual, state: 'nil' }),
  () => ({ state: 'not-applicable' }),
  () => ({ state: 'not-applicable', explanation: '无此职能' }),
  () => ({ state: 'not-due', explanation: '\n' }),
  (usual) => ({ actual: usual, state: 'not-due' }),
  (usual) => ({ actual: usual, state: '已填' }),
  () => ({ actual: '约50' }),
  () => ({ actual: '无', state: 'normal' }),
  () => ({ actual: true }),
  (usual) => ({ actual: usual * 10_000 }),
  (usual) => ({ actual: usual / 100 }),
  (usual) => ({ actual: usual / 10_000, explanation: '单位已核对' }),
  (usual) => ({ actual: Math.floor(usual) + 0.5 }),
  (usual, { facts }) => ({ actual: (facts.previous ?? usual) * 0.9 }),
  (usual, { facts }) => ({ actual: facts.target ?? usual }),
];

const MILESTONE_FILLINGS: readonly Filling[] = [
  ...MILESTONE_STATUSES.map((actual) => ({ actual })),
  { actual: 'completed', evidence: '某政发〔2021〕3号' },
  { actual: 'completed', explanation: '材料后补' },
  { actual: '基本完成' },
  { actual: 3 },
  {},
  { state: 'not-due' },
  { state: 'nil' },
  { actual: 'under-way', state: 'not-applicable' },
];

/** The first row of one of the fillings holds these instead, as formulas. */
const TYPED_FORMULAS: readonly Pick<CellDescription, 'formula' | 'value'>[] = [
  { formula: '1/0', value: 0 },
  { formula: '7*3', value: 0 },
  { formula: '"无"', value: '' },
];

interface Scenario {
  readonly name: string;
  readonly built: BuiltTemplate;
  readonly count: number;
}

const previous = (key: string) => (key.length % 4 === 0 ? null : 10 + (key.length % 7) * 31.5);

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'the economy office of Ningbo in a yearly round with last year’s figures',
    built: templateFor(
      contextOf([seedPlan('ningbo-quality-2022')], '2021', { history: { figure: previous } }),
      { organisation: '市经信局' },
    ),
    count: 6,
  },
  {
    name: 'Zhejiang in a half-year round, in English',
    built: templateFor(
      contextOf([seedPlan('zhejiang-2025')], '2023H1', {
        language: 'en',
        history: { figure: previous },
      }),
    ),
    count: 2,
  },
  {
    name: 'the economy office of Ningbo in 2023, where targets of 2022 are no longer judged',
    built: templateFor(contextOf([seedPlan('ningbo-retrofit-2024')], '2023'), {
      organisation: '市经信局',
    }),
    count: 2,
  },
];

describeWithLibreOffice('a filled form that LibreOffice saved reads as before', () => {
  describe.each(SCENARIOS)('$name', ({ built, count }) => {
    const { model } = built;
    const rows = rowsOf(model, parsePeriod(model.period)!);
    const variants = Array.from({ length: count }, (_, index) => index);
    let computed: WorkbookGrid;
    let stored: WorkbookGrid;

    beforeAll(async () => {
      const filled = await filledCopies(built, rows, count);
      stored = gridFrom(filled);
      computed = gridFrom(convert(filled, 'xlsx', { recalculate: true }));
    });

    test.each(variants)(
      'filling %i: saving in LibreOffice changes no figure and no state',
      (variant) => {
        const read = (grid: WorkbookGrid) =>
          variantOf(grid, variant).submission.entries.map(({ entry, state, value, milestone }) => [
            ...[entry.key, state, value, milestone],
          ]);
        // formulas are only computed there, and it takes a TRUE in a cell formatted as a number for 1
        const changed = new Set(
          variantOf(stored, variant)
            .submission.entries.filter(
              ({ entry, raw }) => entry.derivation !== null || raw === 'TRUE',
            )
            .map(({ entry }) => entry.key)
            .concat(typedFormulaKeys(rows, variant)),
        );
        const isPlain = ([key]: unknown[]) => !changed.has(String(key));
        expect(read(computed).filter(isPlain)).toEqual(read(stored).filter(isPlain));
      },
    );

    test.each(variants)(
      'filling %i: nothing locked counts as altered after saving there',
      (variant) => {
        const { submission } = variantOf(computed, variant);
        expect(submission.seal).toBe('unsigned');
        expect(submission.observations.filter(({ rule }) => rule.startsWith('altered'))).toEqual(
          [],
        );
      },
    );
  });
});

/** One workbook that holds the form once for each filling. */
async function filledCopies(
  built: BuiltTemplate,
  rows: readonly Row[],
  count: number,
): Promise<Uint8Array> {
  const form = formOf(built);
  const forms = Array.from({ length: count }, (_, variant) => ({
    ...form,
    name: sheetName(built, variant),
    cells: withFormulas(built, rows, variant),
  }));
  const sheets = built.description.sheets.flatMap((sheet) => (sheet === form ? forms : [sheet]));
  const blank = await writeWorkbook({ ...built.description, sheets });
  const edits = forms.flatMap(({ name }, variant) => {
    const formulas = new Set(typedFormulaKeys(rows, variant));
    const fillings = rows
      .filter(({ entry }) => entry.derivation === null && !formulas.has(entry.key))
      .map((row, index) => [row.entry.key, fillingOf(built, row, index, variant)] as const);
    return editsOf<CellValue>(built, Object.fromEntries(fillings)).map((edit) => ({
      ...edit,
      sheet: name,
    }));
  });
  return patchWorkbook(blank, edits);
}

const sheetName = (built: BuiltTemplate, variant: number) => `${formOf(built).name} ${variant + 1}`;

function fillingOf(built: BuiltTemplate, row: Row, index: number, variant: number): Filling {
  const { states, milestones } = built.model.labels;
  const chosen =
    row.entry.accumulation === 'status'
      ? MILESTONE_FILLINGS[(index + variant * 5) % MILESTONE_FILLINGS.length]!
      : FIGURE_FILLINGS[(index + variant * 4) % FIGURE_FILLINGS.length]!(
          usualFigure(row, index),
          row,
        );
  const { actual, state } = chosen;
  const rounded = typeof actual === 'number' ? roundTo(actual, 4) : actual;
  return {
    ...chosen,
    ...(rounded === undefined ? {} : { actual: labelOr(milestones, rounded) }),
    ...(state === undefined ? {} : { state: labelOr(states, state) }),
  };
}

function labelOr(labels: Readonly<Record<string, string>>, value: CellValue): CellValue {
  return typeof value === 'string' ? (labels[value] ?? value) : value;
}

function usualFigure({ facts, entry }: Row, index: number): number {
  const figure = facts.scheduled ?? facts.target ?? facts.previous ?? 100 + index * 37;
  return entry.precision === 0 ? Math.ceil(figure) : figure;
}

/** In the first filling a few cells hold formulas that somebody typed. */
function typedFormulaKeys(rows: readonly Row[], variant: number): string[] {
  return variant > 0
    ? []
    : rows
        .filter(({ entry }) => entry.derivation === null && entry.accumulation !== 'status')
        .slice(0, TYPED_FORMULAS.length)
        .map(({ entry }) => entry.key);
}

function withFormulas(
  built: BuiltTemplate,
  rows: readonly Row[],
  variant: number,
): CellDescription[] {
  const typed = new Map(
    typedFormulaKeys(rows, variant).map((key, index) => [
      cellOf(built, key, 'actual'),
      TYPED_FORMULAS[index]!,
    ]),
  );
  const places = [...typed].map(([cell, formula]) => ({ ...parseAddress(cell)!, formula }));
  return formOf(built).cells.map((cell) => {
    const found = places.find(({ row, column }) => row === cell.row && column === cell.column);
    return found ? { ...cell, ...found.formula } : cell;
  });
}

function gridFrom(bytes: Uint8Array): WorkbookGrid {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.message.en);
  return read.grid;
}

/** One filling's form with the hidden sheet, as a workbook of its own. */
function variantOf(
  grid: WorkbookGrid,
  variant: number,
): { sheet: SheetGrid; submission: Submission } {
  const sheet = grid.sheets.find(({ name }) => name.endsWith(` ${variant + 1}`))!;
  const carrier = grid.sheets.find(({ name }) => name === CARRIER_SHEET)!;
  return { sheet, submission: submissionOf({ ...grid, sheets: [sheet, carrier] }) };
}
