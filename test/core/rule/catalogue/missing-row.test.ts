import { missingRow } from '../../../../src/core/rule/catalogue/missing-row';
import { filled } from './rows';

test('missing-row says what it is and what to do', () => {
  expect(filled(missingRow, { name: '小微企业园数' })).toBe(
    '找不到“小微企业园数”这一行，可能被删除。请从原报送表恢复该行后重新报送。',
  );
});
