import { wrongRound } from '../../../../src/core/rule/catalogue/wrong-round';
import { filled } from './rows';

test('wrong-round says what it is and what to do', () => {
  expect(filled(wrongRound, { found: 'a-round', expected: 'b-round' })).toBe(
    '这是另一报送任务（a-round）的报送表，本次任务为 b-round。请使用本次下发的报送表。',
  );
});
