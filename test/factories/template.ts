import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePeriod, type Period } from '../../src/core/plan/period';
import type { Plan } from '../../src/core/plan/schema';
import {
  buildTemplate,
  type BuiltTemplate,
  type RoundContext,
} from '../../src/core/template/build-template';
import type { History } from '../../src/core/template/entry';
import { formSchema, type Form } from '../../src/core/template/form';
import { recipientsOf, type Division, type Recipient } from '../../src/core/template/select';
import type { PastFigure } from '../../src/core/template/round';
import { hashOf, PLAIN } from './digest';

const standard = path.join(__dirname, '../../templates/standard.json');
export const FORM: Form = formSchema.parse(JSON.parse(readFileSync(standard, 'utf8')));

export function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Error(`${text} is no period`);
  return period;
}

export const NO_HISTORY: History = { figure: () => null };

export function historyOf(figures: readonly PastFigure[]): History {
  return {
    figure: (key, organisation, region, period) =>
      figures.find(
        (past) =>
          past.key === key &&
          past.organisation === organisation &&
          past.region === region &&
          past.period === period,
      )?.value ?? null,
  };
}

/** A round of these plans in Chinese without a key; `change` says what matters to the test. */
export function contextOf(
  plans: readonly Plan[],
  period: string,
  change: Partial<RoundContext> = {},
): RoundContext {
  return {
    round: 'round-1',
    plans: plans.map((plan) => ({ plan, hash: hashOf(plan) })),
    period: periodOf(period),
    due: '2021-07-10',
    issuedAt: '2021-06-25T08:00:00.000Z',
    coordinator: plans[0]!.coordinator,
    product: 'Tallybook',
    language: 'zh',
    form: FORM,
    history: NO_HISTORY,
    shared: [],
    digest: PLAIN,
    password: null,
    ...change,
  };
}

export interface Chosen {
  readonly division?: Division;
  readonly organisation?: string;
  readonly region?: string | null;
}

/** The blank of the first recipient that fits. */
export function templateFor(context: RoundContext, chosen: Chosen = {}): BuiltTemplate {
  return buildTemplate(context, recipientFor(context, chosen));
}

export function recipientFor(context: RoundContext, chosen: Chosen = {}): Recipient {
  const plans = context.plans.map(({ plan }) => plan);
  const found = recipientsOf(plans, context.period, chosen.division ?? 'unit').find(
    ({ organisation, region }) =>
      (chosen.organisation === undefined || chosen.organisation === organisation) &&
      (chosen.region === undefined || chosen.region === region),
  );
  if (!found) throw new Error('the round asks nobody like that');
  return found;
}
