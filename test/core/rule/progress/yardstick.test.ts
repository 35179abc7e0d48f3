import { assess, assessMilestone } from '../../../../src/core/rule/progress/assess';
import type { ReasonCode } from '../../../../src/core/rule/progress/messages';
import type { Status } from '../../../../src/core/rule/progress/subject';
import { yardstick } from '../../../../src/core/rule/progress/yardstick';
import { period, subject, THRESHOLDS, type Shape } from './subjects';

/** period, actual → scheduled, scheduledCompletion, completion, gap in points, status, reason */
type Row = readonly [
  string,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  Status,
  ReasonCode?,
];

const CASES: readonly (readonly [string, Shape, readonly Row[]])[] = [
  [
    'level without a baseline',
    { kind: 'level', value: 50 },
    [
      ['2023', 50, 50, 1, 1, 0, 'achieved'],
      ['2023', 46, 50, 1, 0.92, -8, 'slightly-behind'],
      ['2023', 45, 50, 1, 0.9, -10, 'slightly-behind'],
      ['2023', 40, 50, 1, 0.8, -20, 'behind'],
      ['2023', 0, 50, 1, 0, -100, 'behind'],
      ['2023', -2, 50, 1, null, null, 'behind', 'sign-change'],
      ['2023', null, 50, 1, null, null, 'not-reported'],
      ['2020', 50, null, null, null, null, 'not-assessable', 'before-plan'],
      ['2020', null, null, null, null, null, 'not-reported'],
    ],
  ],
  [
    'level from a baseline of 20',
    { kind: 'level', value: 50, baseline: 20 },
    [
      ['2021Q1', 21.5, 21.5, 0.05, 0.05, 0, 'on-schedule'],
      ['2023', 38, 38, 0.6, 0.6, 0, 'on-schedule'],
      ['2023', 36.2, 38, 0.6, 0.54, -6, 'slightly-behind'],
      ['2023', 36, 38, 0.6, 16 / 30, -20 / 3, 'behind'],
      ['2023', 50, 38, 0.6, 1, 40, 'achieved'],
      ['2023', 15, 38, 0.6, -1 / 6, -230 / 3, 'behind'],
      ['2025', 49, 50, 1, 29 / 30, -10 / 3, 'slightly-behind'],
      ['2026', 50, 50, 1, 1, 0, 'achieved'],
    ],
  ],
  [
    'level above 100, strictly',
    { kind: 'level', operator: '>', value: 100 },
    [
      ['2025', 100, 100, 1, 1, 0, 'on-schedule'],
      ['2025', 100.01, 100, 1, 1.0001, 0.01, 'achieved'],
    ],
  ],
  [
    'lower level without a baseline',
    { kind: 'level', operator: '<=', value: 20, direction: 'lower' },
    [
      ['2023', 18, 20, 1, 10 / 9, 100 / 9, 'achieved'],
      ['2023', 22, 20, 1, 10 / 11, -100 / 11, 'slightly-behind'],
      ['2023', 25, 20, 1, 0.8, -20, 'behind'],
      ['2023', 0, 20, 1, null, null, 'achieved', 'actual-not-positive'],
      ['2023', -3, 20, 1, null, null, 'achieved', 'actual-not-positive'],
    ],
  ],
  [
    'lower level from a baseline of 34',
    { kind: 'level', operator: '<=', value: 25, direction: 'lower', baseline: 34 },
    [
      ['2023', 28.6, 28.6, 0.6, 0.6, 0, 'on-schedule'],
      ['2023', 29.14, 28.6, 0.6, 0.54, -6, 'slightly-behind'],
      ['2023', 30, 28.6, 0.6, 4 / 9, -140 / 9, 'behind'],
      ['2023', 24.1, 28.6, 0.6, 1.1, 50, 'achieved'],
    ],
  ],
  [
    'water use, a ceiling above its baseline: 17.87 → < 20',
    { kind: 'level', operator: '<', value: 20, direction: 'lower', baseline: 17.87 },
    [
      ['2023', 18.5, 20, null, null, null, 'on-schedule', 'met-at-baseline'],
      ['2025', 19.99, 20, null, null, null, 'achieved', 'met-at-baseline'],
      ['2023', 20, 20, null, null, null, 'behind', 'met-at-baseline'],
      ['2025', 20.5, 20, null, null, null, 'behind', 'met-at-baseline'],
    ],
  ],
  [
    'share with a target below its baseline: 34.6 → 33.3 and above',
    { kind: 'share', value: 33.3, baseline: 34.6 },
    [
      ['2023', 33.9, 33.3, null, null, null, 'on-schedule', 'met-at-baseline'],
      ['2025', 33.3, 33.3, null, null, null, 'achieved', 'met-at-baseline'],
      ['2023', 33.2, 33.3, null, null, null, 'behind', 'met-at-baseline'],
    ],
  ],
  [
    'two thirds',
    { kind: 'share', value: 66.67 },
    [
      ['2023', 66.67, 66.67, 1, 1, 0, 'achieved'],
      ['2023', 61, 66.67, 1, 61 / 66.67, (61 / 66.67 - 1) * 100, 'slightly-behind'],
      ['2023', 60, 66.67, 1, 60 / 66.67, (60 / 66.67 - 1) * 100, 'behind'],
    ],
  ],
  [
    '保持 85 and above, without a baseline',
    { kind: 'share', value: 85, everyYear: true },
    [
      ['2023', 86, 85, 1, 86 / 85, 100 / 85, 'on-schedule'],
      ['2025', 86, 85, 1, 86 / 85, 100 / 85, 'achieved'],
      ['2023', 80, 85, 1, 80 / 85, -500 / 85, 'slightly-behind'],
      ['2023', 70, 85, 1, 70 / 85, -1500 / 85, 'behind'],
    ],
  ],
  [
    '保持 85 and above, from 80',
    { kind: 'share', value: 85, everyYear: true, baseline: 80 },
    [
      ['2023', 86, 85, null, null, null, 'on-schedule', 'to-be-held'],
      ['2023', 84, 85, null, null, null, 'behind', 'to-be-held'],
      ['2025', 85, 85, null, null, null, 'achieved', 'to-be-held'],
    ],
  ],
  [
    '保持 5 and below, from 4',
    { kind: 'level', operator: '<=', value: 5, everyYear: true, baseline: 4 },
    [
      ['2023', 5, 5, null, null, null, 'on-schedule', 'met-at-baseline'],
      ['2023', 5.1, 5, null, null, null, 'behind', 'met-at-baseline'],
    ],
  ],
  [
    '保持 5 and below, without a baseline',
    { kind: 'level', operator: '<=', value: 5, direction: 'lower', everyYear: true },
    [
      ['2023', 5, 5, 1, 1, 0, 'on-schedule'],
      ['2023', 5.2, 5, 1, 5 / 5.2, (5 / 5.2 - 1) * 100, 'slightly-behind'],
      ['2023', 6, 5, 1, 5 / 6, -100 / 6, 'behind'],
    ],
  ],
  [
    '保持 zero',
    { kind: 'level', operator: '<=', value: 0, direction: 'lower', everyYear: true },
    [
      ['2023', 0, 0, null, null, null, 'on-schedule', 'target-zero'],
      ['2023', 1, 0, null, null, null, 'behind', 'target-zero'],
    ],
  ],
  [
    'baseline at a strict target',
    { kind: 'level', operator: '>', value: 50, baseline: 50 },
    [
      ['2023', 51, 50, null, null, null, 'achieved', 'baseline-equals-target'],
      ['2023', 50, 50, null, null, null, 'not-assessable', 'baseline-equals-target'],
      ['2023', 40, 50, null, null, null, 'not-assessable', 'baseline-equals-target'],
    ],
  ],
  [
    'baseline at a target that includes it',
    { kind: 'level', value: 50, baseline: 50 },
    [['2023', 50, 50, null, null, null, 'on-schedule', 'met-at-baseline']],
  ],
  [
    'target zero without a baseline',
    { kind: 'level', operator: '<=', value: 0, direction: 'lower' },
    [
      ['2023', 0, 0, null, null, null, 'achieved', 'target-zero'],
      ['2023', 2, 0, null, null, null, 'not-assessable', 'target-zero'],
    ],
  ],
  [
    'target zero from a baseline of 10',
    { kind: 'level', operator: '<=', value: 0, direction: 'lower', baseline: 10 },
    [
      ['2023', 4, 4, 0.6, 0.6, 0, 'on-schedule'],
      ['2023', 0, 4, 0.6, 1, 40, 'achieved'],
      ['2023', 6, 4, 0.6, 0.4, -20, 'behind'],
    ],
  ],
  [
    'negative target',
    { kind: 'level', value: -5 },
    [
      ['2023', -4, -5, null, null, null, 'achieved', 'target-negative'],
      ['2023', -5.5, -5, null, null, null, 'slightly-behind', 'target-negative'],
      ['2023', -6, -5, null, null, null, 'behind', 'target-negative'],
    ],
  ],
  [
    'negative target, lower',
    { kind: 'level', operator: '<=', value: -5, direction: 'lower' },
    [
      ['2023', -6, -5, null, null, null, 'achieved', 'target-negative'],
      ['2023', -4.5, -5, null, null, null, 'slightly-behind', 'target-negative'],
      ['2023', -4, -5, null, null, null, 'behind', 'target-negative'],
    ],
  ],
  [
    'operator against direction: the operator decides',
    { kind: 'level', value: 50, direction: 'lower' },
    [
      ['2023', 55, 50, 1, 1.1, 10, 'achieved'],
      ['2023', 40, 50, 1, 0.8, -20, 'behind'],
    ],
  ],
  [
    'no direction with an upper bound',
    { kind: 'level', operator: '<=', value: 20, direction: 'none' },
    [
      ['2023', 16, 20, 1, 1.25, 25, 'achieved'],
      ['2023', 25, 20, 1, 0.8, -20, 'behind'],
    ],
  ],
  [
    'about 100, higher is better',
    { kind: 'level', operator: '~', value: 100, tolerance: 0.05 },
    [
      ['2023', 96, 100, 1, 0.96, -4, 'achieved'],
      ['2023', 94, 100, 1, 0.94, -6, 'slightly-behind'],
      ['2023', 88, 100, 1, 0.88, -12, 'behind'],
    ],
  ],
  [
    'about 100, lower is better',
    { kind: 'level', operator: '~', value: 100, tolerance: 0.05, direction: 'lower' },
    [
      ['2023', 104, 100, 1, 100 / 104, -400 / 104, 'achieved'],
      ['2023', 110, 100, 1, 10 / 11, -100 / 11, 'slightly-behind'],
      ['2023', 112, 100, 1, 100 / 112, -1200 / 112, 'behind'],
    ],
  ],
  [
    'about 100, neither way better; the default tolerance',
    { kind: 'level', operator: '~', value: 100, direction: 'none' },
    [
      ['2023', 105, 100, 1, 1.05, 5, 'achieved'],
      ['2023', 106, 100, 1, 1.06, 6, 'slightly-behind'],
      ['2023', 120, 100, 1, 1.2, 20, 'behind'],
      ['2023', 94, 100, 1, 0.94, -6, 'slightly-behind'],
      ['2023', 80, 100, 1, 0.8, -20, 'behind'],
    ],
  ],
  [
    'about 20 from 10, neither way better',
    { kind: 'level', operator: '~', value: 20, tolerance: 0.05, direction: 'none', baseline: 10 },
    [
      ['2023', 16, 16, 0.6, 0.6, 0, 'on-schedule'],
      ['2023', 15.2, 16, 0.6, 0.52, -8, 'on-schedule'],
      ['2023', 18, 16, 0.6, 0.8, 20, 'on-schedule'],
      ['2023', 14.7, 16, 0.6, 0.47, -13, 'slightly-behind'],
      ['2023', 14, 16, 0.6, 0.4, -20, 'behind'],
      ['2023', 20.5, 16, 0.6, 1.05, 45, 'achieved'],
    ],
  ],
  [
    '3 to 5, higher is better',
    { kind: 'level', operator: 'range', value: 3, upper: 5 },
    [
      ['2023', 3, 3, 1, 1, 0, 'achieved'],
      ['2023', 6, 3, 1, 2, 100, 'achieved'],
      ['2023', 2.8, 3, 1, 2.8 / 3, -20 / 3, 'slightly-behind'],
      ['2023', 2, 3, 1, 2 / 3, -100 / 3, 'behind'],
    ],
  ],
  [
    '3 to 5, lower is better',
    { kind: 'level', operator: 'range', value: 3, upper: 5, direction: 'lower' },
    [
      ['2023', 5, 5, 1, 1, 0, 'achieved'],
      ['2023', 5.5, 5, 1, 10 / 11, -100 / 11, 'slightly-behind'],
      ['2023', 6, 5, 1, 5 / 6, -100 / 6, 'behind'],
    ],
  ],
  [
    '5 to 5.5, neither way better',
    { kind: 'level', operator: 'range', value: 5, upper: 5.5, direction: 'none' },
    [
      ['2023', 5.2, 5, 1, 1, 0, 'achieved'],
      ['2023', 4.6, 5, 1, 0.92, -8, 'slightly-behind'],
      ['2023', 4, 5, 1, 0.8, -20, 'behind'],
      ['2023', 6, 5, 1, 5.5 / 6, -50 / 6, 'slightly-behind'],
      ['2023', 7, 5, 1, 5.5 / 7, -150 / 7, 'behind'],
      ['2023', -1, 5, 1, null, null, 'behind', 'sign-change'],
    ],
  ],
  [
    '3 to 5 from 10, neither way better',
    { kind: 'level', operator: 'range', value: 3, upper: 5, direction: 'none', baseline: 10 },
    [
      ['2023', 7, 7, 0.6, 0.6, 0, 'on-schedule'],
      ['2023', 4, 7, 0.6, 1, 40, 'achieved'],
      ['2023', 7.3, 7, 0.6, 0.54, -6, 'slightly-behind'],
      ['2023', 8, 7, 0.6, 0.4, -20, 'behind'],
    ],
  ],
  [
    'level along a yearly path, without a baseline',
    { kind: 'level', value: 30, yearly: { 2022: 25 } },
    [
      ['2021', 25, 25, 25 / 30, 25 / 30, 0, 'on-schedule'],
      ['2022H1', 23, 25, 25 / 30, 23 / 30, -20 / 3, 'slightly-behind'],
      ['2023', 26, 80 / 3, 8 / 9, 26 / 30, -20 / 9, 'slightly-behind'],
      ['2025', 30, 30, 1, 1, 0, 'achieved'],
    ],
  ],
  [
    'level along a yearly path from a baseline',
    { kind: 'level', value: 30, baseline: 20, yearly: { 2021: 27 } },
    [
      ['2021H1', 23.5, 23.5, 0.35, 0.35, 0, 'on-schedule'],
      ['2021', 26, 27, 0.7, 0.6, -10, 'behind'],
      ['2022', 27.75, 27.75, 0.775, 0.775, 0, 'on-schedule'],
    ],
  ],
  [
    'cumulative',
    { kind: 'cumulative', value: 120 },
    [
      ['2023', 72, 72, 0.6, 0.6, 0, 'on-schedule'],
      ['2023', 66, 72, 0.6, 0.55, -5, 'slightly-behind'],
      ['2023', 60, 72, 0.6, 0.5, -10, 'behind'],
      ['2023', 120, 72, 0.6, 1, 40, 'achieved'],
      ['2023', -5, 72, 0.6, null, null, 'behind', 'sign-change'],
      ['2021-02', 4, 4, 1 / 30, 1 / 30, 0, 'on-schedule'],
    ],
  ],
  [
    'cumulative due two years before the plan ends',
    { kind: 'cumulative', value: 60, year: 2023 },
    [
      ['2022', 40, 40, 2 / 3, 2 / 3, 0, 'on-schedule'],
      ['2024', 50, 60, 1, 5 / 6, -50 / 3, 'behind'],
      ['2024', 60, 60, 1, 1, 0, 'achieved'],
    ],
  ],
  [
    'cumulative along a yearly path',
    { kind: 'cumulative', value: 120, yearly: { 2021: 10, 2022: 30 } },
    [
      ['2021H1', 5, 5, 1 / 24, 1 / 24, 0, 'on-schedule'],
      ['2022', 30, 30, 0.25, 0.25, 0, 'on-schedule'],
      ['2023', 50, 60, 0.5, 5 / 12, -25 / 3, 'behind'],
    ],
  ],
  [
    'ceiling on a total',
    { kind: 'cumulative', operator: '<=', value: 100, direction: 'lower' },
    [
      ['2023', 50, 60, 0.6, 0.5, -10, 'on-schedule'],
      ['2023', 65, 60, 0.6, 0.65, 5, 'slightly-behind'],
      ['2023', 70, 60, 0.6, 0.7, 10, 'behind'],
      ['2025', 95, 100, 1, 0.95, -5, 'achieved'],
      ['2025', 120, 100, 1, 1.2, 20, 'behind'],
    ],
  ],
  [
    'ceiling of zero on a total',
    { kind: 'cumulative', operator: '<=', value: 0, direction: 'lower' },
    [
      ['2023', 0, 0, null, null, null, 'on-schedule', 'target-zero'],
      ['2025', 0, 0, null, null, null, 'achieved', 'target-zero'],
      ['2023', 1, 0, null, null, null, 'not-assessable', 'target-zero'],
    ],
  ],
  [
    'about 100 in total, neither way better',
    { kind: 'cumulative', operator: '~', value: 100, tolerance: 0.05, direction: 'none' },
    [
      ['2023', 57, 60, 0.6, 0.57, -3, 'on-schedule'],
      ['2023', 80, 60, 0.6, 0.8, 20, 'on-schedule'],
      ['2023', 100, 60, 0.6, 1, 40, 'on-schedule'],
      ['2023', 50, 60, 0.6, 0.5, -10, 'behind'],
      ['2025', 98, 100, 1, 0.98, -2, 'achieved'],
      ['2025', 120, 100, 1, 1.2, 20, 'behind'],
    ],
  ],
  [
    'increment',
    { kind: 'increment', value: 20 },
    [
      ['2021Q2', 2, 2, 0.1, 0.1, 0, 'on-schedule'],
      ['2021Q2', 1.7, 2, 0.1, 0.085, -1.5, 'behind'],
    ],
  ],
  [
    'first of its kind: 零的突破',
    { kind: 'increment', value: 1 },
    [
      ['2023', 0, 0.6, 0.6, 0, -60, 'behind'],
      ['2023', 1, 0.6, 0.6, 1, 40, 'achieved'],
    ],
  ],
  [
    '每年 12',
    { kind: 'annual', value: 12 },
    [
      ['2021Q2', 6, 6, 0.5, 0.5, 0, 'on-schedule'],
      ['2021Q2', 5.4, 6, 0.5, 0.45, -5, 'slightly-behind'],
      ['2021Q2', 5, 6, 0.5, 5 / 12, -25 / 3, 'behind'],
      ['2023-09', 12, 9, 0.75, 1, 25, 'achieved'],
      ['2022', 11, 12, 1, 11 / 12, -25 / 3, 'slightly-behind'],
    ],
  ],
  [
    '每年 12 until 2022, another number in 2022',
    { kind: 'annual', value: 12, year: 2022, yearly: { 2022: 24 } },
    [
      ['2021', 12, 12, 1, 1, 0, 'achieved'],
      ['2022Q2', 12, 12, 0.5, 0.5, 0, 'on-schedule'],
      ['2023', 12, null, null, null, null, 'not-assessable', 'other-year'],
    ],
  ],
  [
    '每年 at most 12',
    { kind: 'annual', operator: '<=', value: 12, direction: 'lower' },
    [
      ['2021Q2', 5, 6, 0.5, 5 / 12, -25 / 3, 'on-schedule'],
      ['2021', 12, 12, 1, 1, 0, 'achieved'],
    ],
  ],
  [
    '每年 3 to 5',
    { kind: 'annual', operator: 'range', value: 3, upper: 5, direction: 'none' },
    [
      ['2021H1', 1.5, 1.5, 0.5, 0.5, 0, 'on-schedule'],
      ['2021H1', 3, 1.5, 0.5, 1, 50, 'on-schedule'],
      ['2021', 4, 3, 1, 1, 0, 'achieved'],
      ['2021', 7, 3, 1, 5 / 7, -200 / 7, 'behind'],
    ],
  ],
  [
    '每年 3 to 5, 6 of them in 2022',
    { kind: 'annual', operator: 'range', value: 3, upper: 5, yearly: { 2022: 6 } },
    [
      ['2021', 3, 3, 1, 1, 0, 'achieved'],
      ['2022', 5, 6, 1, 5 / 6, -100 / 6, 'behind'],
    ],
  ],
  [
    '年均增长 8 %',
    { kind: 'average-growth', value: 8 },
    [
      ['2023', 8.5, 8, 1, 1.0625, 0.5, 'on-schedule'],
      ['2023', 7.5, 8, 1, 0.9375, -0.5, 'slightly-behind'],
      ['2023', 7, 8, 1, 0.875, -1, 'behind'],
      ['2023', -1, 8, 1, null, -9, 'behind', 'sign-change'],
      ['2025', 8, 8, 1, 1, 0, 'achieved'],
    ],
  ],
  [
    '年均增长 8 %左右',
    { kind: 'average-growth', operator: '~', value: 8, tolerance: 0.05 },
    [
      ['2023', 7.7, 8, 1, 0.9625, -0.3, 'on-schedule'],
      ['2025', 7.7, 8, 1, 0.9625, -0.3, 'achieved'],
    ],
  ],
  [
    '年均增长 along a yearly path',
    { kind: 'average-growth', value: 8, yearly: { 2021: 6 } },
    [
      ['2021', 6, 6, 0.75, 0.75, 0, 'on-schedule'],
      ['2022', 6, 8, 1, 0.75, -2, 'behind'],
    ],
  ],
  [
    'average growth of at most 3 %',
    { kind: 'average-growth', operator: '<=', value: 3, direction: 'lower' },
    [
      ['2023', 2, 3, 1, 2 / 3, -1, 'on-schedule'],
      ['2023', 3.2, 3, 1, 3.2 / 3, 0.2, 'slightly-behind'],
      ['2023', 4, 3, 1, 4 / 3, 1, 'behind'],
      ['2023', -1, 3, 1, null, -4, 'on-schedule', 'sign-change'],
    ],
  ],
  [
    'average growth of at most −3 %',
    { kind: 'average-growth', operator: '<=', value: -3, direction: 'lower' },
    [
      ['2023', -3.5, -3, 1, 3.5 / 3, -0.5, 'on-schedule'],
      ['2023', -2.9, -3, 1, 2.9 / 3, 0.1, 'slightly-behind'],
    ],
  ],
  [
    'average growth of zero',
    { kind: 'average-growth', value: 0 },
    [
      ['2023', 1, 0, null, null, 1, 'on-schedule', 'target-zero'],
      ['2023', -1, 0, null, null, -1, 'not-assessable', 'target-zero'],
    ],
  ],
  [
    'growth of 2022',
    { kind: 'year-growth', value: 7, year: 2022 },
    [
      ['2021', 7, null, null, null, null, 'not-assessable', 'other-year'],
      ['2022Q2', 7, 7, 1, 1, 0, 'on-schedule'],
      ['2022', 7.7, 7, 1, 1.1, 0.7, 'achieved'],
      ['2023', 7, null, null, null, null, 'not-assessable', 'other-year'],
    ],
  ],
  [
    'growth of 5 to 5.5 % in 2022',
    {
      kind: 'year-growth',
      operator: 'range',
      value: 5,
      upper: 5.5,
      year: 2022,
      direction: 'none',
    },
    [
      ['2022Q1', 5.3, 5, 1, 1, 0.3, 'on-schedule'],
      ['2022', 5.5, 5, 1, 1, 0.5, 'achieved'],
      ['2022', 4.4, 5, 1, 0.88, -0.6, 'behind'],
    ],
  ],
  [
    'growth held every year',
    { kind: 'year-growth', value: 7, everyYear: true },
    [
      ['2021', 8.4, 7, 1, 1.2, 1.4, 'on-schedule'],
      ['2025', 8.4, 7, 1, 1.2, 1.4, 'achieved'],
    ],
  ],
  [
    'growth of 2025 with a value of its own for 2021',
    { kind: 'year-growth', value: 7, yearly: { 2021: 6 } },
    [
      ['2021', 6, 6, 1, 1, 0, 'on-schedule'],
      ['2022', 6, null, null, null, null, 'not-assessable', 'other-year'],
    ],
  ],
  [
    '下降 15 %',
    { kind: 'change', value: 15, direction: 'lower' },
    [
      ['2023', 9, 9, 0.6, 0.6, 0, 'on-schedule'],
      ['2023', 8.4, 9, 0.6, 0.56, -4, 'slightly-behind'],
      ['2023', 15, 9, 0.6, 1, 40, 'achieved'],
      ['2023', -2, 9, 0.6, null, null, 'behind', 'sign-change'],
    ],
  ],
  [
    '翻一番',
    { kind: 'change', value: 100, year: 2023, yearly: { 2021: 20 } },
    [
      ['2021', 20, 20, 0.2, 0.2, 0, 'on-schedule'],
      ['2022', 55, 60, 0.6, 0.55, -5, 'slightly-behind'],
      ['2025', 90, 100, 1, 0.9, -10, 'slightly-behind'],
    ],
  ],
  [
    '下降 15 %左右',
    { kind: 'change', operator: '~', value: 15, tolerance: 0.05, direction: 'lower' },
    [['2025', 14.4, 15, 1, 0.96, -4, 'achieved']],
  ],
  [
    '下降 3 %—5 %',
    { kind: 'change', operator: 'range', value: 3, upper: 5, direction: 'lower' },
    [['2025', 6, 3, 1, 2, 100, 'achieved']],
  ],
  [
    'a rise of at most 5 %',
    { kind: 'change', operator: '<=', value: 5, direction: 'lower' },
    [
      ['2023', 2, 3, 0.6, 0.4, -20, 'on-schedule'],
      ['2025', 5, 5, 1, 1, 0, 'achieved'],
    ],
  ],
  [
    'soft wording',
    { kind: 'level', value: 50, soft: true },
    [
      ['2023', 50, null, null, null, null, 'not-assessable', 'soft'],
      ['2023', null, null, null, null, null, 'not-assessable', 'soft'],
    ],
  ],
  [
    'target set from outside later',
    { kind: 'change', value: null },
    [['2023', 5, null, null, null, null, 'not-assessable', 'target-not-set']],
  ],
  [
    'range without its upper end',
    { kind: 'level', operator: 'range', value: 3 },
    [['2023', 5, null, null, null, null, 'not-assessable', 'target-not-set']],
  ],
  [
    'qualitative target with a number',
    { kind: 'level', operator: 'qualitative', value: null },
    [['2023', 5, null, null, null, null, 'not-assessable', 'qualitative']],
  ],
];

