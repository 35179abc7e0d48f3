import { evaluateCondition, evaluateNumber, type Figures } from '../rule/evaluate';
import {
  compileCondition,
  compileNumber,
  quote,
  type Binding,
  type NumberPlace,
} from '../rule/excel-formula';
import type { Condition, NumberExpression, NumberFigure } from '../rule/expression';
import { missingFigure } from '../rule/catalogue/missing-figure';
import { LONGEST_FORMULA } from '../rule/excel-limits';
import { compileMessage } from '../rule/message';
import type { Status } from '../rule/progress/subject';
import { MILESTONE_STATUSES, type MilestoneStatus } from '../rule/row';
import type { CellValue } from '../sheet/description';
import { strongerThan, type AppliedRule } from './applied-rules';
import { derivedExpression } from './derivation';
import type { Entry } from './entry';
import type { Row } from './facts';
import type { Form } from './form';
import type { Layout } from './layout';
import type { TemplateModel } from './model';

/** A formula and what it gives in the blank form. */
export interface LiveCell {
  readonly formula: string;
  readonly value: CellValue;
}

/** Everything that a row's formulas need to know of the sheet around it. */
export interface RowPlace {
  readonly row: Row;
  readonly rowNumber: number;
  readonly layout: Layout;
  readonly model: TemplateModel;
  readonly form: Form;
  /** The sheet row of each entry, by key. */
  readonly rowNumbers: ReadonlyMap<string, number>;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A status for a milestone that is reported as such. */
const MILESTONE_STATUS: Readonly<Record<MilestoneStatus, Status>> = {
  'not-started': 'behind',
  'under-way': 'slightly-behind',
  'on-schedule': 'on-schedule',
  completed: 'achieved',
};

/** The figure of a row that computes itself from other rows. */
export function derivedFormula(place: RowPlace): LiveCell | null {
  const expression = derivedExpression(place.row.entry);
  if (!expression) return null;
  return live(expression, place, (formula) => {
    return `IFERROR(ROUND(${formula},${place.row.entry.precision}),"")`;
  });
}

/** 完成率 as a share of 1; blank where it has no meaning. */
export function completionFormula(place: RowPlace): LiveCell | null {
  const completion = place.row.yardstick?.completion;
  return completion ? live(completion, place) : null;
}

/** 进度, in the words of the form. */
export function statusFormula(place: RowPlace): LiveCell | null {
  const { row, rowNumber, layout, form, model } = place;
  const label = (status: Status) => quote(form.statuses[status].label[model.language]);
  const state = layout.cell('state-code', rowNumber);
  const reading = layout.cell('reading', rowNumber);
  const assessed = (formula: string): LiveCell => ({
    formula: `IF(ISNUMBER(${reading}),${formula},IF(OR(${state}="blank",${state}="pending"),${label('not-reported')},""))`,
    value: form.statuses['not-reported'].label[model.language],
  });
  if (row.entry.accumulation === 'status') {
    const labels = MILESTONE_STATUSES.map((status) => label(MILESTONE_STATUS[status]));
    return assessed(`CHOOSE(${reading},${labels.join(',')})`);
  }
  const { yardstick } = row;
  if (!yardstick) return null;
  const binding = bindingOf(place);
  const steps: readonly [Condition | null, Status][] = [
    [yardstick.achieved, 'achieved'],
    [yardstick.onSchedule, 'on-schedule'],
    [yardstick.nearSchedule, 'slightly-behind'],
  ];
  const otherwise = label(yardstick.otherwise);
  return assessed(
    steps.reduceRight(
      (rest, [condition, status]) =>
        condition ? `IF(${compileCondition(condition, binding)},${label(status)},${rest})` : rest,
      otherwise,
    ),
  );
}

/** 1 where the explanation holds anything, which clears what may be cleared, else 0. */
export function explainedFormula(place: RowPlace): LiveCell {
  const isEmpty = compileCondition({ type: 'empty', figure: 'explanation' }, bindingOf(place));
  return { formula: `IF(${isEmpty},0,1)`, value: 0 };
}

/** 1 where the rule stands against the row, 2 where it fires and its explanation clears it, else 0. */
export function ruleFormula(rule: AppliedRule, place: RowPlace): LiveCell {
  const { row, rowNumber, layout } = place;
  const binding = bindingOf(place);
  const parts = rule.when.type === 'and' ? rule.when.operands : [rule.when];
  const conditions = parts.map((part) => compileCondition(part, binding));
  const stronger = strongerThan(rule, row.rules).map(
    ({ column }) => `${layout.cell(`rule:${column}`, rowNumber)}=0`,
  );
  const all = [...conditions, ...stronger];
  const fires = all.length > 1 ? `AND(${all.join(',')})` : (all[0] ?? 'TRUE');
  const stands = rule.severity === 'explain' ? `1+${layout.cell('explained', rowNumber)}` : '1';
  return {
    formula: `IF(${fires},${stands},0)`,
    value: evaluateCondition(rule.fires, blankFigures(place)) ? 1 : 0,
  };
}

/** How many errors, or explanations owed, stand against the row; a figure not yet typed is no error. */
export function countFormula(severity: 'error' | 'explain', place: RowPlace): LiveCell | null {
  const { row, rowNumber, layout } = place;
  const counted = row.rules.filter((rule) => rule.severity === severity && rule.id !== MISSING);
  if (counted.length === 0) return null;
  const cells = counted.map(({ column }) => layout.cell(`rule:${column}`, rowNumber));
  const blank = counted.filter((rule) => evaluateCondition(rule.fires, blankFigures(place)));
  // an explained one is 2
  const formula =
    severity === 'error'
      ? `SUM(${cells.join(',')})`
      : `0${cells.map((cell) => `+(${cell}=1)`).join('')}`;
  return { formula, value: blank.length };
}

/** When the rule stands against the row: it fires, and no explanation clears it where one may. */
export function firingCondition({ severity, fires }: AppliedRule): Condition {
  if (severity !== 'explain') return fires;
  return { type: 'and', operands: [fires, { type: 'empty', figure: 'explanation' }] };
}

const MISSING = missingFigure.id;

/** The first message that stands against the row, and how many more. */
export function findingsFormula(place: RowPlace, passed: string, more: [string, string]): LiveCell {
  const { row, rowNumber, layout, model } = place;
  const [first] = layout.rules;
  if (first === undefined || row.rules.length === 0) return { formula: '""', value: '' };
  const last = layout.rules.at(-1)!;
  const standing = `${layout.cell(`rule:${first}`, rowNumber)}:${layout.cell(`rule:${last}`, rowNumber)}`;
  const quoted = layout.cell('quoted', rowNumber);
  const binding = bindingOf(place);
  const rules = new Map(row.rules.map((rule) => [rule.column, rule]));
  const messages = layout.rules.map((column) => {
    const rule = rules.get(column);
    return rule ? compileMessage(rule, row.facts, model.language, binding, quoted) : '0';
  });
  const state = layout.cell('state-code', rowNumber);
  const clear = `IF(${state}="pending","",${quote(passed)})`;
  const count = `COUNTIF(${standing},1)`;
  const further = `IF(${count}>1,${quote(more[0])}&(${count}-1)&${quote(more[1])},"")`;
  const formula = `IF(${count}=0,${clear},CHOOSE(MATCH(1,${standing},0),${messages.join(',')})&${further})`;
  if (formula.length > LONGEST_FORMULA)
    throw new Error(`the messages on ${row.entry.key} are too long, which checkPlanRules says`);
  const blank = row.rules.find(({ id }) => id === MISSING);
  return { formula, value: blank ? blank.message[model.language] : '' };
}

/** Where the formulas of a row find its figures. */
export function bindingOf({ row, rowNumber, layout, rowNumbers, entries }: RowPlace): Binding {
  return {
    number: (name) => {
      if (name === 'actual') return cellPlace(layout.cell('reading', rowNumber));
      return constantPlace(row.facts[name]);
    },
    text: (name) => layout.cell(name === 'state' ? 'state-code' : name, rowNumber),
    entry: (id) => {
      const found = rowNumbers.get(id);
      return found === undefined ? { type: 'blank' } : cellPlace(layout.cell('reading', found));
    },
    earlier: (id, period) => constantPlace(entries.get(id)?.[period] ?? null),
  };
}

/** The figures of a row that nobody has filled in. */
export function blankFigures({ row, entries }: RowPlace): Figures {
  const { facts } = row;
  return {
    number: (name: NumberFigure) => (name === 'actual' ? null : facts[name]),
    text: (name) => (name === 'state' ? (row.entry.derivation ? 'pending' : 'blank') : ''),
    entry: () => null,
    earlier: (id, period) => entries.get(id)?.[period] ?? null,
  };
}

function live(
  expression: NumberExpression,
  place: RowPlace,
  wrap: (formula: string) => string = (formula) => formula,
): LiveCell {
  return {
    formula: wrap(compileNumber(expression, bindingOf(place))),
    value: evaluateNumber(expression, blankFigures(place)) ?? '',
  };
}

function cellPlace(reference: string): NumberPlace {
  return { type: 'cell', reference };
}

function constantPlace(value: number | null): NumberPlace {
  return value === null ? { type: 'blank' } : { type: 'constant', value };
}
