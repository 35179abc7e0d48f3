import { unitSlip } from '../../../../src/core/rule/catalogue/unit-slip';
import type { RowFacts } from '../../../../src/core/rule/row';
import { amount, growth, messageOf, row, share, type Entered } from './rows';

const message = (raw: string, reference: number, unit = '亿元') =>
  `填 ${raw}${unit}，与上期或目标值 ${reference}${unit} 差得太多，疑似元、万元、亿元填错。请按“${unit}”改正；如无误，请在情况说明中写明原因。`;

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  // against the last period
  [amount({ previous: 60 }), { actual: 620_000 }, message('620000', 60)],
  [amount({ previous: 60 }), { actual: 6100 }, message('6100', 60)],
  [amount({ previous: 60 }), { actual: 6_200_000_000 }, message('6200000000', 60)],
  [amount({ previous: 60 }), { actual: 0.61 }, message('0.61', 60)],
  [amount({ previous: 600_000 }), { actual: 61 }, message('61', 600_000)],
  [amount({ previous: 6_000_000_000 }), { actual: 61 }, message('61', 6_000_000_000)],
  // against the target where there is no last period
  [amount(), { actual: 1_100_000 }, message('1100000', 220)],
  [amount(), { actual: 0.02 }, message('0.02', 220)],
  // a hundredth of the target may be an honest start
  [amount(), { actual: 2.2 }, null],
  [amount({ previous: 0 }), { actual: 1_100_000 }, message('1100000', 220)],
  // half to twice the factor
  [amount({ previous: 60 }), { actual: 300_000 }, message('300000', 60)],
  [amount({ previous: 60 }), { actual: 1_200_000 }, message('1200000', 60)],
  [amount({ previous: 60 }), { actual: 299_999 }, null],
  [amount({ previous: 60 }), { actual: 1_200_001 }, null],
  [amount({ previous: 60 }), { actual: 65 }, null],
  [amount({ previous: 60 }), { actual: 0 }, null],
  [amount({ previous: 60 }), {}, null],
  // counts: only in thousands, or counted in 万
  [row({ target: 5000 }), { actual: 600_000 }, message('600000', 5000, '个')],
  [row({ target: 120 }), { actual: 12_000 }, null],
  [row({ target: 50, measureUnit: '万人' }), { actual: 480_000 }, message('480000', 50, '万人')],
  [row({ previous: 30 }), { actual: 3000 }, null],
  // percentages and growth have a rule of their own
  [share(), { actual: 250 }, null],
  [growth(), { actual: 600 }, null],
  [amount({ target: null }), { actual: 1_100_000 }, null],
])('unit-slip: %o filled with %o', (facts, entered, expected) => {
  expect(messageOf(unitSlip, facts, entered)).toBe(expected);
});

test.each<[what: string, facts: RowFacts, thresholds: Record<string, number>, isFound: boolean]>([
  ['counts from 100 on', row({ target: 120 }), { smallestCount: 100 }, true],
  ['counts from 1000 on', row({ target: 120 }), {}, false],
  ['a wider spread', amount({ target: 4000 }), { spread: 5 }, true],
  ['the usual spread', amount({ target: 4000 }), {}, false],
])('unit-slip: %s', (_, facts, thresholds, isFound) => {
  const actual = facts.measureUnit === '个' ? 1_200_000 : 100_000_000;
  expect(messageOf(unitSlip, facts, { actual }, thresholds) !== null).toBe(isFound);
});