describe.each(CASES)('%s', (_, shape, rows) => {
  it.each(rows.map((row) => ({ at: row[0], actual: row[1], row })))('$at: $actual', ({ row }) => {
    const [at, actual, scheduled, scheduledCompletion, completion, gap, status, reason] = row;
    const measured = yardstick(subject(shape), period(at), THRESHOLDS);
    const expected = { scheduled, scheduledCompletion, completion, gap, status };
    expect(rounded(assess(measured, actual))).toEqual(
      rounded({ ...expected, reason: reason ?? null }),
    );
  });
});

it.each([
  ['not-started', 'behind'],
  ['under-way', 'slightly-behind'],
  ['on-schedule', 'on-schedule'],
  ['completed', 'achieved'],
  [null, 'not-reported'],
] as const)('a milestone %s is %s', (reported, status) => {
  expect(assessMilestone(reported)).toMatchObject({ status, completion: null, gap: null });
});

it.each([NaN, Infinity])('an actual of %p is our own bug', (actual) => {
  const measured = yardstick(subject({ kind: 'level', value: 50 }), period('2023'), THRESHOLDS);
  expect(() => assess(measured, actual)).toThrow(RangeError);
});

it('the threshold for slightly behind is the form’s to set', () => {
  const measured = yardstick(subject({ kind: 'cumulative', value: 100 }), period('2025'), {
    nearSchedule: 0.8,
  });
  expect([80, 79].map((actual) => assess(measured, actual).status)).toEqual([
    'slightly-behind',
    'behind',
  ]);
});

function rounded(progress: object): object {
  return Object.fromEntries(
    Object.entries(progress).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number' ? Math.round(value * 1e9) / 1e9 + 0 : value,
    ]),
  );
}
