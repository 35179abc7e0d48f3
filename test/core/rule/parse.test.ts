import fc from 'fast-check';
import type { Condition, NumberExpression } from '../../../src/core/rule/expression';
import { expectedNames, ruleMessages } from '../../../src/core/rule/messages';
import { columnOf, parseCondition, parseNumber } from '../../../src/core/rule/parse';
import { conditions, numberExpressions, print } from './expressions';

const n = (value: number): NumberExpression => ({ type: 'number', value });
const actual: NumberExpression = { type: 'figure', name: 'actual' };
const previous: NumberExpression = { type: 'figure', name: 'previous' };
const arithmetic = (
  left: NumberExpression,
  operator: '+' | '-' | '*' | '/',
  right: NumberExpression,
): NumberExpression => ({ type: 'arithmetic', operator, left, right });
const isNil: Condition = { type: 'text-is', figure: 'state', value: 'nil' };
const noReason: Condition = { type: 'empty', figure: 'explanation' };
const falls: Condition = { type: 'comparison', operator: '<', left: actual, right: previous };

test.each<[text: string, expected: NumberExpression]>([
  ['1.50', n(1.5)],
  ['-1.5', n(-1.5)],
  ['- -1.5', n(1.5)],
  ['-actual', arithmetic(n(0), '-', actual)],
  ['--actual', arithmetic(n(0), '-', arithmetic(n(0), '-', actual))],
  ['1 + 2 * 3', arithmetic(n(1), '+', arithmetic(n(2), '*', n(3)))],
  ['(1 + 2) * 3', arithmetic(arithmetic(n(1), '+', n(2)), '*', n(3))],
  ['1 - 2 - 3', arithmetic(arithmetic(n(1), '-', n(2)), '-', n(3))],
  ['8 / 4 / 2', arithmetic(arithmetic(n(8), '/', n(4)), '/', n(2))],
  ['1 - -2', arithmetic(n(1), '-', n(-2))],
  ['-2 * 3', arithmetic(n(-2), '*', n(3))],
  ['[a-plan/headline]', { type: 'entry', id: 'a-plan/headline' }],
  ['previous([a-plan/headline])', { type: 'earlier', period: 'previous', id: 'a-plan/headline' }],
  ['sameLastYear([headline])', { type: 'earlier', period: 'sameLastYear', id: 'headline' }],
  ['previous(actual)', previous],
  ['previous', previous],
  ['sameLastYear(actual)', { type: 'figure', name: 'sameLastYear' }],
  [
    'sum([headline] by region)',
    { type: 'sum-by-region', operand: { type: 'entry', id: 'headline' } },
  ],
  [
    'sum([headline] - 1 by region) / 2',
    arithmetic(
      {
        type: 'sum-by-region',
        operand: arithmetic({ type: 'entry', id: 'headline' }, '-', n(1)),
      },
      '/',
      n(2),
    ),
  ],
  ['((actual))', actual],
  ['ABS'.toLowerCase() + '(actual)', { type: 'call', name: 'abs', arguments: [actual] }],
  ['sum(1)', { type: 'call', name: 'sum', arguments: [n(1)] }],
  ['max(1,2, 3)', { type: 'call', name: 'max', arguments: [n(1), n(2), n(3)] }],
  [
    'round(actual / previous * 100, 1)',
    {
      type: 'call',
      name: 'round',
      arguments: [arithmetic(arithmetic(actual, '/', previous), '*', n(100)), n(1)],
    },
  ],
  ['if(actual < previous, 1, 0)', { type: 'if', condition: falls, then: n(1), otherwise: n(0) }],
])('reads the number %j', (text, expected) => {
  expect(parseNumber(text)).toEqual({ ok: true, number: expected });
});

