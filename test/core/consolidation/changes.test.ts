import { changesSince, againstLastPeriod } from '../../../src/core/consolidation/changes';
import { compileJson } from '../../../src/core/consolidation/compile-json';
import { isSameResult } from '../../../src/core/consolidation/compiled-before';
import type { PastFigure } from '../../../src/core/template/round';
import {
  consolidated,
  indicator,
  plan,
  ratioIndicator,
  target,
  type Fillings,
  type Sent,
} from './samples';

const PLAN = plan([
  indicator('firms'),
  ratioIndicator('share'),
  indicator('park', { kind: 'milestone', target: target(null, { operator: 'qualitative' }) }),
]);
const FILL = { firms: 60, 'item.part': 30, 'item.whole': 60, park: 'under-way' } as const;

function compiled(...sent: Sent[]) {
  return consolidated({ plans: [PLAN], sent });
}

function changes(before: readonly Sent[], now: readonly Sent[]) {
  const found = changesSince(compileJson(compiled(...before), 'zh'), compiled(...now));
  if (!found) throw new Error('not the same round');
  return found;
}

const first: Sent = { file: 'a.xlsx', sha256: 'a', fill: FILL };
const again = (fill: Fillings, file = 'b.xlsx'): Sent => ({
  ...{ file, sha256: 'b', fill, savedAt: '2021-07-06T02:00:00Z' },
});

describe('changes since the last compile', () => {
  test.each<[string, Sent[], Sent[], unknown[], unknown[]]>([
    ['nothing', [first], [first], [], []],
    [
      'a first submission',
      [],
      [first],
      [{ change: 'new', before: null, now: 'a.xlsx' }],
      [
        { before: null, statusBefore: 'not-reported', causes: [{ file: 'a.xlsx', isGone: false }] },
        { before: null, causes: [{ cell: 'H10' }, { cell: 'H11' }] },
        { before: null, causes: [{ cell: 'H13' }] },
      ],
    ],
    [
      'sent again with the same figures',
      [first],
      [again(FILL)],
      [{ change: 'replaced', before: 'a.xlsx', now: 'b.xlsx' }],
      [],
    ],
    [
      'one figure corrected, the other file still there',
      [first],
      [first, again({ ...FILL, firms: 80 })],
      [{ change: 'replaced', before: 'a.xlsx', now: 'b.xlsx' }],
      [{ before: 60, causes: [{ file: 'b.xlsx', cell: 'H9', isGone: false }] }],
    ],
    [
      'only the numerator',
      [first],
      [again({ ...FILL, 'item.part': 45 }, 'a.xlsx')],
      [{ change: 'replaced', before: 'a.xlsx', now: 'a.xlsx' }],
      [{ before: 50, causes: [{ file: 'a.xlsx', cell: 'H10' }] }],
    ],
    [
      'a milestone alone',
      [first],
      [again({ ...FILL, park: 'on-schedule' })],
      [{ change: 'replaced' }],
      [{ before: null, causes: [{ file: 'b.xlsx', cell: 'H13' }] }],
    ],
    [
      'taken out of the inbox',
      [first],
      [],
      [{ change: 'withdrawn', before: 'a.xlsx', now: null }],
      [
        { before: 60, causes: [{ file: 'a.xlsx', cell: 'H9', isGone: true }] },
        { before: 50 },
        { before: null },
      ],
    ],
    [
      'no longer passing review',
      [first],
      [again({ ...FILL, firms: -3 })],
      [{ change: 'replaced' }],
      [{ before: 60, causes: [{ file: 'a.xlsx', isGone: true }] }],
    ],
    [
      'one of another period beside it',
      [first],
      [first, { ...again(FILL), model: { round: 'round-0', period: '2021Q1' } }],
      [{ change: 'set-aside', organisation: null, now: 'b.xlsx' }],
      [],
    ],
  ])('%s', (_, before, now, files, indicators) => {
    const found = changes(before, now);
    expect(found.files).toMatchObject(files);
    expect(found.indicators).toMatchObject(indicators);
  });

  test('of another round are not looked for', () => {
    const json = compileJson(compiled(first), 'zh');
    expect(changesSince({ ...json, period: '2021Q1' }, compiled(first))).toBeNull();
    expect(changesSince({ ...json, plans: ['other'] }, compiled(first))).toBeNull();
  });
});

test('the same result is the same in another language, and other figures are not', () => {
  const json = compileJson(compiled(first), 'zh');
  expect(isSameResult(json, compileJson(compiled(first), 'en'))).toBe(true);
  expect(isSameResult(json, compileJson(compiled(again(FILL)), 'zh'))).toBe(false);
});

test('the last period is the latest one that has a figure', () => {
  const past = (period: string, value: number): PastFigure => ({
    ...{ key: 'quality/firms', organisation: '市经信局', region: null },
    ...{ period, value },
  });
  const history = [past('2020Q4', 30), past('2021Q1', 45), past('2021Q3', 99)];
  const lines = againstLastPeriod(consolidated({ plans: [PLAN], sent: [first], history }));
  expect(lines).toMatchObject([{ result: { id: 'quality/firms' }, last: { actual: 45 } }]);
});
