import { wrongRound } from '../../../../src/core/rule/catalogue/wrong-round';
import { expectFilled } from './rows';

test('wrong-round shows what was observed', () => {
  expectFilled(wrongRound, { found: 'a-round', expected: 'b-round' });
});
