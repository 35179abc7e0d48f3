import { parseAddress } from '../../src/core/sheet/address';
import { cellAt, type SheetGrid, type WorkbookGrid } from '../../src/core/sheet/grid';
import { review } from '../../src/core/review/review';
import { assess, assessMilestone } from '../../src/core/rule/progress/assess';
import type { SubmittedEntry } from '../../src/core/submission/submission';
import type { Row } from '../../src/core/template/facts';
import { KEY_COLUMN, KEY_ROW } from '../../src/core/template/layout';
import { templateMessages } from '../../src/core/template/messages';
import { readWorkbook } from '../../src/xlsx/read/read-workbook';
import { formOf } from '../factories/filling';
import { submissionOf } from '../factories/submission';
import { FORM } from '../factories/template';
import type { Blank } from './blanks';

/** What one of the three says about a row. */
export interface RowAnswer {
  /** The rules that stand against the row, the one whose message shows first. */
  readonly rules: readonly string[];
  /** The whole text of the check column. */
  readonly message: string;
  /** 进度, in the form's words. */
  readonly status: string;
  /** '' where it has no meaning. */
  readonly completion: number | string;
  readonly scheduled: number | string;
  /** The figure of a row that computes itself, '' in the others. */
  readonly computed: number | string;
}

export interface Answer {
  /** 已填 x/y 须修改 n 需说明 m */
  readonly head: string;
  /** By the row's key. */
  readonly rows: ReadonlyMap<string, RowAnswer>;
}

/** A sheet whose formulas some program computed; '' where a cell is empty. */
export type ComputedSheet = (row: number, column: number) => string | number | boolean;

/** The form as a blank has it: where its rows and columns stand. */
export interface FormShape {
  readonly name: string;
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  /** The ids of the rules whose columns stand behind the form, first to last. */
  readonly rules: readonly string[];
  /** The formula at a place, undefined where there is none. */
  formula(key: string, column: string): string | undefined;
}

export function shapeOf({ built }: Pick<Blank, 'built'>): FormShape {
  const { name, cells } = formOf(built);
  const keys = cells.filter(({ column }) => column === KEY_COLUMN);
  const ids = cells.filter(({ row }) => row === KEY_ROW);
  const rows = new Map(keys.map(({ value, row }) => [String(value), row]));
  const columns = new Map(ids.map(({ value, column }) => [String(value), column]));
  const formulas = new Map(
    cells.flatMap(({ row, column, formula }) =>
      formula === undefined ? [] : [[`${row} ${column}`, formula]],
    ),
  );
  return {
    name,
    rows,
    columns,
    rules: [...columns.keys()].flatMap((id) => (id.startsWith('rule:') ? [id.slice(5)] : [])),
    formula: (key, column) => formulas.get(`${rows.get(key)} ${columns.get(column)}`),
  };
}

/** The rule of a column; a rule that relates a row to several others has several. */
export function ruleOf(column: string): string {
  return column.replace(/\.\d+$/, '');
}

/** What the form itself says. */
export function sheetAnswer(blank: Blank, shape: FormShape, computed: ComputedSheet): Answer {
  const at = (key: string, column: string) =>
    computed(shape.rows.get(key)!, shape.columns.get(column)!);
  const rows = blank.rows.map(({ entry: { key, derivation } }): [string, RowAnswer] => {
    const standing = shape.rules.filter((rule) => at(key, `rule:${rule}`) === 1).map(ruleOf);
    return [
      key,
      {
        rules: standing,
        message: String(at(key, 'findings')),
        status: String(at(key, 'status')),
        completion: numberOr(at(key, 'completion')),
        scheduled: numberOr(at(key, 'scheduled')),
        computed: derivation ? numberOr(at(key, 'actual')) : '',
      },
    ];
  });
  const { columns } = shape;
  const isHead = (text: string) =>
    text.includes(templateMessages.filled[blank.built.model.language]);
  const lastHead = Math.min(...blank.rows.map(({ entry }) => shape.rows.get(entry.key)!));
  let head = '';
  for (let row = KEY_ROW; row < lastHead && head === ''; row++)
    for (const column of columns.values()) {
      const text = String(computed(row, column));
      if (isHead(text)) head = text;
    }
  return { head: headOf(head, blank), rows: new Map(rows) };
}

/** What reading and reviewing the file says. */
export function reviewAnswer(blank: Blank, shape: FormShape, bytes: Uint8Array): Answer {
  const { language } = blank.built.model;
  const submission = submissionOf(gridFrom(bytes));
  const rulesOn = new Map(blank.rows.map(({ entry, rules }) => [entry.key, rules]));
  // what an explanation cleared has become a note of a rule that is none by itself
  const standing = review(submission).filter(({ rule, severity, entry }) =>
    rulesOn.get(entry ?? '')?.some(({ id, ...own }) => id === rule && own.severity === severity),
  );
  const { moreBefore, moreAfter, passed, filled, errors, explanations } = templateMessages;
  const rows = submission.entries.map((submitted, index): [string, RowAnswer] => {
    const { key, derivation } = submitted.entry;
    const row = blank.rows[index]!;
    const [first, ...others] = standing.filter(({ entry }) => entry === key);
    if (first && parseAddress(first.cell ?? '')?.row !== shape.rows.get(key))
      throw new Error(`${first.rule} of ${key} points at ${first.cell ?? 'no cell'}`);
    const more =
      others.length > 0 ? `${moreBefore[language]}${others.length}${moreAfter[language]}` : '';
    const isJudged = shape.rules.some((rule) => shape.formula(key, `rule:${rule}`) !== undefined);
    const isPending = derivation !== null && submitted.state === 'blank';
    const progress = progressOf(row, submitted);
    return [
      key,
      {
        rules: standing.filter(({ entry }) => entry === key).map(({ rule }) => rule),
        message: first
          ? first.message[language] + more
          : isJudged && !isPending
            ? passed[language]
            : '',
        status: progress === null ? '' : FORM.statuses[progress.status].label[language],
        completion: progress?.completion ?? '',
        scheduled: progress?.scheduled ?? row.facts.scheduled ?? '',
        computed: derivation ? (submitted.value ?? '') : '',
      },
    ];
  });
  const open = submission.entries.filter(({ entry }) => entry.derivation === null);
  const blanks = open.filter(({ state }) => state === 'blank').length;
  const count = (wanted: string) =>
    standing.filter(({ severity, rule }) => severity === wanted && rule !== 'missing-figure')
      .length;
  return {
    head:
      `${filled[language]}${open.length - blanks}/${open.length}` +
      `${errors[language]}${count('error')}${explanations[language]}${count('explain')}`,
    rows: new Map(rows),
  };
}

export function gridFrom(bytes: Uint8Array): WorkbookGrid {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.message.en);
  return read.grid;
}

export function computedGrid(sheet: SheetGrid): ComputedSheet {
  return (row, column) => cellAt(sheet, row, column)?.value ?? '';
}

/** The judgement of the figure; null where the form shows none. */
function progressOf(row: Row, { entry, state, value, milestone }: SubmittedEntry) {
  if (value === null && state !== 'blank') return null;
  if (entry.accumulation === 'status') return assessMilestone(milestone);
  return row.yardstick && assess(row.yardstick, value);
}

function headOf(text: string, { built }: Blank): string {
  return text.slice(text.indexOf(templateMessages.filled[built.model.language]));
}

function numberOr(value: string | number | boolean): number | string {
  return typeof value === 'number' ? value : String(value);
}
