import { evaluateCondition, evaluateNumber, type Figures } from '../rule/evaluate';
import {
  compileCondition,
  compileNumber,
  quote,
  type Binding,
  type NumberPlace,
} from '../rule/excel-formula';
import type { Condition, NumberExpression, NumberFigure } from '../rule/expression';
import { ROW_RULES } from '../rule/catalogue';
import { compileMessage } from '../rule/message';
import type { Status } from '../rule/progress/subject';
import { MILESTONE_STATUSES, type MilestoneStatus } from '../rule/row';
import type { RowRule } from '../rule/rule';
import type { CellValue } from '../sheet/description';
import { derivedExpression } from './derivation';
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

/** 1 where the rule fires and nothing clears it, else 0; null where it does not concern the row. */
export function ruleFormula(rule: RowRule, place: RowPlace): LiveCell | null {
  const condition = firingCondition(rule, place.row);
  if (!condition) return null;
  return {
    formula: `IF(${compileCondition(condition, bindingOf(place))},1,0)`,
    value: evaluateCondition(condition, blankFigures(place)) ? 1 : 0,
  };
}

/** When the rule stands against the row: it fires, and no explanation clears it where one may. */
export function firingCondition(rule: RowRule, row: Row): Condition | null {
  const fires = firesWhen(rule, row);
  if (!fires || rule.severity !== 'explain') return fires;
  return { type: 'and', operands: [fires, { type: 'empty', figure: 'explanation' }] };
}

/** When the rule fires, explained or not, and none that it yields to does. */
export function firesWhen(rule: RowRule, row: Row): Condition | null {
  let known = firing.get(row);
  if (!known) firing.set(row, (known = new Map<RowRule, Condition | null>()));
  let fires = known.get(rule);
  if (fires === undefined) known.set(rule, (fires = findFiring(rule, row)));
  return fires;
}

/** Found once a row: rules that yield to others ask for theirs again. */
const firing = new WeakMap<Row, Map<RowRule, Condition | null>>();

function findFiring(rule: RowRule, row: Row): Condition | null {
  if (row.entry.derivation && DERIVED_EXEMPT.has(rule.id)) return null;
  const when = rule.when(row.facts);
  const { yieldsTo } = rule;
  if (!when || !yieldsTo) return when;
  const stronger = ROW_RULES.filter(({ id }) => yieldsTo.includes(id)).flatMap(
    (other) => firesWhen(other, row) ?? [],
  );
  if (stronger.length === 0) return when;
  return {
    type: 'and',
    operands: [when, { type: 'not', operand: { type: 'or', operands: stronger } }],
  };
}

/** Rules about what is typed, which nobody does in a row that computes itself. */
const DERIVED_EXEMPT: ReadonlySet<string> = new Set([
  'missing-figure',
  'not-a-number',
  'state-conflict',
  'whole-number',
  'not-applicable-unexplained',
]);

/** The first message that stands against the row, and how many more. */
export function findingsFormula(place: RowPlace, passed: string, more: [string, string]): LiveCell {
  const { row, rowNumber, layout, model } = place;
  const standing = layout.rules.filter((rule) => firingCondition(rule, row) !== null);
  if (standing.length === 0) return { formula: '""', value: '' };
  const first = layout.cell(`rule:${layout.rules[0]!.id}`, rowNumber);
  const last = layout.cell(`rule:${layout.rules.at(-1)!.id}`, rowNumber);
  const sum = `SUM(${first}:${last})`;
  const quoted = layout.cell('quoted', rowNumber);
  const binding = bindingOf(place);
  const messages = standing.reduceRight(
    (rest, rule) =>
      `IF(${layout.cell(`rule:${rule.id}`, rowNumber)}=1,${compileMessage(rule, row.facts, model.language, binding, quoted)},${rest})`,
    '""',
  );
  const state = layout.cell('state-code', rowNumber);
  const clear = `IF(${state}="pending","",${quote(passed)})`;
  const count = `IF(${sum}>1,${quote(more[0])}&(${sum}-1)&${quote(more[1])},"")`;
  const blank = standing.find((rule) => rule.id === 'missing-figure');
  return {
    formula: `IF(${sum}=0,${clear},${messages}&${count})`,
    value: blank ? blank.message[model.language] : '',
  };
}

/** Where the formulas of a row find its figures. */
export function bindingOf({ row, rowNumber, layout, rowNumbers }: RowPlace): Binding {
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
  };
}

/** The figures of a row that nobody has filled in. */
export function blankFigures({ row }: RowPlace): Figures {
  const { facts } = row;
  return {
    number: (name: NumberFigure) => (name === 'actual' ? null : facts[name]),
    text: (name) => (name === 'state' ? (row.entry.derivation ? 'pending' : 'blank') : ''),
    entry: () => null,
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
