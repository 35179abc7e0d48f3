import { wrongPeriod } from '../../../../src/core/rule/catalogue/wrong-period';
import { expectFilled } from './rows';

test('wrong-period shows what was observed', () => {
  expectFilled(wrongPeriod, { found: '2021Q1', expected: '2021Q2' });
});
