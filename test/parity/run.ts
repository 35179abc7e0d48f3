import fc from 'fast-check';
import { formatAddress } from '../../src/core/sheet/address';
import { convertAll, findLibreOffice } from '../office/libreoffice';
import {
  computedGrid,
  gridFrom,
  reviewAnswer,
  ruleOf,
  shapeOf,
  sheetAnswer,
  type Answer,
  type ComputedSheet,
  type FormShape,
  type RowAnswer,
} from './answer';
import { makeBlanks, type Blank } from './blanks';
import { fillBlank } from './fill';
import { workbookFilling, type WorkbookFilling } from './fillings';
import { computeWithIronCalc } from './ironcalc';
import { isSame, KNOWN_DIFFERENCES, type KnownDifference, type Program } from './known-differences';

export interface Orders {
  readonly seed: number;
  /** Rows to fill in, at least. */
  readonly fillings: number;
  readonly programs: readonly Program[];
  /** Blanks to use; all of them where absent. */
  readonly blanks?: readonly Blank[];
  /** What a blank is filled in with; drawn where absent. */
  readonly filling?: (blank: Blank) => WorkbookFilling;
}

/** One place where the three do not agree. */
export interface Disagreement {
  readonly program: Program;
  readonly workbook: string;
  readonly key: string;
  readonly cell: string;
  readonly typed: string;
  readonly field: string;
  readonly formula: string;
  /** The review's answer, then each program's. */
  readonly answers: Readonly<Record<string, string>>;
}

/** How often a rule stood against a row of a plan. */
export type Fired = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface ParityRun {
  readonly seed: number;
  readonly programs: readonly Program[];
  readonly workbooks: number;
  readonly rows: number;
  /** Rows × programs. */
  readonly compared: number;
  /** Rows of each plan. */
  readonly rowsOfPlan: ReadonlyMap<string, number>;
  readonly fired: Fired;
  /** 进度 as it showed, in the words of the forms. */
  readonly statuses: ReadonlySet<string>;
  /** The rules that stand in a sheet of any blank. */
  readonly rules: readonly string[];
  readonly disagreements: readonly Disagreement[];
  /** Rows and heads that a known difference explains, by its id. */
  readonly met: ReadonlyMap<string, number>;
}

/** LibreOffice where it is installed; IronCalc comes with the development packages. */
export const AT_HAND: readonly Program[] = findLibreOffice()
  ? ['LibreOffice', 'IronCalc']
  : ['IronCalc'];

/** Workbooks that one start of a program opens. */
const BATCH = 18;

interface Filled {
  readonly blank: Blank;
  readonly shape: FormShape;
  readonly filling: WorkbookFilling;
  readonly bytes: Uint8Array;
}

/** Fills blanks in, has the programs compute them, and holds every row against the review of the same bytes. */
export async function runParity(orders: Orders): Promise<ParityRun> {
  const { seed, fillings, programs } = orders;
  const blanks = orders.blanks ?? makeBlanks(seed);
  const shapes = blanks.map(shapeOf);
  const tally = new Tally(shapes);
  for (let round = 0; tally.rows < fillings; round++) {
    const batch: Filled[] = [];
    for (const [index, blank] of blanks.entries()) {
      if (tally.rows + rowsIn(batch) >= fillings) break;
      const filling =
        orders.filling?.(blank) ?? drawn(blank, seed + 7919 * (round * blanks.length + index + 1));
      const bytes = await fillBlank(blank, shapes[index]!, filling);
      batch.push({ blank, shape: shapes[index]!, filling, bytes });
    }
    for (let from = 0; from < batch.length; from += BATCH)
      await compare(batch.slice(from, from + BATCH), programs, tally);
  }
  return tally.result(seed, programs);
}

function drawn(blank: Blank, seed: number): WorkbookFilling {
  return fc.sample(workbookFilling(blank), { seed, numRuns: 1 })[0]!;
}

function rowsIn(batch: readonly Filled[]): number {
  return batch.reduce((total, { blank }) => total + blank.rows.length, 0);
}

async function compare(
  batch: readonly Filled[],
  programs: readonly Program[],
  tally: Tally,
): Promise<void> {
  const sheets = new Map(
    await Promise.all(
      programs.map(async (program) => [program, await compute(program, batch)] as const),
    ),
  );
  for (const [index, filled] of batch.entries()) {
    const { blank, shape, bytes } = filled;
    const review = reviewAnswer(blank, shape, bytes);
    tally.count(review);
    const answers: Record<string, Answer> = { review };
    for (const [program, computed] of sheets)
      answers[program] = sheetAnswer(blank, shape, computed[index]!);
    for (const program of programs) {
      const { answer, rewritten } = await expectedOf(program, filled, review);
      judge({ filled, program, expected: answer, rewritten, answers }, tally);
    }
  }
}

function compute(program: Program, batch: readonly Filled[]): Promise<ComputedSheet[]> {
  const formIn = (bytes: Uint8Array, { name }: FormShape) =>
    gridFrom(bytes).sheets.find((sheet) => sheet.name === name)!;
  switch (program) {
    case 'LibreOffice':
      return convertAll(
        batch.map(({ bytes }) => bytes),
        'xlsx',
        { recalculate: true },
      ).then((saved) =>
        saved.map((bytes, index) => computedGrid(formIn(bytes, batch[index]!.shape))),
      );
    case 'IronCalc':
      return computeWithIronCalc(batch.map(({ bytes, shape }) => formIn(bytes, shape)));
  }
}

