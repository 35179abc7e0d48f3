import { missingColumn } from '../../../../src/core/rule/catalogue/missing-column';
import { filled } from './rows';

test('missing-column says what it is and what to do', () => {
  expect(filled(missingColumn, { name: '本期完成值' })).toBe(
    '找不到“本期完成值”这一列，可能被删除。请在原报送表中重新填报。',
  );
});
