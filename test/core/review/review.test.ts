import fc from 'fast-check';
import type { CellValue } from '../../../src/core/sheet/description';
import type { GridCell } from '../../../src/core/sheet/grid';
import { LANGUAGES } from '../../../src/core/plan/text';
import { RULES } from '../../../src/core/rule/catalogue';
import type { Finding } from '../../../src/core/review/finding';
import { review } from '../../../src/core/review/review';
import type { Submission } from '../../../src/core/submission/submission';
import { CITY_FILLING, filledCity } from '../../factories/city';
import { editsOf, footEdits, type Filling } from '../../factories/filling';
import { errorCell, gridOf, typed, uncomputed } from '../../factories/grid';
import { CITY } from '../../factories/plan';
import { submissionOf } from '../../factories/submission';
import { contextOf, historyOf, templateFor } from '../../factories/template';

type Cells = Filling<CellValue | GridCell>;

const past = (key: string, value: number) => ({
  ...{ key, value, organisation: '市经信局', region: null, period: '2021Q1' },
});
const WITH_PAST = templateFor(
  contextOf([CITY], '2021Q2', {
    history: historyOf([
      past('city/firms', 65),
      past('city/investment', 100),
      past('city/item.revenue', 480),
    ]),
  }),
);

/** The findings on the form as filled in, with the cells of one row changed. */
function findingsOn(key: string, cells: Cells): Finding[] {
  const edits = [
    ...editsOf(WITH_PAST, CITY_FILLING),
    ...footEdits(WITH_PAST),
    ...editsOf<CellValue | GridCell>(WITH_PAST, { [key]: cells }),
  ];
  return review(submissionOf(gridOf(WITH_PAST.description, edits)));
}

const explained = (reason: string, message: string) => `已说明：${reason}（原提示：${message}）`;

const shown = ({ rule, severity, cell, message }: Finding) => [rule, severity, cell, message.zh];

test('the form as filled in is clean beside last period’s figures, too', () => {
  expect(findingsOn('city/firms', {})).toEqual([]);
});

