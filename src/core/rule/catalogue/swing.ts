import { Limits } from '../limits';
import { condition, inRow, number, type RowRule } from '../rule';
import { roundTo } from '../rounding';
import type { RowFacts } from '../row';

const limits = new Limits({
  share: {
    usual: 0.5,
    low: 0.01,
    high: 100,
    meaning: {
      zh: '允许比上期增减的比例，0.5 即 50%',
      en: 'share of the last figure that a new one may differ by, 0.5 for 50 %',
    },
  },
});

export const swing: RowRule = {
  id: 'swing',
  scope: 'row',
  severity: 'explain',
  catches: {
    zh: '比上期增减超过 50%（累计数按月均比较）',
    en: 'Up or down by more than 50 % against the last period (totals to date compared per month)',
  },
  limits,
  when: (row, changed) => {
    if (row.previous === null || row.previous === 0 || row.accumulation === 'rate') return null;
    // last year's total is no measure for a total that began again in January
    if (row.months !== null && row.previousMonths === null) return null;
    return condition(
      `state = "value" and abs(${change(row)}) > abs(${earlier(row)}) * ${limits.with(changed).share}`,
    );
  },
  message: {
    zh: '本期 {actual}，上期 {previous}，变动 {percent}%，超过 {limit}%（累计数按月均比）。请核对；如属实请在情况说明中写明原因。',
    en: '{actual} now against {previous} last period, a change of {percent} %, above {limit} % (totals compared per month). Check it; if it is right, say why in the explanation.',
  },
  values: (row, changed) => ({
    actual: inRow(row, 'actual'),
    previous: inRow(row, 'previous'),
    // programs part over a half that is none but for the binary tail, and over the digits of the absurd
    percent: {
      number: number(
        `if(abs(actual) < 1000000000000, round((${change(row)}) / abs(${earlier(row)}) * 100, 6), 1 / 0)`,
      ),
      decimals: 0,
    },
    limit: { text: String(roundTo(limits.with(changed).share * 100, 2)) },
  }),
  yieldsTo: ['out-of-range', 'negative-figure', 'percent-as-fraction', 'unit-slip'],
  at: 'actual',
};

function earlier({ previousMonths }: RowFacts): string {
  return previousMonths === null ? 'previous' : `previous / ${previousMonths}`;
}

function change(row: RowFacts): string {
  return row.months === null ? 'actual - previous' : `actual / ${row.months} - ${earlier(row)}`;
}
