import { formatPeriod } from '../../../src/core/plan/period';
import type { Indicator, Plan } from '../../../src/core/plan/schema';
import {
  collectedIndicators,
  DIVISIONS,
  entriesFor,
  recipientsOf,
  reporterOf,
  type Recipient,
} from '../../../src/core/template/select';
import { indicatorOf, planOf, SEED_IDS, seedPlan } from '../../factories/plan';
import { NO_HISTORY, periodOf } from '../../factories/template';

const SEEDS = SEED_IDS.map(seedPlan);
const PERIODS = ['year', 'quarter', 'month'] as const;

function periodIn({ startYear }: Plan, length: (typeof PERIODS)[number]) {
  const year = startYear + 1;
  return periodOf({ year: `${year}`, quarter: `${year}Q2`, month: `${year}-05` }[length]);
}

/** How often each indicator is asked, by scope and full name. */
function timesAsked(recipients: readonly Recipient[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { region, asked } of recipients)
    for (const { plan, indicators } of asked)
      for (const { id } of indicators) {
        const name = `${region ?? 'whole'}: ${plan.id}/${id}`;
        times.set(name, (times.get(name) ?? 0) + 1);
      }
  return times;
}

function once(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name) => [name, 1]));
}

const names = (plan: Plan, scope: string, indicators: readonly Indicator[]) =>
  indicators.map(({ id }) => `${scope}: ${plan.id}/${id}`);

const isForRegion = (indicator: Indicator, region: string) =>
  indicator.rollUp !== 'none' || indicator.allocations.some((share) => share.region === region);

const CASES = SEEDS.flatMap((plan) => PERIODS.map((length) => [plan.id, length, plan] as const));