test.each<[name: string, key: string, cells: Cells, findings: unknown[][]]>([
  [
    'missing',
    'city/firms',
    { actual: null, state: null },
    [['missing-figure', 'error', 'H9', '未填。请填写完成值，或选择填报状态。']],
  ],
  [
    'no number: the words are quoted as they stand',
    'city/firms',
    { actual: ' 约70 ' },
    [
      [
        'not-a-number',
        'error',
        'H9',
        '填的是“ 约70 ”，不能作为数值读取。请只填数字，不带单位和文字；定性指标从下拉列表选择。',
      ],
    ],
  ],
  [
    'an error value',
    'city/firms',
    { actual: errorCell('#REF!') },
    [
      [
        'not-a-number',
        'error',
        'H9',
        '填的是“#REF!”，不能作为数值读取。请只填数字，不带单位和文字；定性指标从下拉列表选择。',
      ],
    ],
  ],
  [
    'a contradiction points at the state',
    'city/firms',
    { actual: 70, state: '零报告' },
    [
      [
        'state-conflict',
        'error',
        'I9',
        '填报状态与完成值“70”矛盾。有数请选“正常”，没有请删去完成值。',
      ],
    ],
  ],
  [
    'several rules on one figure, in the order of the catalogue; what follows from a negative one is left unsaid',
    'city/firms',
    { actual: -70.5 },
    [
      ['whole-number', 'error', 'H9', '应为整数，现为 -70.5。请按“家”核对后改填整数。'],
      ['negative-figure', 'error', 'H9', '不能为负数，现为 -70.5。请核对后改正。'],
    ],
  ],
  [
    'behind points at the explanation',
    'city/productivity',
    { actual: 20 },
    [
      [
        'behind-unexplained',
        'explain',
        'M8',
        '完成 20，序时目标 30，进度滞后。请在情况说明中写明原因和下一步措施。',
      ],
    ],
  ],
  [
    'an explanation makes it a note and is quoted',
    'city/productivity',
    { actual: 20, explanation: ' 新建产线尚未投产。\n' },
    [
      [
        'behind-unexplained',
        'note',
        'M8',
        explained(
          '新建产线尚未投产。',
          '完成 20，序时目标 30，进度滞后。请在情况说明中写明原因和下一步措施。',
        ),
      ],
    ],
  ],
  [
    'spaces are no explanation',
    'city/productivity',
    { actual: 20, explanation: '　\u00a0 \n' },
    [
      [
        'behind-unexplained',
        'explain',
        'M8',
        '完成 20，序时目标 30，进度滞后。请在情况说明中写明原因和下一步措施。',
      ],
    ],
  ],
  [
    'no explanation makes an error good',
    'city/firms',
    { actual: 70.5, explanation: '按折算口径' },
    [['whole-number', 'error', 'H9', '应为整数，现为 70.5。请按“家”核对后改填整数。']],
  ],
  [
    'every question of one row is answered by its explanation',
    'city/investment',
    { actual: 90, explanation: '统计口径调整' },
    [
      [
        'cumulative-decrease',
        'note',
        'H15',
        explained(
          '统计口径调整',
          '本期累计 90 小于上期累计 100，请核对；如确为数据修订，请在情况说明中写明原因。',
        ),
      ],
      [
        'swing',
        'note',
        'H15',
        explained(
          '统计口径调整',
          '本期 90，上期 100，变动 -55%，超过 50%（累计数按月均比）。请核对；如属实请在情况说明中写明原因。',
        ),
      ],
    ],
  ],
  [
    'not applicable',
    'city/firms',
    { actual: null, state: '不适用' },
    [
      [
        'not-applicable-unexplained',
        'explain',
        'M9',
        '选择了“不适用”或“未到报送期”，请在情况说明中写明原因。',
      ],
    ],
  ],
  [
    'not applicable, explained',
    'city/firms',
    { actual: null, state: '不适用', explanation: '本单位无此职能' },
    [
      [
        'not-applicable-unexplained',
        'note',
        'M9',
        explained('本单位无此职能', '选择了“不适用”或“未到报送期”，请在情况说明中写明原因。'),
      ],
    ],
  ],
  [
    'a nil report of a total that stood at 65',
    'city/firms',
    { actual: null, state: '零报告', explanation: '项目取消' },
    [
      [
        'cumulative-decrease',
        'note',
        'H9',
        explained(
          '项目取消',
          '本期累计 0 小于上期累计 65，请核对；如确为数据修订，请在情况说明中写明原因。',
        ),
      ],
    ],
  ],
  [
    'completed without evidence',
    'city/park',
    { actual: '已完成' },
    [
      [
        'completed-without-evidence',
        'explain',
        'N16',
        '填报“已完成”，请在佐证材料栏写明文件名称或文号。',
      ],
    ],
  ],
  ['completed with evidence', 'city/park', { actual: '已完成', evidence: '某经信〔2021〕5号' }, []],
  [
    'a number typed as text is read and said so',
    'city/firms',
    { actual: '７０' },
    [['number-as-text', 'note', 'H9', '“７０”是文本，已按数值 70 读取。请改为数值格式。']],
  ],
  [
    'a formula without its value names the formula',
    'city/firms',
    { actual: uncomputed('SUM(A1:A3)') },
    [
      [
        'formula-without-value',
        'error',
        'H9',
        '此处是公式“=SUM(A1:A3)”，但文件没有保存计算结果。请用 Excel 或 WPS 打开，保存后再报送，或直接填写数值。',
      ],
      [
        'not-a-number',
        'error',
        'H9',
        '填的是“=SUM(A1:A3)”，不能作为数值读取。请只填数字，不带单位和文字；定性指标从下拉列表选择。',
      ],
    ],
  ],
  [
    'a computed row is judged by what is computed, not by what its cell held',
    'city/item.rd',
    { actual: 1200 },
    [
      [
        'numerator-above-denominator',
        'error',
        'H10',
        '分子 1200 大于分母“营业收入”1000，比重会超过 100%。请核对这两行的数和单位。',
      ],
      [
        'percent-as-fraction',
        'explain',
        'H14',
        '单位是 %，现填 638.55，与上期或目标值 8 差约 100 倍（百分之二点五填 2.5）。请改正；如无误，请在情况说明中写明原因。',
      ],
    ],
  ],
])('%s', (_, key, cells, findings) => {
  expect(findingsOn(key, cells).map(shown)).toEqual(findings);
});

test('a finding names sheet, row and the indicator that the row counts for first', () => {
  const [finding] = findingsOn('city/item.revenue', { actual: null });
  expect(finding).toMatchObject({
    rule: 'missing-figure',
    sheet: '填报表',
    entry: 'city/item.revenue',
    indicator: 'city/rd-share',
  });
});

