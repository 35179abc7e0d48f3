import type { Plan } from '../../../core/plan/schema';
import { ruleLines, ruleTableHead } from '../../../core/rule/rule-table';
import { kindLabels } from '../../../core/template/messages';
import { targetText } from '../../../core/template/target-text';
import { EXIT, type ExitCode } from '../failure';
import { cliMessages as messages } from '../messages';
import type { Output } from '../output';
import { loadPlan, seedIds } from '../plans';

/** `plan list`: the plans that come with the product, and how much each holds. */
export async function listPlans(output: Output): Promise<ExitCode> {
  const plans = await Promise.all((await seedIds()).map(async (id) => (await loadPlan(id)).plan));
  output.json(
    plans.map((plan) => ({
      id: plan.id,
      title: plan.title,
      issuer: plan.issuer,
      startYear: plan.startYear,
      endYear: plan.endYear,
      ...countsOf(plan),
    })),
  );
  output.table(
    [
      messages.colPlan,
      messages.colTitle,
      messages.colYears,
      messages.colMeasurable,
      messages.colMilestones,
      messages.colSoft,
      messages.colOrganisations,
    ],
    plans.map((plan) => {
      const { measurable, milestones, soft } = countsOf(plan);
      const years = `${plan.startYear}—${plan.endYear}`;
      const counts = [measurable, milestones, soft, plan.organisations.length].map(String);
      return [plan.id, plan.title, years, ...counts];
    }),
  );
  return EXIT.clean;
}

/** `plan show`: one plan's whole list. */
export async function showPlan(name: string, output: Output): Promise<ExitCode> {
  const { plan } = await loadPlan(name);
  output.json(plan);
  output.line(messages.planHead, {
    title: plan.title,
    start: plan.startYear,
    end: plan.endYear,
    issuer: plan.issuer,
    coordinator: plan.coordinator,
  });
  output.table(
    [
      messages.colIndicator,
      messages.colUnit,
      messages.colKind,
      messages.colBaseline,
      messages.colTarget,
      messages.colYear,
      messages.colLead,
      messages.colId,
    ],
    plan.indicators.map((indicator) => [
      indicator.name,
      indicator.measureUnit,
      indicator.soft
        ? messages.colSoft[output.language]
        : kindLabels[indicator.kind][output.language],
      indicator.baseline === null ? '' : `${indicator.baseline.value} (${indicator.baseline.year})`,
      targetText(indicator.target)[output.language],
      String(indicator.target.year),
      indicator.leadUnit ?? '—',
      indicator.id,
    ]),
  );
  printRules(plan, output);
  return EXIT.clean;
}

/** The plan's own rules, and those of the catalogue that it sets otherwise. */
function printRules(plan: Plan, output: Output): void {
  const lines = ruleLines(plan).filter(({ isOfPlan }) => isOfPlan);
  if (lines.length === 0) return;
  const { language } = output;
  output.line(messages.planRules);
  output.table(
    ruleTableHead,
    lines.map(({ id, severity, scope, catches }) => [
      id,
      severity[language],
      scope[language],
      catches[language],
    ]),
    [30, 8, 24, 60],
  );
}

function countsOf({ indicators }: Plan) {
  const soft = indicators.filter((indicator) => indicator.soft).length;
  const milestones = indicators.filter(
    ({ kind, soft: isSoft }) => kind === 'milestone' && !isSoft,
  ).length;
  return { measurable: indicators.length - soft - milestones, milestones, soft };
}
