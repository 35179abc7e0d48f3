import { hiddenRow } from '../../../../src/core/rule/catalogue/hidden-row';
import { filled } from './rows';

test('hidden-row says what it is and what to do', () => {
  expect(filled(hiddenRow, { name: '小微企业园数' })).toBe(
    '“小微企业园数”所在行被隐藏或筛选，仍按所填数据读取。',
  );
});
