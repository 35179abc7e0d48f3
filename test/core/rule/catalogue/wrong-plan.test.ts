import { wrongPlan } from '../../../../src/core/rule/catalogue/wrong-plan';
import { expectFilled } from './rows';

test('wrong-plan shows what was observed', () => {
  expectFilled(wrongPlan, { found: '《甲规划》', expected: '《乙规划》' });
});