/** What the program must say: the review's answer for the cells as the program takes them. */
async function expectedOf(
  program: Program,
  { blank, shape, filling }: Filled,
  review: Answer,
): Promise<{ answer: Answer; rewritten: ReadonlySet<KnownDifference> }> {
  const rewritten = new Set<KnownDifference>();
  const taken = new Map(
    [...filling].map(([key, row]) => {
      for (const known of KNOWN_DIFFERENCES) {
        if (!known.programs.includes(program)) continue;
        const other = known.takes?.(row.actual);
        if (other === undefined) continue;
        rewritten.add(known);
        return [key, { ...row, actual: other }];
      }
      return [key, row];
    }),
  );
  if (rewritten.size === 0) return { answer: review, rewritten };
  return { answer: reviewAnswer(blank, shape, await fillBlank(blank, shape, taken)), rewritten };
}

interface Judged {
  readonly filled: Filled;
  readonly program: Program;
  readonly expected: Answer;
  readonly rewritten: ReadonlySet<KnownDifference>;
  readonly answers: Readonly<Record<string, Answer>>;
}

function judge({ filled, program, expected, rewritten, answers }: Judged, tally: Tally): void {
  const { blank, shape, filling } = filled;
  const found = answers[program]!;
  const at = { program, workbook: blank.name };
  for (const [key, wanted] of expected.rows) {
    const got = found.rows.get(key)!;
    const plain = answers.review!.rows.get(key)!;
    // a cell that the program takes otherwise, with another answer for it
    for (const known of rewritten)
      if (known.takes?.(filling.get(key)!.actual) !== undefined && !isSame(plain, got))
        tally.meet(known);
    if (isSame(wanted, got)) continue;
    const excuse = KNOWN_DIFFERENCES.find(
      (known) => known.programs.includes(program) && known.excuses?.(wanted, got),
    );
    if (excuse) tally.meet(excuse);
    else
      tally.disagree({
        ...at,
        key,
        ...differenceOf(key, wanted, got, shape),
        typed: JSON.stringify(filling.get(key)),
        answers: allAnswers(answers, wanted, key),
      });
  }
  if (expected.head === found.head) return;
  tally.disagree({
    ...at,
    ...{ key: 'head', cell: '', typed: '', field: 'head', formula: '' },
    answers: Object.fromEntries(Object.entries(answers).map(([name, { head }]) => [name, head])),
  });
}

const COLUMN_OF: Readonly<Record<keyof RowAnswer, string>> = {
  rules: 'findings',
  message: 'findings',
  status: 'status',
  completion: 'completion',
  scheduled: 'scheduled',
  computed: 'actual',
};

/** The first cell of the row that says something else, with its formula. */
function differenceOf(key: string, wanted: RowAnswer, got: RowAnswer, shape: FormShape) {
  const fields = Object.keys(COLUMN_OF) as (keyof RowAnswer)[];
  const field = fields.find((name) => String(wanted[name]) !== String(got[name]))!;
  const rule = [...wanted.rules, ...got.rules].find(
    (id) => wanted.rules.includes(id) !== got.rules.includes(id),
  );
  const column = field === 'rules' && rule !== undefined ? `rule:${rule}` : COLUMN_OF[field];
  return {
    cell: formatAddress(shape.rows.get(key)!, shape.columns.get(column)!),
    field: column,
    formula: shape.formula(key, column) ?? '',
  };
}

function allAnswers(
  answers: Readonly<Record<string, Answer>>,
  wanted: RowAnswer,
  key: string,
): Record<string, string> {
  const text = ({ rules, message, status, completion, computed }: RowAnswer) =>
    [`[${rules.join(' ')}]`, message, status, completion, computed].join(' | ');
  const { review, ...programs } = answers;
  return {
    review: text(review!.rows.get(key)!),
    ...(isSame(wanted, review!.rows.get(key)!) ? {} : { expected: text(wanted) }),
    ...Object.fromEntries(
      Object.entries(programs).map(([name, { rows }]) => [name, text(rows.get(key)!)]),
    ),
  };
}

class Tally {
  rows = 0;
  private workbooks = 0;
  private readonly rules: readonly string[];
  private readonly rowsOfPlan = new Map<string, number>();
  private readonly fired = new Map<string, Map<string, number>>();
  private readonly statuses = new Set<string>();
  private readonly disagreements: Disagreement[] = [];
  private readonly met = new Map<string, number>();

  constructor(shapes: readonly FormShape[]) {
    this.rules = [...new Set(shapes.flatMap(({ rules }) => rules.map(ruleOf)))];
  }

  count(review: Answer): void {
    this.workbooks++;
    this.rows += review.rows.size;
    for (const [key, { rules, status }] of review.rows) {
      this.statuses.add(status);
      const plan = key.slice(0, key.indexOf('/'));
      add(this.rowsOfPlan, plan);
      for (const rule of rules) {
        const plans = this.fired.get(rule) ?? new Map<string, number>();
        this.fired.set(rule, plans);
        add(plans, plan);
      }
    }
  }

  meet({ id }: KnownDifference): void {
    add(this.met, id);
  }

  disagree(disagreement: Disagreement): void {
    this.disagreements.push(disagreement);
  }

  result(seed: number, programs: readonly Program[]): ParityRun {
    const { workbooks, rows, rowsOfPlan, fired, statuses, rules, disagreements, met } = this;
    const compared = rows * programs.length;
    return {
      ...{ seed, programs, workbooks, rows, compared, rowsOfPlan },
      ...{ fired, statuses, rules, disagreements, met },
    };
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
