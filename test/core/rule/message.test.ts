import { numberTextFormula } from '../../../src/core/rule/number-text';
import { compileMessage, writeMessage } from '../../../src/core/rule/message';
import { inRow, number, type RowRule } from '../../../src/core/rule/rule';
import { row } from './catalogue/rows';
import { CELLS, figuresOf } from './figures';

const RULE: RowRule = {
  id: 'a-rule',
  scope: 'row',
  severity: 'error',
  catches: { zh: '一', en: 'one' },
  when: () => ({ type: 'boolean', value: true }),
  message: {
    zh: '“{name}”填 {raw}{unit}，应为 {half}，差 {gap}',
    en: '{name} reads {raw} {unit}; “{half}” was due, {gap} off',
  },
  values: (facts) => ({
    half: inRow(facts, 'target / 2'),
    gap: { number: number('actual - previous'), decimals: 0 },
  }),
  at: 'actual',
};
const FACTS = row({ name: '小微企业园数', measureUnit: '个', precision: 2 });

function written(language: 'zh' | 'en', filling: Parameters<typeof figuresOf>[0]): string {
  return writeMessage(RULE, FACTS, language, figuresOf(filling), '１２０');
}

test('a message carries the name, the unit, what the cell holds and rounded figures', () => {
  const filling = { actual: 120.4, target: 66.67, previous: 20 };
  expect(written('zh', filling)).toBe('“小微企业园数”填 １２０个，应为 33.34，差 100');
  expect(written('en', filling)).toBe('小微企业园数 reads １２０ 个; “33.34” was due, 100 off');
});

test('a figure that is blank shows as a dash', () => {
  expect(written('zh', { actual: 1 })).toBe('“小微企业园数”填 １２０个，应为 —，差 —');
});

test('what stands in the cell is never read as a place', () => {
  const figures = figuresOf({});
  expect(writeMessage(RULE, FACTS, 'zh', figures, '{half}$&')).toContain('填 {half}$&个');
});

test('the same message as a formula', () => {
  expect(compileMessage(RULE, FACTS, 'zh', CELLS, 'H9')).toBe(
    [
      '"“"',
      '"小微企业园数"',
      '"”填 "',
      'H9',
      '"个"',
      '"，应为 "',
      `IFERROR(${numberTextFormula('IF(COUNT(B1)=1,IFERROR((B1/2),""),"")', 2)},"—")`,
      '"，差 "',
      `IFERROR(${numberTextFormula('IF(COUNT(A1,C1)=2,IFERROR((A1-C1),""),"")', 0)},"—")`,
    ].join('&'),
  );
});

test('a place that nobody fills is our own bug', () => {
  const rule: RowRule = { ...RULE, message: { zh: '{gapp}', en: '{gap}' } };
  expect(() => writeMessage(rule, FACTS, 'zh', figuresOf({}), '')).toThrow('nothing fills {gapp}');
  expect(() => compileMessage(rule, FACTS, 'zh', CELLS, 'H9')).toThrow('nothing fills {gapp}');
});
