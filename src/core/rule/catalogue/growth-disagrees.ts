import { Limits } from '../limits';
import type { RelationRule } from '../rule';

const limits = new Limits({
  points: {
    usual: 0.5,
    low: 0,
    high: 100,
    meaning: {
      zh: '允许相差的百分点',
      en: 'difference allowed, in percentage points',
    },
  },
});

/** A note only: value-added growth is at constant prices, so it can honestly differ from its levels. */
export const growthDisagrees: RelationRule = {
  id: 'growth-disagrees',
  scope: 'relation',
  severity: 'note',
  catches: {
    zh: '填报的增速与按本期数、上年同期数推算的不一致',
    en: 'A stated growth that disagrees with the stated levels of this year and last',
  },
  limits,
  needs: ['growth', 'level'],
  relations: ({ growth = '', level = '' }, _, changed) => {
    const { points } = limits.with(changed);
    const computed = `([${level}] / sameLastYear([${level}]) - 1) * 100`;
    return [
      {
        at: growth,
        // no growth can be told from a base of zero or less
        assert: `sameLastYear([${level}]) <= 0 or abs([${growth}] - ${computed}) <= ${points.toFixed(8)}`,
        values: {
          stated: { text: `[${growth}]`, as: growth },
          computed: { text: computed, as: growth },
          now: { text: `[${level}]`, as: level },
          before: { text: `sameLastYear([${level}])`, as: level },
        },
        names: { level },
      },
    ];
  },
  message: {
    zh: '填报增速 {stated}%，按“{level}”本期 {now}、上年同期 {before} 推算为 {computed}%。请核对；按可比价计算的可不改。',
    en: 'The growth stated is {stated} %; “{level}”, {now} now and {before} a year ago, gives {computed} %. Check it; growth at constant prices may differ.',
  },
};
