import { wrongPlan } from '../../../../src/core/rule/catalogue/wrong-plan';
import { filled } from './rows';

test('wrong-plan says what it is and what to do', () => {
  expect(filled(wrongPlan, { found: '《甲规划》', expected: '《乙规划》' })).toBe(
    '报送表所属规划是 《甲规划》，本次为 《乙规划》。请使用本次下发的报送表。',
  );
});
