import { exceptionsOf, type Exception } from '../../../src/core/report/exceptions';
import {
  consolidated,
  indicator,
  plan,
  ratioIndicator,
  REGIONS,
  type Sent,
  type Shape,
} from '../consolidation/samples';

/** 100 by 2022, so that 50 is due by the middle of 2021. */
const INDICATORS = ['a', 'b', 'c', 'd'].map((id) => indicator(id));
const explained = (value: number) => ({ value, explanation: '原因已查明。' });

function told(shape: Partial<Shape>, fill: Sent['fill'] = {}): string[] {
  const round = { plans: [plan(INDICATORS)], sent: [{ fill }], ...shape };
  return exceptionsOf(consolidated(round)).map(tell);
}

function tell(exception: Exception): string {
  const { category, is } = exception;
  switch (exception.is) {
    case 'indicator':
      return `${category}: ${exception.result.indicator.id}`;
    case 'findings':
      return `${category}: ${exception.result.indicator.id} ${rules(exception)}`;
    case 'file-findings':
      return `${category}: ${exception.findings[0]!.file} ${rules(exception)}`;
    case 'workbook':
      return `${category}: ${is} ${exception.results.map(({ indicator: { id } }) => id).join(' ')}`;
    case 'file':
      return `${category}: ${exception.setAside.file}`;
  }
}

function rules({ findings }: Extract<Exception, { is: 'findings' | 'file-findings' }>): string {
  return findings.map(({ rule }) => rule).join(' ');
}

test('a round without anything to do has none', () => {
  expect(told({}, { a: 50, b: 60, c: 100, d: 51 })).toEqual([]);
});

test('most urgent first, furthest behind first', () => {
  const fill = { a: explained(48), b: explained(30), c: explained(10), d: 49 };
  expect(told({}, fill)).toEqual([
    'behind: c',
    'behind: b',
    'slightly-behind: a',
    'slightly-behind: d',
  ]);
});

test('a figure that is blank, wrong or unexplained is told by its finding, once', () => {
  expect(told({}, { a: 'blank', b: -5, c: 10, d: 60 })).toEqual([
    'not-reported: a missing-figure',
    'failed-review: b negative-figure',
    'unexplained: c behind-unexplained',
  ]);
});

test('the items behind one indicator are told together', () => {
  expect(told({ plans: [plan([ratioIndicator('share')])], sent: [{}] })).toEqual([
    'not-reported: share missing-figure missing-figure',
  ]);
});

test('a workbook that never came back stands for all its indicators', () => {
  expect(told({ sent: [] })).toEqual(['not-reported: workbook a b c d']);
});

test('by region: one line for each missing workbook and for each file', () => {
  const plans = [plan(INDICATORS.map((each) => ({ ...each, rollUp: 'sum' as const })))];
  const [first, second] = REGIONS;
  const sent: Sent[] = [
    { organisation: first, region: first, fill: { a: 90, b: 90, c: 90, d: 90 } },
    { organisation: second, region: second, fill: { a: 90, b: 90 } },
  ];
  expect(told({ plans, division: 'region', sent })).toEqual([
    'not-reported: workbook a b c d',
    `not-reported: ${second}${second}-报送.xlsx missing-figure missing-figure`,
  ]);
});

test('files set aside are listed, those that another one replaces are not', () => {
  const fill = { a: 60, b: 60, c: 60, d: 60 };
  const sent: Sent[] = [
    { fill, file: 'new.xlsx', savedAt: '2021-07-08T00:00:00Z' },
    { fill, file: 'old.xlsx', savedAt: '2021-07-01T00:00:00Z' },
    { fill, file: 'other.xlsx', sealValue: 'x', model: { round: 'round-0', period: '2021Q1' } },
  ];
  expect(told({ sent })).toEqual(['set-aside: other.xlsx']);
});
