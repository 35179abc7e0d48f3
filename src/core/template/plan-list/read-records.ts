import { itemSchema, planRuleSchema, type Item, type PlanRule } from '../../plan/schema';
import { parseCondition } from '../../rule/parse';
import { tokenize } from '../../rule/tokenize';
import type { ItemColumn, RuleColumn } from './columns';
import { findingMessages as messages } from './messages';
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
    message: { zh, en: reader.text('messageEn') === null ? zh : reader.words('messageEn', zh) },
  };
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
