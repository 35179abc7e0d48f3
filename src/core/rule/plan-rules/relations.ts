import type { FindingColumn, PlanRule, RuleSetting, Severity } from '../../plan/schema';
import type { Text } from '../../plan/text';
import { RELATION_RULES } from '../catalogue';
import { NUMBER_FIGURES, type Condition, type NumberExpression } from '../expression';
import { entriesIn } from '../expression-parts';
import { placesIn } from '../message';
import { parseCondition } from '../parse';
import { condition, number, type Relation, type RelationRule } from '../rule';
import type { Names } from './names';

/** What a plan asks of its rules; all of it travels inside a workbook. */
export interface PlanRules {
  readonly id: string;
  readonly rules: readonly PlanRule[];
  readonly ruleSettings?: readonly RuleSetting[] | undefined;
}

/** What must hold between entries of a plan, named as the plan names them. */
export interface PlanRelation {
  /** The finding's rule. */
  readonly id: string;
  readonly severity: Severity;
  readonly assert: Condition;
  /** The id of the entry whose row a finding points at, and the column there. */
  readonly on: string;
  readonly at: FindingColumn;
  readonly message: Text;
  /** What it is about, for people who read of it before it fires; places stand open. */
  readonly about: Text;
  /** What fills the places of the message: a number as one entry shows its decimals, or an entry's name. */
  readonly values: Readonly<
    Record<
      string,
      { readonly number: NumberExpression; readonly as: string } | { readonly nameOf: string }
    >
  >;
  /** Whether it holds within each region as well. */
  readonly regions: boolean;
}

/** The full name of a plan's own rule. */
export function ruleName(planId: string, rule: Pick<PlanRule, 'id'>): string {
  return `${planId}/${rule.id}`;
}

/** Every relation that a plan sets, its own and the catalogue's; those that name what is not there are left out. */
export function relationsOf(plan: PlanRules, names: Names): PlanRelation[] {
  const own = plan.rules.flatMap((rule) => (rule.rows ? [] : (ownRelation(plan.id, rule) ?? [])));
  const settings = plan.ruleSettings ?? [];
  const ofCatalogue = settings.flatMap((setting) => catalogueRelations(setting, settings, names));
  return [...own, ...ofCatalogue].filter((relation) => {
    const ids = [relation.on, ...entriesIn(relation.assert)];
    return ids.every((id) => names(id)?.isMilestone === false);
  });
}

function ownRelation(planId: string, rule: PlanRule): PlanRelation | null {
  const parsed = parseCondition(rule.assert);
  if (!parsed.ok) return null;
  const ids = entriesIn(parsed.condition);
  const { message, values } = withFigures(rule.message, ids);
  return ids.length === 0
    ? null
    : {
        id: ruleName(planId, rule),
        severity: rule.severity,
        assert: parsed.condition,
        on: ids[0]!,
        at: rule.at ?? 'actual',
        message,
        about: rule.message,
        values,
        regions: rule.regions ?? false,
      };
}

/** A message that names no figure is followed by all that the rule names. */
function withFigures(
  message: Text,
  ids: readonly string[],
): Pick<PlanRelation, 'message' | 'values'> {
  const figures = Object.fromEntries(
    ids.map((id) => [id, { number: { type: 'entry', id } as const, as: id }]),
  );
  if (placesIn(message.zh).some((place) => ids.includes(place)))
    return { message, values: figures };
  const list = (separator: string) =>
    ids.map((id, index) => `{name${index}} {${id}}`).join(separator);
  const named = ids.map((id, index) => [`name${index}`, { nameOf: id }] as const);
  return {
    message: {
      zh: `${message.zh}（${list('、')}）`,
      en: `${message.en} (${list(', ')})`,
    },
    values: { ...figures, ...Object.fromEntries(named) },
  };
}

function catalogueRelations(
  setting: RuleSetting,
  all: readonly RuleSetting[],
  names: Names,
): PlanRelation[] {
  const { rule: id, of } = setting;
  const rule = RELATION_RULES.find((candidate) => candidate.id === id);
  if (!rule || !of || rule.needs.some((need) => of[need] === undefined)) return [];
  const known = rule.needs.flatMap((need) => of[need] ?? []).map(names);
  if (known.some((named) => named === null)) return [];
  const precisionOf = (name: string) => names(name)?.precision ?? 0;
  // a setting without `of` is about every relation of the rule
  const general = all.filter((other) => other.rule === id && !other.of);
  if (general.some(({ off }) => off)) return [];
  const thresholds = Object.assign(
    {},
    ...general.map((other) => other.thresholds ?? {}),
    setting.thresholds ?? {},
  ) as Record<string, number>;
  const severity =
    setting.severity ?? general.filter((other) => other.severity).at(-1)?.severity ?? rule.severity;
  return rule
    .relations(of, precisionOf, thresholds)
    .map((relation) => relationOf(rule, relation, severity));
}

/** A relation of the catalogue as a plan's own would be. */
export function relationOf(
  rule: RelationRule,
  relation: Relation,
  severity: Severity,
): PlanRelation {
  const numbers = Object.entries(relation.values).map(
    ([place, { text, as }]) => [place, { number: number(text), as }] as const,
  );
  const names = Object.entries(relation.names).map(
    ([place, nameOf]) => [place, { nameOf }] as const,
  );
  return {
    id: rule.id,
    severity,
    assert: condition(relation.assert),
    on: relation.at,
    at: 'actual',
    message: rule.message,
    about: rule.catches,
    values: Object.fromEntries<PlanRelation['values'][string]>([...numbers, ...names]),
    regions: true,
  };
}

/** The places that a rule over rows may have, besides {raw}, {name} and {unit}. */
export function isRowPlace(place: string): boolean {
  return (NUMBER_FIGURES as readonly string[]).includes(place);
}
