import type { RuleSetting, Severity } from '../plan/schema';
import type { Thresholds } from '../rule/limits';
import { isSelected } from '../rule/plan-rules/selection';
import type { Entry } from './entry';
import { planOfKey, selectable } from './form-names';
import type { TemplateModel } from './model';

/** What a row's own plan makes of a rule; a later setting comes over an earlier one. */
export function settingsFor(
  rule: string,
  entry: Entry,
  { rules }: Pick<TemplateModel, 'rules'>,
): readonly RuleSetting[] {
  if (!rules) return NONE;
  const plan = planOfKey(entry.key);
  const settings = rules.find((carried) => carried.plan === plan)?.settings ?? NONE;
  return settings.filter((setting) => {
    if (setting.rule !== rule || setting.of) return false;
    if (!setting.rows) return true;
    const row = selectable(entry, plan);
    return row !== null && isSelected(setting.rows, row, plan);
  });
}

/** Most plans leave the catalogue as it is. */
const NONE: readonly RuleSetting[] = [];
const UNCHANGED: Thresholds = {};

export function thresholdsIn(settings: readonly RuleSetting[]): Thresholds {
  if (settings.length === 0) return UNCHANGED;
  return Object.assign({}, ...settings.map(({ thresholds }) => thresholds ?? {})) as Thresholds;
}

export function severityIn(settings: readonly RuleSetting[]): Severity | undefined {
  return settings.flatMap(({ severity }) => severity ?? []).at(-1);
}
