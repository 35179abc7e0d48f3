import fc from 'fast-check';
import { denial } from '../../../src/core/rule/denial';
import { evaluateCondition } from '../../../src/core/rule/evaluate';
import { expressionParts } from '../../../src/core/rule/expression-parts';
import { condition } from '../../../src/core/rule/rule';
import { conditions, figureValues } from './expressions';
import { figuresOf, type Filling } from './figures';

test.each<[text: string, filling: Filling, isDenied: boolean]>([
  ['actual <= target', { actual: 3, target: 2 }, true],
  ['actual <= target', { actual: 2, target: 2 }, false],
  ['actual <= target', { actual: 3 }, false],
  ['not actual <= target', { actual: 3 }, false],
  ['not (actual <= target and true)', { actual: 1, target: 2 }, true],
  ['actual / target > 1', { actual: 3, target: 0 }, false],
  ['actual > 1 and target > 1', { actual: 0 }, true],
  ['actual > 1 and target > 1', { actual: 2 }, false],
  ['actual > 1 or target > 1', { actual: 0 }, false],
  ['blank(target) or actual < target', { actual: 3 }, false],
  ['not blank(target)', {}, true],
  ['not empty(evidence)', {}, true],
  ['not empty(evidence)', { evidence: '附件1' }, false],
  ['state = "value"', { state: 'nil' }, true],
  ['false', {}, true],
])('%s of %o is denied: %s', (text, filling, isDenied) => {
  expect(evaluateCondition(denial(condition(text)), figuresOf(filling))).toBe(isDenied);
});

test('what is denied does not hold, and with every figure at hand either holds or is denied', () => {
  const figures = fc.record({
    actual: figureValues,
    target: figureValues,
    upper: figureValues,
    scheduled: figureValues,
    previous: figureValues,
    sameLastYear: figureValues,
    baseline: figureValues,
  });
  fc.assert(
    fc.property(conditions, figures, (asserted, filling) => {
      const given = figuresOf({ ...filling, entries: { headline: 5, 'a-plan/part.2': -3 } });
      const [holds, isDenied] = [asserted, denial(asserted)].map((one) =>
        evaluateCondition(one, given),
      );
      expect(holds && isDenied).toBe(false);
      // without anything that may have no value nothing is left undecided
      const isDecided = expressionParts(asserted).every(
        (part) =>
          part.type !== 'earlier' &&
          !(part.type === 'call' && part.name === 'power') &&
          !(part.type === 'arithmetic' && part.operator === '/'),
      );
      if (isDecided && !holds) expect(isDenied).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
