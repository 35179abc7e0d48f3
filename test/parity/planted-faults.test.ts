import { columnLetters, parseAddress } from '../../src/core/sheet/address';
import type { CellDescription } from '../../src/core/sheet/description';
import { KEY_ROW } from '../../src/core/template/layout';
import { formOf } from '../factories/filling';
import { makeBlanks, type Blank } from './blanks';
import { runParity } from './run';

const TIMEOUT = 300_000;
/** Rows filled in; a fault that shows in few rows asks for more of them. */
const FILLINGS = 150;
const BLANKS = makeBlanks(3)
  .filter(({ built }) => built.model.language === 'zh')
  .slice(0, 3);

/** Faults that only the sheet has; the review of its bytes knows nothing of them. */
const FAULTS: readonly {
  readonly name: string;
  /** The columns whose formulas are wrong. */
  readonly column: RegExp;
  readonly change: readonly [from: RegExp, to: string];
  /** Where the disagreements show. */
  readonly field: RegExp;
  readonly fillings?: number;
}[] = [
  {
    name: 'another threshold for swings',
    fillings: 600,
    column: /^rule:swing$/,
    change: [/\*0\.5\)/g, '*0.6)'],
    field: /^rule:swing$|^head$/,
  },
  {
    name: 'a limit that no longer counts as met',
    column: /^status$/,
    change: [/>=0/g, '>0'],
    field: /^status$/,
  },
  {
    name: 'other words in a message',
    column: /^findings$/,
    change: [/不能为负数/g, '不应为负数'],
    field: /^findings$/,
  },
  {
    name: 'an explanation that clears an error',
    column: /^rule:whole-number$/,
    change: [/^IF\((.*),1,0\)$/, 'IF(AND($1,LEN($explanation)=0),1,0)'],
    field: /^rule:whole-number$|^head$/,
  },
  {
    name: 'a figure quoted with fewer decimals',
    column: /^quoted$/,
    change: [/0\.#{6}/g, '0.##'],
    field: /^findings$/,
  },
];

test(
  'without a fault there is none to find',
  async () => {
    expect((await faulty(BLANKS)).disagreements).toEqual([]);
  },
  TIMEOUT,
);

test.each(FAULTS)(
  '$name is found',
  async ({ column, change: [from, to], field, fillings }) => {
    let changed = 0;
    const blanks = BLANKS.map((blank) =>
      withFormulas(blank, (formula, id, letters) => {
        if (!column.test(id)) return formula;
        const wrong = formula.replace(from, to).replace('$explanation', letters('explanation'));
        if (wrong !== formula) changed++;
        return wrong;
      }),
    );
    const { disagreements } = await faulty(blanks, fillings);
    expect(changed).toBeGreaterThan(0);
    expect(disagreements.length).toBeGreaterThan(0);
    expect(disagreements.filter((one) => !field.test(one.field))).toEqual([]);
    for (const { cell, formula, field: where } of disagreements)
      if (where !== 'head') {
        expect(parseAddress(cell)).not.toBeNull();
        expect(formula).not.toBe('');
      }
  },
  TIMEOUT,
);

function faulty(blanks: readonly Blank[], fillings = FILLINGS) {
  return runParity({ seed: 11, fillings, programs: ['IronCalc'], blanks });
}

/** The blank with other formulas in its form; its hidden sheet stays as issued. */
function withFormulas(
  blank: Blank,
  change: (formula: string, column: string, cell: (column: string) => string) => string,
): Blank {
  const form = formOf(blank.built);
  const ids = new Map(
    form.cells.flatMap(({ row, column, value }) =>
      row === KEY_ROW ? [[column, String(value)] as const] : [],
    ),
  );
  const columns = new Map([...ids].map(([column, id]) => [id, column]));
  const cells = form.cells.map((cell): CellDescription => {
    const { row, column, formula } = cell;
    if (formula === undefined) return cell;
    const at = (id: string) => `$${columnLetters(columns.get(id)!)}${row}`;
    return { ...cell, formula: change(formula, ids.get(column) ?? '', at) };
  });
  const sheets = blank.built.description.sheets.map((sheet) =>
    sheet === form ? { ...form, cells } : sheet,
  );
  const description = { ...blank.built.description, sheets };
  return { ...blank, built: { ...blank.built, description } };
}
