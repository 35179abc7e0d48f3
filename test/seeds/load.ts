import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Stretch } from '../../src/core/plan/coverage';
import { linksSchema, type Links } from '../../src/core/plan/links';
import { planSchema, type Indicator, type Plan } from '../../src/core/plan/schema';

const SEEDS = path.join(__dirname, '..', '..', 'seeds');

/** A stretch of the text that holds a number and sets no target, and why. */
export interface NoTarget extends Stretch {
  readonly reason: string;
}

export interface Seed {
  readonly id: string;
  readonly plan: Plan;
  /** plan.json as stored. */
  readonly planText: string;
  readonly source: string;
  readonly sourceBytes: Uint8Array;
  readonly noTarget: readonly NoTarget[];
}

export const SEED_IDS: readonly string[] = readdirSync(SEEDS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export function loadSeed(id: string): Seed {
  const read = (name: string) => readFileSync(path.join(SEEDS, id, name));
  const planText = read('plan.json').toString('utf8');
  const sourceBytes = read('source.txt');
  return {
    id,
    plan: planSchema.parse(JSON.parse(planText)),
    planText,
    source: sourceBytes.toString('utf8'),
    sourceBytes,
    noTarget: JSON.parse(read('no-target.json').toString('utf8')) as NoTarget[],
  };
}

/** What the seeds declare to be the same figure in several plans. */
export function loadLinks(): Links {
  return linksSchema.parse(JSON.parse(readFileSync(path.join(SEEDS, 'links.json'), 'utf8')));
}

/** The indicator of this id; throws where the plan has none. */
export function indicatorOf({ id: planId, plan }: Seed, id: string): Indicator {
  const found = plan.indicators.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`${planId} has no indicator ${id}`);
  return found;
}

/** Neither vision wording nor a milestone: something that a number can be reported for. */
export function isMeasurable({ soft, kind }: Indicator): boolean {
  return !soft && kind !== 'milestone';
}
