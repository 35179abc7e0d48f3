import { wrongPeriod } from '../../../../src/core/rule/catalogue/wrong-period';
import { filled } from './rows';

test('wrong-period says what it is and what to do', () => {
  expect(filled(wrongPeriod, { found: '2021Q1', expected: '2021Q2' })).toBe(
    '报送表的报告期是 2021Q1，本次为 2021Q2。请使用本期下发的报送表。',
  );
});
