import {
  itemSchema,
  planRuleSchema,
  type Item,
  type PlanRule,
  type Related,
  type RowSelection,
  type RuleSetting,
} from '../../plan/schema';
import { parseCondition } from '../../rule/parse';
import { tokenize } from '../../rule/tokenize';
import { readEntries, readPairs } from './cell-lists';
import { split } from './cell-text';
import { readChoice, type Choice } from './choices';
import type { ItemColumn, RuleColumn, SettingColumn } from './columns';
import { findingMessages as messages } from './messages';
import { EVERY_ROW } from './plan-cells';
import { brief, type RecordReader } from './record-reader';

/** One row of 报送项; `standIn` is its id where it has none that counts. */
export function readItemRow(reader: RecordReader<ItemColumn>, standIn: string): Item {
  const { shape } = itemSchema;
  return {
    id: reader.checked('id', reader.required('id', standIn), shape.id, standIn),
    name: reader.required('name', '?'),
    measureUnit: reader.words('measureUnit', '?'),
    precision: reader.checked(
      'precision',
      reader.requiredNumber('precision', 0),
      shape.precision,
      0,
    ),
    accumulation: reader.requiredChoice('accumulation', 'accumulation', 'stock'),
    ...given('compute', reader.text('compute')),
  };
}

/** One row of 审核规则; a rule without an English message says the Chinese one. */
export function readRuleRow(reader: RecordReader<RuleColumn>, standIn: string): PlanRule {
  const { shape } = planRuleSchema;
  const zh = reader.words('messageZh', '?');
  const assert = reader.words('assert', 'true');
  if (!reader.isFaulty('assert')) {
    const parsed = parseCondition(assert);
    if (!parsed.ok) reader.report('assert', messages.badRule, { detail: parsed.problem.message });
  }
  return {
    id: reader.checked('id', reader.required('id', standIn), shape.id, standIn),
    severity: reader.requiredChoice('severity', 'severity', 'error'),
    assert,
    ...given('rows', readSelection(reader)),
    message: { zh, en: reader.text('messageEn') === null ? zh : reader.words('messageEn', zh) },
    ...given('at', reader.choice('at', 'findingColumn')),
    ...given('regions', yesOrNo(reader.choice('regions', 'yesNo'))),
  };
}

/** One row of 规则设置; what is wrong with it as a whole is said once the plan is complete. */
export function readSettingRow(reader: RecordReader<SettingColumn>): RuleSetting {
  const isOff = yesOrNo(reader.choice('off', 'yesNo'));
  const of: Related = {
    ...given('whole', reader.name('whole')),
    ...given('parts', listIn(reader, 'parts')),
    ...given('growth', reader.name('growth')),
    ...given('level', reader.name('level')),
  };
  return {
    rule: reader.required('rule', 'swing'),
    ...given('rows', readSelection(reader)),
    ...given('of', Object.keys(of).length > 0 ? of : null),
    ...(isOff ? { off: true as const } : {}),
    ...given('severity', reader.choice('severity', 'severity')),
    ...given('thresholds', readThresholds(reader)),
  };
}

function readThresholds(reader: RecordReader<SettingColumn>): Record<string, number> | null {
  const text = reader.text('thresholds');
  if (text === null) return null;
  const pairs = readPairs(text);
  const wrong = pairs.find(({ value }) => value === null);
  if (wrong || pairs.length === 0)
    reader.report('thresholds', messages.badThresholds, { found: brief(wrong?.key ?? text) });
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? 0]));
}

/** Which rows are looked at one by one; null where none are selected. */
function readSelection(
  reader: RecordReader<'rowIds' | 'rowKinds' | 'rowUnits'>,
): RowSelection | null {
  const ids = listIn(reader, 'rowIds');
  const kinds = kindsIn(reader);
  const measureUnits = listIn(reader, 'rowUnits');
  if (!ids && !kinds && !measureUnits) return null;
  const isEvery = ids?.length === 1 && ids[0] === EVERY_ROW;
  return {
    ...given('ids', isEvery ? null : ids),
    ...given('kinds', kinds),
    ...given('measureUnits', measureUnits),
  };
}

function kindsIn(reader: RecordReader<'rowKinds'>): Choice<'kind'>[] | null {
  const text = reader.text('rowKinds');
  if (text === null) return null;
  const kinds = split(text, /[;；]/).flatMap((label) => {
    const kind = readChoice('kind', label);
    if (kind === null) reader.report('rowKinds', messages.unknownKind, { found: brief(label) });
    return kind ?? [];
  });
  return kinds.length > 0 ? kinds : null;
}

function listIn<Id extends string>(reader: RecordReader<Id>, id: Id): string[] | null {
  const text = reader.text(id);
  const list = text === null ? [] : readEntries(text);
  return list.length > 0 ? list : null;
}

function yesOrNo(choice: 'yes' | 'no' | null): boolean | null {
  return choice === null ? null : choice === 'yes';
}

/** A property where the cell holds something. */
function given<Name extends string, Value>(
  name: Name,
  value: Value | null,
): Partial<Record<Name, Value>> {
  return value === null ? {} : ({ [name]: value } as Record<Name, Value>);
}

/** Reports the first name in a rule that is no indicator or item; other plans' names are not known here. */
export function checkRuleNames(
  reader: RecordReader<RuleColumn>,
  rule: PlanRule,
  planId: string,
  known: ReadonlySet<string>,
): void {
  if (reader.isFaulty('assert')) return;
  const read = tokenize(rule.assert);
  if (!read.ok) return;
  const unknown = read.tokens.find(({ kind, text }) => {
    if (kind !== 'entry') return false;
    const own = text.startsWith(`${planId}/`) ? text.slice(planId.length + 1) : text;
    return !known.has(own);
  });
  if (unknown)
    reader.report('assert', messages.unknownRuleName, {
      column: unknown.column,
      found: brief(unknown.text),
    });
}