test.each<[text: string, expected: Condition]>([
  ['true', { type: 'boolean', value: true }],
  ['actual < previous', falls],
  ['(actual) < (previous)', falls],
  ['state = "nil"', isNil],
  ['state <> "nil"', { type: 'not', operand: isNil }],
  ['empty(explanation)', noReason],
  ['blank(actual)', { type: 'blank', operand: actual }],
  ['not blank(actual)', { type: 'not', operand: { type: 'blank', operand: actual } }],
  [
    'not not true',
    { type: 'not', operand: { type: 'not', operand: { type: 'boolean', value: true } } },
  ],
  ['actual < previous and empty(explanation)', { type: 'and', operands: [falls, noReason] }],
  [
    'state = "nil" or actual < previous and empty(explanation)',
    { type: 'or', operands: [isNil, { type: 'and', operands: [falls, noReason] }] },
  ],
  [
    '(state = "nil" or actual < previous) and empty(explanation)',
    { type: 'and', operands: [{ type: 'or', operands: [isNil, falls] }, noReason] },
  ],
  [
    'not state = "nil" and empty(explanation)',
    { type: 'and', operands: [{ type: 'not', operand: isNil }, noReason] },
  ],
  [
    'actual < previous and state = "nil" and empty(explanation)',
    { type: 'and', operands: [falls, isNil, noReason] },
  ],
])('reads the condition %j', (text, expected) => {
  expect(parseCondition(text)).toEqual({ ok: true, condition: expected });
});

test.each<[text: string, column: number, message: string]>([
  ['', 1, '第 1 个字符处应为数值、名称或“(”，实际是“”。'],
  ['actual', 1, '第 1 个字符处应为条件（真或假），而不是数值。'],
  ['actual <', 9, '第 9 个字符处应为数值、名称或“(”，实际是“”。'],
  ['actual < 1 2', 12, '第 12 个字符处应为规则结尾，实际是“2”。'],
  ['actual < 1 < 2', 12, '第 12 个字符处应为规则结尾，实际是“<”。'],
  ['actual < true', 10, '第 10 个字符处应为数值，而不是条件。'],
  ['(actual < 1) + 2 > 3', 1, '第 1 个字符处应为数值，而不是条件。'],
  ['actual and true', 1, '第 1 个字符处应为条件（真或假），而不是数值。'],
  ['true or actual', 9, '第 9 个字符处应为条件（真或假），而不是数值。'],
  ['not actual', 5, '第 5 个字符处应为条件（真或假），而不是数值。'],
  ['(actual < 1', 12, '第 12 个字符处应为“)”，实际是“”。'],
  ['Actual < 1', 1, '第 1 个字符处的“Actual”不是可用的名称或函数。'],
  ['actual < target and goal > 1', 21, '第 21 个字符处的“goal”不是可用的名称或函数。'],
  ['toString(1) > 1', 1, '第 1 个字符处的“toString”不是可用的名称或函数。'],
  ['constructor > 1', 1, '第 1 个字符处的“constructor”不是可用的名称或函数。'],
  ['round(actual) > 1', 1, '第 1 个字符处的函数 round 需要 2 个参数。'],
  ['abs(1, 2) > 1', 1, '第 1 个字符处的函数 abs 需要 1 个参数。'],
  ['blank(1, 2)', 1, '第 1 个字符处的函数 blank 需要 1 个参数。'],
  ['abs actual > 1', 5, '第 5 个字符处应为“(”，实际是“actual”。'],
  ['min() > 1', 5, '第 5 个字符处应为数值、名称或“(”，实际是“)”。'],
  ['if(true, 1) > 1', 11, '第 11 个字符处应为“,”，实际是“)”。'],
  ['if(actual, 1, 2) > 1', 4, '第 4 个字符处应为条件（真或假），而不是数值。'],
  ['state', 6, '第 6 个字符处应为“=”或“<>”，实际是“”。'],
  ['state > "nil"', 7, '第 7 个字符处应为“=”或“<>”，实际是“>”。'],
  ['state = nil', 9, '第 9 个字符处应为用引号括起的文字，实际是“nil”。'],
  ['"nil" = state', 1, '第 1 个字符处应为数值、名称或“(”，实际是“nil”。'],
  ['empty(actual)', 7, '第 7 个字符处应为文本栏目名称，实际是“actual”。'],
  ['blank(explanation)', 7, '第 7 个字符处的“explanation”不是可用的名称或函数。'],
  ['previous(target) > 1', 10, '第 10 个字符处应为actual 或 [编号]，实际是“target”。'],
  ['previous(previous([a])) > 1', 10, '第 10 个字符处应为actual 或 [编号]，实际是“previous”。'],
  ['previous([a] + [b]) > 1', 14, '第 14 个字符处应为“)”，实际是“+”。'],
  ['sum([a] by county) > 1', 12, '第 12 个字符处应为“region”，实际是“county”。'],
  ['sum([a], [b] by region) > 1', 14, '第 14 个字符处应为“)”，实际是“by”。'],
  ['max([a] by region) > 1', 9, '第 9 个字符处应为“)”，实际是“by”。'],
  ['actual > 5%', 11, '第 11 个字符“%”不能出现在规则中。'],
  ['[headline > 1', 1, '第 1 个字符处的引号或方括号没有结束。'],
  ['state = "nil', 9, '第 9 个字符处的引号或方括号没有结束。'],
])('says what is wrong with %j at column %i', (text, column, message) => {
  const parsed = parseCondition(text);
  expect(parsed.ok ? null : [parsed.problem.column, parsed.problem.message.zh]).toEqual([
    column,
    message,
  ]);
});

