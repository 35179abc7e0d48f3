import { fill, type Fillings } from '../plan/text';
import { FILE_RULES, type FileRuleName } from '../rule/catalogue';
import type { IssuedTemplates } from '../submission/recover/identity';
import type { Submission } from '../submission/submission';
import type { TemplateModel } from '../template/model';
import type { Finding } from './finding';

/** What a submission is held against: the round it is sent to, or just the plans at hand. */
export interface Expected {
  /** Null where no round is named. */
  readonly round: { readonly id: string; readonly period: string } | null;
  readonly plans: readonly {
    readonly id: string;
    readonly title: string;
    readonly hash: string;
    /** Full names of its indicators; not compared where absent. */
    readonly indicators?: readonly string[];
  }[];
  /** True where the round's forms are signed. */
  readonly isSigned: boolean;
  /** The blanks of the round, for a workbook that lost its hidden sheet; called only then. */
  readonly templates?: IssuedTemplates;
}

/** Whether the workbook belongs to the round at all; its figures are reviewed apart from this. */
export function reviewAgainst(expected: Expected, { model, seal }: Submission): Finding[] {
  const findings: Finding[] = [];
  const find = (name: FileRuleName, fillings: Fillings) => findings.push(finding(name, fillings));
  const { round } = expected;
  if (round) {
    const foreign = model.plans.filter(({ id }) => !expected.plans.some((plan) => plan.id === id));
    if (foreign.length > 0)
      find('wrongPlan', { found: titles(foreign), expected: titles(expected.plans) });
    else if (model.period !== round.period)
      find('wrongPeriod', { found: model.period, expected: round.period });
    else if (model.round !== round.id)
      find('wrongRound', { found: model.round, expected: round.id });
  }
  for (const plan of model.plans) {
    const known = expected.plans.find(({ id }) => id === plan.id);
    if (!known || known.hash === plan.hash) continue;
    find('planVersion', { plan: plan.title });
    const gone = unlisted(model, plan.id, known.indicators);
    if (gone.length > 0) find('unlistedIndicator', { names: gone.join('、') });
  }
  if (expected.isSigned && (seal === 'unsigned' || seal === 'missing'))
    find('signatureMissing', {});
  return findings;
}

/** The names of the form's indicators that the plan as it stands no longer has. */
function unlisted(
  { entries }: TemplateModel,
  plan: string,
  indicators: readonly string[] | undefined,
): string[] {
  if (!indicators) return [];
  const listed = new Set(indicators);
  return entries
    .filter(({ key, item }) => item === null && key.startsWith(`${plan}/`) && !listed.has(key))
    .map(({ name }) => name);
}

function titles(plans: readonly { readonly title: string }[]): string {
  return plans.map(({ title }) => `《${title}》`).join('、');
}

function finding(name: FileRuleName, fillings: Fillings): Finding {
  const rule = FILE_RULES[name];
  return {
    rule: rule.id,
    severity: rule.severity,
    sheet: null,
    cell: null,
    entry: null,
    indicator: null,
    message: fill(rule.message, fillings),
  };
}
