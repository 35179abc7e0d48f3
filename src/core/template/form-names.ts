import type { Named, Names } from '../rule/plan-rules/names';
import { ownName } from '../rule/plan-rules/names';
import type { SelectedRow } from '../rule/plan-rules/selection';
import type { Entry } from './entry';

/** The plan that a row belongs to. */
export function planOfKey(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** As much of a row as naming it takes. */
type NamedRow = Pick<
  Entry,
  'key' | 'name' | 'precision' | 'measureUnit' | 'accumulation' | 'aliases'
>;

/** The names of a plan as far as a form has their rows; rows of other plans by their full keys. */
export function formNames(entries: readonly NamedRow[], planId: string): Names {
  let byPlan = known.get(entries);
  if (!byPlan) known.set(entries, (byPlan = new Map<string, Names>()));
  let names = byPlan.get(planId);
  if (!names) byPlan.set(planId, (names = namesIn(entries, planId)));
  return names;
}

/** By the rows of a form, which every rule over them asks again. */
const known = new WeakMap<readonly NamedRow[], Map<string, Names>>();

function namesIn(entries: readonly NamedRow[], planId: string): Names {
  const indicators = new Map<string, Named>();
  const items = new Map<string, Named>();
  const byKey = new Map<string, Named>();
  for (const entry of entries) {
    const { key, name, precision, measureUnit } = entry;
    const isMilestone = entry.accumulation === 'status';
    const named = { key, name, precision, isMilestone, measureUnit, factor: 1 };
    byKey.set(key, named);
    add(key, named);
    for (const alias of entry.aliases)
      add(alias.key, { ...named, measureUnit: alias.measureUnit, factor: alias.factor });
  }
  function add(key: string, named: Named): void {
    if (planOfKey(key) !== planId) return;
    const id = ownName(key, planId);
    if (!id.startsWith('item.')) indicators.set(id, named);
    else {
      items.set(id, named);
      items.set(id.slice('item.'.length), named);
    }
  }
  return (id) => {
    const own = ownName(id, planId);
    return indicators.get(own) ?? items.get(own) ?? byKey.get(id) ?? null;
  };
}

/** A row as a selection of this plan's sees it; null for another plan's row and for a base year's level. */
export function selectable(entry: Entry, planId: string): SelectedRow | null {
  const alias = entry.aliases.find(({ key }) => planOfKey(key) === planId);
  const isOwn = planOfKey(entry.key) === planId;
  if (!isOwn && !alias) return null;
  const id = ownName(isOwn ? entry.key : alias!.key, planId);
  if (/^item\..*\.\d{4}$/.test(id)) return null;
  return {
    id,
    name: entry.name,
    kind: id.startsWith('item.') ? null : entry.kind,
    measureUnit: isOwn ? entry.measureUnit : alias!.measureUnit,
    isMilestone: entry.accumulation === 'status',
  };
}