test.each([
  ['true', 1],
  ['1 + (actual < 2)', 5],
  ['abs(true)', 5],
  ['-(true)', 2],
])('a condition is no number: %j at column %i', (text, column) => {
  const parsed = parseNumber(text);
  expect(parsed.ok ? null : parsed.problem.column).toBe(column);
});

test.each([
  ['brackets', (depth: number) => '('.repeat(depth) + '1' + ')'.repeat(depth)],
  ['signs', (depth: number) => '-'.repeat(depth) + '1'],
  ['calls', (depth: number) => 'abs('.repeat(depth) + '1' + ')'.repeat(depth)],
  ['sums', (depth: number) => 'sum('.repeat(depth) + '1' + ')'.repeat(depth)],
  ['choices', (depth: number) => 'if(true,'.repeat(depth) + '1' + ',0)'.repeat(depth)],
  ['negations', (depth: number) => `if(${'not '.repeat(depth)}true,1,0)`],
])('%s nested without end are a mistake in the rule, not a crash', (_, text) => {
  expect(parseNumber(text(30)).ok).toBe(true);
  for (const depth of [100, 300, 100_000]) expect(parseNumber(text(depth)).ok).toBe(false);
});

test('a rule may be long, but not without end', () => {
  const sum = (terms: number) => `1${'+1'.repeat(terms - 1)}`;
  expect(parseNumber(sum(2000)).ok).toBe(true);
  const parsed = parseNumber(sum(2001));
  expect(parsed.ok ? null : parsed.problem.message.zh).toBe(
    '第 4001 个字符起超出规则的长度上限（4000 个字符），请拆成几条规则。',
  );
});

test('a number too large to be one is a mistake in the rule', () => {
  expect(parseNumber('9'.repeat(300)).ok).toBe(true);
  expect(parseNumber('9'.repeat(400)).ok).toBe(false);
});

test('what is printed is read as it was', () => {
  fc.assert(
    fc.property(conditions, (condition) => {
      expect(parseCondition(print(condition))).toEqual({ ok: true, condition });
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(numberExpressions, (number) => {
      expect(parseNumber(print(number))).toEqual({ ok: true, number });
    }),
    { numRuns: 1000 },
  );
});

test('every part of a rule knows where it stands', () => {
  const text = '[a] + sameLastYear([b]) >= max([c], actual) * 2';
  const parsed = parseCondition(text);
  if (!parsed.ok || parsed.condition.type !== 'comparison') throw new Error(text);
  const { left, right } = parsed.condition;
  expect([parsed.condition, left, right].map(columnOf)).toEqual([25, 5, 45]);
  if (left.type !== 'arithmetic' || right.type !== 'arithmetic') throw new Error(text);
  expect([left.left, left.right, right.left].map(columnOf)).toEqual([1, 7, 28]);
});

test('never throws, and points into the text', () => {
  const pieces = fc.constantFrom(
    ...['actual', 'state', 'empty', 'blank', 'if', 'abs', 'round', 'and', 'or', 'not', 'true'],
    ...['(', ')', ',', '+', '-', '*', '/', '<', '<=', '=', '<>', '"nil"', '[a]', '1', '0.5', ' '],
  );
  const close = fc.array(pieces).map((list) => list.join(' '));
  fc.assert(
    fc.property(fc.oneof(fc.string(), close), (text) => {
      for (const parsed of [parseCondition(text), parseNumber(text)])
        if (!parsed.ok) {
          expect(parsed.problem.column).toBeGreaterThanOrEqual(1);
          expect(parsed.problem.column).toBeLessThanOrEqual(text.length + 1);
        }
    }),
    { numRuns: 2000 },
  );
});

test.each(Object.entries({ ...ruleMessages, ...expectedNames }))(
  'message %s has the same places in both languages',
  (_, { zh, en }) => {
    const places = (wording: string) => new Set(wording.match(/\{\w+\}/g));
    expect(places(en)).toEqual(places(zh));
  },
);
