import type { Plan, Related, RowSelection } from '../plan/schema';
import { fill, type Language, type Text } from '../plan/text';
import { entriesIn } from '../rule/expression-parts';
import { planNames, type Names } from '../rule/plan-rules/names';
import { relationsOf, ruleName, type PlanRelation } from '../rule/plan-rules/relations';
import { isSelected } from '../rule/plan-rules/selection';
import type { RuledModel } from './applied-rules';
import { formNames, selectable } from './form-names';
import { templateMessages } from './messages';
import type { CarriedRules } from './model';
import { isJudgedIn } from './relation-rules';

type Ruled = Pick<RuledModel, 'entries' | 'region'>;

/** What a workbook has to carry of its plans' rules to judge its rows without the plans. */
export function carriedRules(plans: readonly Plan[], model: Ruled): CarriedRules[] {
  return plans.flatMap((plan) => {
    const names = formNames(model.entries, plan.id);
    const judged = new Set(
      relationsOf(plan, names)
        .filter((relation) => isJudgedIn(model, relation))
        .map(({ id }) => id),
    );
    const rows = model.entries.flatMap((entry) => selectable(entry, plan.id) ?? []);
    const rules = plan.rules.filter((rule) =>
      rule.rows
        ? rows.some((row) => isSelected(rule.rows!, row, plan.id))
        : judged.has(ruleName(plan.id, rule)),
    );
    const settings = (plan.ruleSettings ?? []).filter(
      ({ of }) => !of || relatedIds(of).every((id) => names(id) !== null),
    );
    return rules.length + settings.length > 0 ? [{ plan: plan.id, rules, settings }] : [];
  });
}

function relatedIds({ whole, parts = [], growth, level }: Related): string[] {
  return [whole, ...parts, growth, level].filter((id) => id !== undefined);
}

/** The plans' own rules as a clerk is told of them: those that the form judges, and relations that it cannot. */
export interface ToldRules {
  readonly judged: readonly string[];
  readonly elsewhere: readonly string[];
}

export function toldRules(
  plans: readonly Plan[],
  model: Ruled & Pick<RuledModel, 'rules'>,
  language: Language,
): ToldRules {
  const judged = (model.rules ?? []).flatMap(({ plan, rules, settings }) => {
    const names = formNames(model.entries, plan);
    const ofRows = rules.flatMap(({ rows, message }) =>
      rows ? [toldOfRows(message, rowsIn(model, plan, rows))] : [],
    );
    const relations = relationsOf({ id: plan, rules, ruleSettings: settings }, names)
      .filter((relation) => isJudgedIn(model, relation))
      .map((relation) => told(relation, names));
    return [...ofRows, ...relations];
  });
  const elsewhere = plans.flatMap((plan) => {
    const here = formNames(model.entries, plan.id);
    const names = planNames(plan);
    return relationsOf(plan, names)
      .filter((relation) => {
        const known = entriesIn(relation.assert).map((id) => here(id) !== null);
        return known.includes(true) && (known.includes(false) || !isJudgedIn(model, relation));
      })
      .map((relation) => told(relation, names));
  });
  const say = (texts: readonly Text[]) => [...new Set(texts.map((text) => text[language]))];
  return { judged: say(judged), elsewhere: say(elsewhere) };
}

/** Names listed before the rest are counted. */
const LISTED = 5;

function rowsIn(model: Ruled, plan: string, rows: RowSelection): string[] {
  return model.entries.flatMap((entry) => {
    const row = selectable(entry, plan);
    return row && isSelected(rows, row, plan) ? [row.name] : [];
  });
}

/** What the rule is about, and whom it relates. */
function told({ about, assert }: PlanRelation, names: Names): Text {
  return toldOfRows(
    about,
    entriesIn(assert).map((entry) => names(entry)?.name ?? entry),
  );
}

function toldOfRows(about: Text, all: readonly string[]): Text {
  const listed = all.slice(0, LISTED);
  const names = { zh: listed.join('、'), en: listed.join(', ') };
  return fill(templateMessages.toldRule, {
    rule: withoutPlaces(about),
    names:
      all.length > LISTED ? fill(templateMessages.andOthers, { names, count: all.length }) : names,
  });
}

function withoutPlaces({ zh, en }: Text): Text {
  const open = (wording: string) => wording.replace(/(?:\s*\{[^{}]+\})+/g, '…');
  return { zh: open(zh), en: open(en) };
}
