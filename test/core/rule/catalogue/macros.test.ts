import { macros } from '../../../../src/core/rule/catalogue/macros';
import { filled } from './rows';

test('macros says what it is and what to do', () => {
  expect(filled(macros, {})).toBe('工作簿含有宏，已忽略、不会运行。请另存为 .xlsx 格式后报送。');
});
