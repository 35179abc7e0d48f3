import { reviewAgainst, type Expected } from '../../../src/core/review/against-round';
import type { Submission } from '../../../src/core/submission/submission';
import { CITY_BLANK, filledCity } from '../../factories/city';
import { submissionOf } from '../../factories/submission';

const SENT = submissionOf(filledCity());
const [CITY_PLAN] = CITY_BLANK.model.plans;
const OTHER = { id: 'other', title: '另一规划', hash: 'f'.repeat(64) };
const HERE: Expected = {
  round: { id: 'round-1', period: '2021Q2' },
  plans: [CITY_PLAN!],
  isSigned: false,
};

const sent = (
  change: Partial<Submission['model']>,
  seal: Submission['seal'] = 'unsigned',
): Submission => ({
  ...SENT,
  seal,
  model: { ...SENT.model, ...change },
});

test.each<[name: string, expected: Expected, submission: Submission, findings: string[][]]>([
  ['of this round', HERE, SENT, []],
  [
    'of another plan: that alone is said',
    { ...HERE, plans: [OTHER] },
    sent({ period: '2021Q1', round: 'round-0' }),
    [
      [
        'wrong-plan',
        'error',
        '报送表所属规划是 《某市制造业高质量发展规划》，本次为 《另一规划》。请使用本次下发的报送表。',
      ],
    ],
  ],
  [
    'of this plan and of one that the round does not cover',
    HERE,
    sent({ plans: [CITY_PLAN!, { ...OTHER, startYear: 2020 }] }),
    [
      [
        'wrong-plan',
        'error',
        '报送表所属规划是 《另一规划》，本次为 《某市制造业高质量发展规划》。请使用本次下发的报送表。',
      ],
    ],
  ],
  ['of one of the plans that the round covers', { ...HERE, plans: [OTHER, CITY_PLAN!] }, SENT, []],
  [
    'for another period',
    HERE,
    sent({ period: '2021Q1', round: 'round-0' }),
    [['wrong-period', 'error', '报送表的报告期是 2021Q1，本次为 2021Q2。请使用本期下发的报送表。']],
  ],
  [
    'of another round for the same period',
    HERE,
    sent({ round: 'round-0' }),
    [
      [
        'wrong-round',
        'error',
        '这是另一报送任务（round-0）的报送表，本次任务为 round-1。请使用本次下发的报送表。',
      ],
    ],
  ],
  [
    'of an earlier version of the plan',
    { ...HERE, plans: [{ ...CITY_PLAN!, hash: '0'.repeat(64) }] },
    SENT,
    [
      [
        'plan-version',
        'note',
        '该报送表下发后，规划“某市制造业高质量发展规划”的指标清单已更新；按指标编号读取，请核对新增或调整的指标。',
      ],
    ],
  ],
  [
    'of an earlier version of the plan with an indicator that it no longer has',
    {
      ...HERE,
      round: null,
      plans: [
        {
          ...CITY_PLAN!,
          hash: '0'.repeat(64),
          indicators: CITY_BLANK.model.entries.flatMap(({ key, item }) =>
            item === null && key !== 'city/firms' ? [key] : [],
          ),
        },
      ],
    },
    SENT,
    [
      [
        'plan-version',
        'note',
        '该报送表下发后，规划“某市制造业高质量发展规划”的指标清单已更新；按指标编号读取，请核对新增或调整的指标。',
      ],
      [
        'unlisted-indicator',
        'note',
        '“新增小升规企业”不在现行指标清单中，可能来自旧版报送表，汇总时不采用。请核对。',
      ],
    ],
  ],
  [
    'unsigned in a round of signed forms',
    { ...HERE, isSigned: true },
    SENT,
    [
      [
        'signature-missing',
        'note',
        '报送表没有签名，只能发现无意的改动，不能证明来源。请向填报单位核实。',
      ],
    ],
  ],
  ['signed in a round of signed forms', { ...HERE, isSigned: true }, sent({}, 'signed'), []],
  ['signed, though the key is not at hand', { ...HERE, isSigned: true }, sent({}, 'unchecked'), []],
  [
    'without its hidden sheet in a round of signed forms',
    { ...HERE, isSigned: true },
    sent({}, 'missing'),
    [
      [
        'signature-missing',
        'note',
        '报送表没有签名，只能发现无意的改动，不能证明来源。请向填报单位核实。',
      ],
    ],
  ],
  ['unsigned where nothing is', HERE, sent({}, 'unsigned'), []],
  [
    'without a round nothing about one is said',
    { ...HERE, round: null },
    sent({ period: '2019', round: 'x' }),
    [],
  ],
  [
    'without a round and of a plan that is not at hand',
    { ...HERE, round: null, plans: [OTHER] },
    SENT,
    [],
  ],
  [
    'without a round the plan’s version is compared all the same',
    { ...HERE, round: null, plans: [{ ...CITY_PLAN!, hash: 'x' }] },
    SENT,
    [['plan-version', 'note', expect.any(String) as string]],
  ],
  [
    'late version, wrong period and unsigned: each is said',
    {
      round: { id: 'round-1', period: '2021Q3' },
      isSigned: true,
      plans: [{ ...CITY_PLAN!, hash: 'x' }],
    },
    SENT,
    [
      ['wrong-period', 'error', expect.any(String) as string],
      ['plan-version', 'note', expect.any(String) as string],
      ['signature-missing', 'note', expect.any(String) as string],
    ],
  ],
])('%s', (_, expected, submission, findings) => {
  const found = reviewAgainst(expected, submission);
  expect(found.map(({ rule, severity, message }) => [rule, severity, message.zh])).toEqual(
    findings,
  );
  for (const { message, sheet, cell, entry, indicator } of found) {
    expect(message.en).not.toMatch(/\{\w+\}/);
    expect([sheet, cell, entry, indicator]).toEqual([null, null, null, null]);
  }
});
