import { FILE_RULES, type FileRuleName } from '../rule/catalogue';
import type { FileRule } from '../rule/rule';
import type { TemplateModel } from './model';

/**
 * A rule about the whole file as the plans of the workbook have it: null where all of them switch it
 * off, another severity where all of them set one, the first plan's. One plan does not speak for others.
 */
export function fileRuleFor(
  name: FileRuleName,
  { plans, rules = [] }: Pick<TemplateModel, 'plans' | 'rules'>,
): FileRule | null {
  const rule: FileRule = FILE_RULES[name];
  if (!rule.adjustable) return rule;
  const settings = plans.map(({ id }) =>
    rules
      .find(({ plan }) => plan === id)
      ?.settings.filter((setting) => setting.rule === rule.id)
      .at(-1),
  );
  if (settings.every((setting) => setting?.off)) return null;
  const severities = settings.flatMap((setting) => setting?.severity ?? []);
  return severities.length === plans.length ? { ...rule, severity: severities[0]! } : rule;
}