test('a required field of the foot is named by its label and cell', () => {
  const edits = [...editsOf(WITH_PAST, CITY_FILLING), ...footEdits(WITH_PAST).slice(0, 3)];
  const found = review(submissionOf(gridOf(WITH_PAST.description, edits)));
  expect(found.map(shown)).toEqual([
    ['head-missing', 'error', 'D18', '“联系电话”未填。请填写后再报送。'],
    ['head-missing', 'error', 'H18', '“报出日期”未填。请填写后再报送。'],
  ]);
});

test('findings on the whole file come first, then the foot, then the rows in the order of the form', () => {
  const edits = editsOf<CellValue | GridCell>(WITH_PAST, {
    ...CITY_FILLING,
    'city/park': { actual: '未定' },
    'city/productivity': { actual: '约3' },
  });
  const grid = gridOf(WITH_PAST.description, edits);
  const found = review(submissionOf({ ...grid, hasMacros: true }));
  expect(found.map(({ rule, cell }) => [rule, cell])).toEqual([
    ['macros', null],
    ['head-missing', 'H17'],
    ['head-missing', 'M17'],
    ['head-missing', 'D18'],
    ['head-missing', 'H18'],
    ['not-a-number', 'H8'],
    ['not-a-number', 'H16'],
  ]);
});

test('an altered hidden sheet does not stop the rest from being read', () => {
  const submission: Submission = { ...submissionOf(filledCity()), seal: 'altered' };
  expect(review(submission)).toEqual([]);
});

test('a period that nobody could have sealed is our own bug', () => {
  const submission = submissionOf(filledCity());
  const broken = { ...submission, model: { ...submission.model, period: '2021Q9' } };
  expect(() => review(broken)).toThrow('2021Q9');
});

describe('whatever is filled in', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -100, max: 100_000 }),
    fc.constantFrom(
      '约50',
      '—',
      '',
      '　',
      '1.2万',
      '12%',
      '已完成',
      '未启动',
      '１２',
      '9'.repeat(400),
    ),
    fc.constantFrom<GridCell>(errorCell('#N/A'), uncomputed('1/0'), typed(true), {
      ...typed(0.5),
      numberFormat: '0%',
    }),
  );
  const state = fc.constantFrom(null, '正常', '零报告', '不适用', '未到报送期', '其他');
  const words = fc.constantFrom(null, ' ', '原因{name}“”');
  const row = fc.record({ actual: value, state, explanation: words, evidence: words });
  const open = Object.keys(CITY_FILLING);
  const fillings = fc
    .tuple(...open.map(() => row))
    .map((rows) => Object.fromEntries(rows.map((cells, index) => [open[index]!, cells])));

  const known = new Map(RULES.map((rule) => [rule.id, rule]));

  test('each finding is of a known rule, fills in both languages and names a cell of its row', () => {
    fc.assert(
      fc.property(fillings, (filling) => {
        const edits = editsOf<CellValue | GridCell>(WITH_PAST, filling);
        const submission = submissionOf(gridOf(WITH_PAST.description, edits));
        const rows = new Map(
          submission.entries.map(({ entry, row: number }) => [entry.key, number]),
        );
        for (const { rule, severity, message, entry, cell, sheet } of review(submission)) {
          const declared = known.get(rule)!.severity;
          expect(severity === declared || (declared === 'explain' && severity === 'note')).toBe(
            true,
          );
          for (const language of LANGUAGES) {
            expect(message[language]).not.toBe('');
            expect(message[language].replaceAll('原因{name}', '')).not.toMatch(
              /\{\w+\}|undefined|NaN/,
            );
          }
          expect(sheet).toBe('填报表');
          if (entry !== null) expect(cell!.endsWith(String(rows.get(entry)))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a row is never blank and clean: each open row has a figure, a state that says why, or a finding', () => {
    fc.assert(
      fc.property(fillings, (filling) => {
        const edits = editsOf<CellValue | GridCell>(WITH_PAST, filling);
        const submission = submissionOf(gridOf(WITH_PAST.description, edits));
        const found = new Set(review(submission).map(({ entry }) => entry));
        for (const { entry, state: is } of submission.entries)
          if (['blank', 'invalid', 'conflict'].includes(is) && entry.derivation === null)
            expect(found).toContain(entry.key);
      }),
      { numRuns: 200 },
    );
  });
});
