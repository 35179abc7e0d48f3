import fc from 'fast-check';
import { samePeriodLastYear, previousPeriod, formatPeriod } from '../../src/core/plan/period';
import type { Language } from '../../src/core/plan/text';
import { buildTemplate, type BuiltTemplate } from '../../src/core/template/build-template';
import type { History } from '../../src/core/template/entry';
import { rowsOf, type Row } from '../../src/core/template/facts';
import { entriesFor, recipientsOf, type Division } from '../../src/core/template/select';
import type { Plan } from '../../src/core/plan/schema';
import { indicatorOf, seedPlan, targetOf, type SeedId } from '../factories/plan';
import { RULED_CITY } from '../factories/ruled-city';
import { contextOf, NO_HISTORY } from '../factories/template';

/** A blank workbook that departments fill in many times. */
export interface Blank {
  readonly name: string;
  readonly plans: readonly PlanId[];
  readonly built: BuiltTemplate;
  readonly rows: readonly Row[];
}

/** The real plans, and one with rules of its own. */
type PlanId = SeedId | 'city' | 'city-typed';

function planNamed(id: PlanId): Plan {
  if (id === 'city') return RULED_CITY;
  return id === 'city-typed' ? ALL_TYPED_CITY : seedPlan(id);
}

/** Where nothing computes itself, parts can fail to add up to their whole. */
const ALL_TYPED_CITY: Plan = {
  ...RULED_CITY,
  items: RULED_CITY.items.map((item) => ({ ...item, compute: undefined })),
  indicators: [
    ...RULED_CITY.indicators,
    ...['sales', 'services'].map((item) =>
      indicatorOf({
        id: `${item}-share`,
        name: `${item}占比`,
        kind: 'share',
        measureUnit: '%',
        collect: { method: 'ratio', numerator: item, denominator: 'revenue', scale: 100 },
        target: targetOf({ value: 50 }),
      }),
    ),
  ],
};

interface Asked {
  readonly plans: readonly PlanId[];
  readonly period: string;
  readonly division: Division;
  readonly language: Language;
  /** Which of the recipients, from the one with the most rows down. */
  readonly recipient: number;
  /** Whether earlier rounds left figures. */
  readonly hasHistory: boolean;
}

const asked = (
  plans: PlanId | readonly PlanId[],
  period: string,
  division: Division,
  language: Language,
  hasHistory: boolean,
  recipient = 0,
): Asked => ({
  plans: typeof plans === 'string' ? [plans] : plans,
  ...{ period, division, language, hasHistory, recipient },
});

/** Every plan, by organisation and by region, in years, halves and quarters, in both languages. */
const ASKED: readonly Asked[] = [
  asked('ningbo-quality-2022', '2021', 'unit', 'zh', true),
  asked('ningbo-quality-2022', '2021Q2', 'unit', 'en', true),
  asked('ningbo-quality-2022', '2022', 'region', 'zh', true),
  asked('ningbo-quality-2022', '2022', 'unit-region', 'zh', false, 3),
  asked('shaoxing-4151', '2023', 'unit', 'zh', true),
  asked('shaoxing-4151', '2023Q3', 'unit', 'zh', true, 1),
  asked('shaoxing-4151', '2024', 'region', 'en', true),
  asked('shaoxing-4151', '2026', 'unit-region', 'zh', true),
  asked('ningbo-retrofit-2024', '2023H1', 'unit', 'zh', true),
  asked('ningbo-retrofit-2024', '2024', 'region', 'zh', true),
  asked('ningbo-retrofit-2024', '2025', 'unit', 'en', false),
  asked('zhejiang-2025', '2023', 'unit', 'zh', true),
  asked('zhejiang-2025', '2023H1', 'region', 'en', true),
  asked('zhejiang-2025', '2025', 'unit-region', 'zh', false),
  asked('ningbo-innovation-2026', '2024', 'unit', 'zh', true),
  asked('ningbo-innovation-2026', '2024Q2', 'region', 'zh', true),
  asked('ningbo-innovation-2026', '2026', 'region', 'en', true),
  asked('city', '2021', 'unit', 'zh', true),
  asked('city', '2021Q3', 'unit', 'en', true),
  asked('city', '2022', 'unit', 'zh', true),
  asked('city-typed', '2021', 'unit', 'zh', true),
  asked('city-typed', '2021Q4', 'unit', 'zh', true),
  // small forms cost little, and only here do rules of a plan stand
  ...['2021H1', '2022Q1', '2022Q2', '2022Q3'].map((period) =>
    asked('city', period, 'unit', 'zh', true),
  ),
  asked('city', '2021Q2', 'region', 'zh', true),
  asked(
    ['ningbo-quality-2022', 'ningbo-retrofit-2024', 'ningbo-innovation-2026'],
    ...(['2022', 'unit', 'zh', true] as const),
  ),
];

/** The blanks that the fillings go into; the seed decides the figures of earlier rounds. */
export function makeBlanks(seed: number): Blank[] {
  return ASKED.map((one, index) => makeBlank(one, seed + index));
}

function makeBlank(one: Asked, seed: number): Blank {
  const { division, language, period } = one;
  const plans = one.plans.map(planNamed);
  const round = contextOf(plans, period, { language });
  const recipients = recipientsOf(plans, round.period, division)
    .map((recipient) => ({
      recipient,
      size: entriesFor(recipient, round.period, NO_HISTORY).length,
    }))
    .sort((left, right) => right.size - left.size);
  const { recipient } = recipients[one.recipient]!;
  const bare = buildTemplate(round, recipient);
  const history = one.hasHistory ? historyOf(rowsOf(bare.model, round.period), seed) : NO_HISTORY;
  const built = buildTemplate({ ...round, history }, recipient);
  return {
    name: `${one.plans.join(' + ')} ${period} ${recipient.organisation} ${recipient.region ?? ''} ${language}`,
    plans: one.plans,
    built,
    rows: rowsOf(built.model, round.period),
  };

  /** What was accepted a period and a year ago: about the schedule, or nothing, zero, tiny or too large. */
  function historyOf(rows: readonly Row[], figuresSeed: number): History {
    const factors = fc.sample(fc.tuple(pastFactor, pastFactor), {
      seed: figuresSeed,
      numRuns: rows.length,
    });
    const last = formatPeriod(previousPeriod(round.period));
    const figures = new Map<string, number>();
    rows.forEach(({ entry, facts }, index) => {
      const usual = facts.scheduled ?? facts.target ?? 40 + ((index * 37) % 900);
      const [previous, lastYear] = factors[index]!;
      const put = (when: string, factor: number | null) => {
        if (factor === null || entry.accumulation === 'status') return;
        figures.set(`${entry.key} ${when}`, Number((usual * factor).toFixed(entry.precision)));
      };
      put(last, previous);
      put(formatPeriod(samePeriodLastYear(round.period)), lastYear);
    });
    return { figure: (key, _organisation, _region, when) => figures.get(`${key} ${when}`) ?? null };
  }
}

const pastFactor = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0.3, max: 1.5, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 0, -0.5) },
  { weight: 1, arbitrary: fc.constantFrom(0.0001, 0.01, 100, 10_000) },
);