describe('the real plans', () => {
  test.each(CASES)(
    '%s by %s: each organisation once, each indicator of its lead',
    (_, length, plan) => {
      const period = periodIn(plan, length);
      const recipients = recipientsOf([plan], period, 'unit');
      expect(timesAsked(recipients)).toEqual(
        once(names(plan, 'whole', collectedIndicators(plan, period))),
      );
      const organisations = recipients.map(({ organisation }) => organisation);
      expect(new Set(organisations).size).toBe(organisations.length);
      for (const { organisation, region, asked } of recipients) {
        expect(region).toBeNull();
        for (const { indicators } of asked)
          expect(new Set(indicators.map((one) => reporterOf(plan, one)))).toEqual(
            new Set([organisation]),
          );
      }
    },
  );

  test.each(CASES)(
    '%s by %s and region: each region once, what rolls up or is shared out',
    (_, length, plan) => {
      const period = periodIn(plan, length);
      const recipients = recipientsOf([plan], period, 'region');
      const expected = plan.regions.flatMap(({ name }) =>
        names(
          plan,
          name,
          collectedIndicators(plan, period).filter((one) => isForRegion(one, name)),
        ),
      );
      expect(timesAsked(recipients)).toEqual(once(expected));
      expect(recipients.every(({ organisation, region }) => organisation === region)).toBe(true);
    },
  );

  test.each(CASES)('%s by %s, organisation and region', (_, length, plan) => {
    const period = periodIn(plan, length);
    const collected = collectedIndicators(plan, period);
    const expected = [
      ...names(
        plan,
        'whole',
        collected.filter(({ rollUp }) => rollUp === 'none'),
      ),
      ...plan.regions.flatMap(({ name }) =>
        names(
          plan,
          name,
          collected.filter((one) => isForRegion(one, name)),
        ),
      ),
    ];
    const recipients = recipientsOf([plan], period, 'unit-region');
    expect(timesAsked(recipients)).toEqual(once(expected));
    const keys = recipients.map(({ organisation, region }) => `${organisation}|${region ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('nothing that a year’s round asks is lost in any division', () => {
    for (const division of DIVISIONS.filter((one) => one !== 'region'))
      for (const plan of SEEDS) {
        const period = periodIn(plan, 'year');
        const asked = new Set(
          recipientsOf([plan], period, division).flatMap((recipient) =>
            recipient.asked.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
          ),
        );
        expect(asked).toEqual(new Set(collectedIndicators(plan, period).map(({ id }) => id)));
      }
  });

  test.each(SEEDS.map((plan) => [plan.id, plan] as const))(
    '%s: the rows of a form are each there once',
    (_, plan) => {
      const period = periodIn(plan, 'year');
      for (const division of DIVISIONS)
        for (const recipient of recipientsOf([plan], period, division)) {
          const keys = entriesFor(recipient, period, NO_HISTORY, []).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        }
    },
  );

  test('soft wording is never collected', () => {
    for (const plan of SEEDS) {
      expect(plan.indicators.some(({ soft }) => soft)).toBe(true);
      expect(collectedIndicators(plan, periodIn(plan, 'year')).some(({ soft }) => soft)).toBe(
        false,
      );
    }
  });

  test('zhejiang names no lead, so all of it goes to the coordinator', () => {
    const plan = seedPlan('zhejiang-2025');
    const recipients = recipientsOf([plan], periodIn(plan, 'year'), 'unit');
    expect(recipients.map(({ organisation }) => organisation)).toEqual(['浙江省人民政府办公厅']);
    expect(recipients[0]!.asked[0]!.indicators).toHaveLength(
      plan.indicators.filter(({ soft }) => !soft).length,
    );
  });

  test('a shorter round leaves out what is reported less often', () => {
    const sizes = SEEDS.map((plan) => {
      const [year, quarter, month] = PERIODS.map((length) =>
        collectedIndicators(plan, periodIn(plan, length)),
      );
      expect(year).toEqual(expect.arrayContaining(quarter!));
      expect(quarter).toEqual(expect.arrayContaining(month!));
      expect(quarter!.every(({ frequency }) => ['month', 'quarter'].includes(frequency))).toBe(
        true,
      );
      expect(month!.every(({ frequency }) => frequency === 'month')).toBe(true);
      return [year!.length, quarter!.length, month!.length];
    });
    const [years, quarters, months] = [0, 1, 2].map((at) =>
      sizes.reduce((total, size) => total + size[at]!, 0),
    );
    expect(quarters).toBeLessThan(years!);
    expect(months).toBeLessThan(quarters!);
  });
});

describe('several plans at once', () => {
  const [quality, retrofit] = [seedPlan('ningbo-quality-2022'), seedPlan('ningbo-retrofit-2024')];
  const period = periodOf('2022');
  const recipients = recipientsOf([quality, retrofit], period, 'unit');

  test('an organisation of both gets one form for both', () => {
    const office = recipients.filter(({ organisation }) => organisation === '市经信局');
    expect(office).toHaveLength(1);
    expect(office[0]!.asked.map(({ plan }) => plan.id)).toEqual([quality.id, retrofit.id]);
  });

  test('each indicator of each plan is asked once', () => {
    const expected = [quality, retrofit].flatMap((plan) =>
      names(plan, 'whole', collectedIndicators(plan, period)),
    );
    expect(timesAsked(recipients)).toEqual(once(expected));
  });

  test('a region of both gets one form for both', () => {
    const regions = recipientsOf([quality, retrofit], period, 'region');
    const shared = regions.filter(({ asked }) => asked.length === 2);
    expect(shared.length).toBeGreaterThan(0);
    expect(new Set(regions.map(({ region }) => region)).size).toBe(regions.length);
  });
});

describe('who is asked', () => {
  const period = periodOf('2021Q2');
  const who = (plan: Plan, division: (typeof DIVISIONS)[number], at = period) =>
    recipientsOf([plan], at, division).map(({ organisation, region, asked }) => [
      organisation,
      region,
      asked.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
    ]);

  const plan = planOf({
    coordinator: '市府办',
    indicators: [
      indicatorOf({ id: 'tech', leadUnit: '市科技局' }),
      indicatorOf({ id: 'nobody', leadUnit: null }),
      indicatorOf({ id: 'sum', rollUp: 'sum' }),
      indicatorOf({ id: 'shared', allocations: [{ region: '江北区', value: 30 }] }),
      indicatorOf({ id: 'yearly', frequency: 'year' }),
      indicatorOf({ id: 'half', frequency: 'half', rollUp: 'sum' }),
      indicatorOf({ id: 'vision', soft: true }),
    ],
  });

  test('by unit: in the plan’s order, a coordinator it does not list comes last', () => {
    expect(who(plan, 'unit')).toEqual([
      ['市经信局', null, ['sum', 'shared']],
      ['市科技局', null, ['tech']],
      ['市府办', null, ['nobody']],
    ]);
  });

  test('by region', () => {
    expect(who(plan, 'region')).toEqual([
      ['海曙区', '海曙区', ['sum']],
      ['江北区', '江北区', ['sum', 'shared']],
    ]);
  });

  test('by unit and region', () => {
    expect(who(plan, 'unit-region')).toEqual([
      ['市经信局', null, ['shared']],
      ['市科技局', null, ['tech']],
      ['市府办', null, ['nobody']],
      ['市经信局', '海曙区', ['sum']],
      ['市经信局', '江北区', ['sum', 'shared']],
    ]);
  });

  test.each([
    ['2021', ['tech', 'nobody', 'sum', 'shared', 'yearly', 'half']],
    ['2021H1', ['tech', 'nobody', 'sum', 'shared', 'half']],
    ['2021Q2', ['tech', 'nobody', 'sum', 'shared']],
    ['2021-06', []],
  ])('a round of %s asks for %j', (text, ids) => {
    const at = periodOf(text);
    expect(formatPeriod(at)).toBe(text);
    expect(collectedIndicators(plan, at).map(({ id }) => id)).toEqual(ids);
  });

  test('nobody, where nothing is due', () => {
    for (const division of DIVISIONS) expect(who(plan, division, periodOf('2021-06'))).toEqual([]);
  });
});
