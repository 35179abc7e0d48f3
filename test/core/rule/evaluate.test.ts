import fc from 'fast-check';
import {
  EMPTY_CHARACTERS,
  evaluateCondition,
  evaluateNumber,
  isEmptyText,
} from '../../../src/core/rule/evaluate';
import { NUMBER_FIGURES } from '../../../src/core/rule/expression';
import { condition, number } from '../../../src/core/rule/rule';
import { conditions, ENTRIES, figureValues, numberExpressions, textValues } from './expressions';
import { figuresOf, type Filling } from './figures';

const fillings: fc.Arbitrary<Filling> = fc.record({
  ...Object.fromEntries(NUMBER_FIGURES.map((name) => [name, fc.option(figureValues)])),
  state: textValues,
  explanation: textValues,
  evidence: textValues,
  entries: fc.record(Object.fromEntries(ENTRIES.map((id) => [id, fc.option(figureValues)]))),
});

const FILLING: Filling = {
  actual: 30,
  target: 120,
  previous: 0,
  scheduled: 2.5,
  explanation: ' \u3000',
  state: 'value',
  entries: { headline: 500, 'a-plan/part.2': 100 },
};

test.each([
  ['1 + 2 * 3', 7],
  ['actual / target * 100', 25],
  ['[headline] - [a-plan/part.2]', 400],
  ['abs(-2.5)', 2.5],
  ['min(actual, target, 7)', 7],
  ['max(actual, target, 7)', 120],
  ['sum(1, 2, 3.5)', 6.5],
  ['round(2.345, 2)', 2.35],
  ['round(-2.345, 2)', -2.35],
  ['round(1250, -2)', 1300],
  ['round(2.345, 1.9)', 2.3],
  ['round(1250, -1.9)', 1250],
  ['power(2, 10)', 1024],
  ['power(actual, 0)', 1],
  ['int(2.7)', 2],
  ['int(-2.1)', -3],
  ['int(0.29 * 100)', 29],
  ['int(2.99999)', 2],
  ['if(actual < target, 1, 2)', 1],
  ['if(actual < upper, 1, 2)', 2],
  ['if(true, actual, upper)', 30],
])('%s is %d', (text, expected) => {
  expect(evaluateNumber(number(text), figuresOf(FILLING))).toBeCloseTo(expected, 12);
});

/** upper, baseline and [unknown] are blank. */
test.each([
  'upper',
  '[unknown]',
  'upper + 1',
  '1 - upper',
  'upper * 0',
  '0 / upper',
  '-upper',
  'abs(upper)',
  'sum(1, upper)',
  'max(1, upper)',
  'round(upper, 2)',
  'round(actual, upper)',
  'actual / previous',
  'previous / previous',
  'actual / (target - 120)',
  'power(-8, 0.5)',
  'power(0, -1)',
  'power(0, 0)',
  'power(10, 400)',
  'if(true, upper, 1)',
  'if(upper < 1, 1, baseline)',
])('%s is blank', (text) => {
  expect(evaluateNumber(number(text), figuresOf(FILLING))).toBeNull();
});

test.each([
  ['actual = 30', true],
  ['actual <> 30', false],
  ['actual < 30', false],
  ['actual <= 30', true],
  ['actual >= 30', true],
  ['actual > 29.99', true],
  ['previous = 0', true],
  // a comparison with a blank side is false, whichever way it points
  ['actual < upper', false],
  ['actual >= upper', false],
  ['actual = upper', false],
  ['actual <> upper', false],
  ['upper = baseline', false],
  ['upper <> baseline', false],
  ['not actual < upper', true],
  ['actual / previous > 1', false],
  ['blank(upper)', true],
  ['blank(previous)', false],
  ['blank(actual / previous)', true],
  ['blank(upper + 1)', true],
  ['empty(explanation)', true],
  ['empty(evidence)', true],
  ['empty(state)', false],
  ['state = "value"', true],
  ['state = "Value"', false],
  ['state = "value "', false],
  ['state <> "nil"', true],
  ['evidence = ""', true],
  ['explanation = ""', false],
  ['true and true and false', false],
  ['false or true', true],
  ['not false', true],
  ['state = "nil" or actual < target and empty(explanation)', true],
])('%s is %s', (text, expected) => {
  expect(evaluateCondition(condition(text), figuresOf(FILLING))).toBe(expected);
});

/** Half of a millionth is where two figures begin to differ. */
test.each([
  [0.1 + 0.2, 0.3, true],
  [1.1 * 3, 3.3, true],
  [30.000_000_4, 30, true],
  [30.000_000_6, 30, false],
  [29.999_999_6, 30, true],
  [29.999_999_4, 30, false],
  [-0.000_000_4, 0, true],
  [0.000_000_5, 0, false],
])('%d against %d counts as equal: %s', (actual, target, isEqual) => {
  const holds = (text: string) => evaluateCondition(condition(text), figuresOf({ actual, target }));
  expect(holds('actual = target')).toBe(isEqual);
  expect(holds('actual <> target')).toBe(!isEqual);
  expect(holds('actual <= target')).toBe(isEqual || actual < target);
  expect(holds('actual < target')).toBe(!isEqual && actual < target);
  expect(holds('actual >= target')).toBe(isEqual || actual > target);
  expect(holds('actual > target')).toBe(!isEqual && actual > target);
});

test.each([
  ['', true],
  [EMPTY_CHARACTERS.join(''), true],
  ['\u200b', false],
  ['无', false],
  [' 无 ', false],
  ['0', false],
])('isEmptyText(%j) is %s', (text, expected) => {
  expect(isEmptyText(text)).toBe(expected);
});

test('a number is finite or blank', () => {
  fc.assert(
    fc.property(numberExpressions, fillings, (expression, filling) => {
      const value = evaluateNumber(expression, figuresOf(filling));
      expect(value === null || Number.isFinite(value)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('of two figures, one comparison of three holds, and none where one is blank', () => {
  const ways = ['<', '=', '>'].map((operator) => condition(`actual ${operator} target`));
  fc.assert(
    fc.property(fc.option(figureValues), fc.option(figureValues), (actual, target) => {
      const holding = ways.filter((way) => evaluateCondition(way, figuresOf({ actual, target })));
      expect(holding).toHaveLength(actual === null || target === null ? 0 : 1);
    }),
  );
});

test('“not” turns every condition round', () => {
  fc.assert(
    fc.property(conditions, fillings, (operand, filling) => {
      const figures = figuresOf(filling);
      const turned = evaluateCondition({ type: 'not', operand }, figures);
      expect(turned).toBe(!evaluateCondition(operand, figures));
    }),
  );
});

test.each<[text: string, filling: Filling, value: number | null]>([
  ['previous([a])', { earlier: { 'previous([a])': 65 } }, 65],
  ['sameLastYear([a])', { earlier: { 'previous([a])': 65 } }, null],
  ['[a] - previous([a])', { entries: { a: 70 }, earlier: { 'previous([a])': 65 } }, 5],
  ['[a] - previous([a])', { entries: { a: 70 } }, null],
  ['sum([a] by region)', { regions: [{ entries: { a: 1 } }, { entries: { a: 2 } }] }, 3],
  ['sum([a] - 1 by region)', { regions: [{ entries: { a: 1 } }, { entries: { a: 2 } }] }, 1],
  // a part of the whole proves nothing
  ['sum([a] by region)', { regions: [{ entries: { a: 1 } }, {}] }, null],
  ['sum([a] by region)', { entries: { a: 7 } }, null],
])('%s of %o is %s', (text, filling, value) => {
  expect(evaluateNumber(number(text), figuresOf(filling))).toBe(value);
});
