import { numberAsText } from '../../../../src/core/rule/catalogue/number-as-text';
import { filled } from './rows';

test('number-as-text says what it is and what to do', () => {
  expect(filled(numberAsText, { raw: '1,234.5', value: 1234.5 })).toBe(
    '“1,234.5”是文本，已按数值 1234.5 读取。请改为数值格式。',
  );
});
