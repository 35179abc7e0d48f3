import { formulaWithoutValue } from '../../../../src/core/rule/catalogue/formula-without-value';
import { filled } from './rows';

test('formula-without-value says what it is and what to do', () => {
  expect(filled(formulaWithoutValue, { raw: '=SUM(B2:B9)' })).toBe(
    '此处是公式“=SUM(B2:B9)”，但文件没有保存计算结果。请用 Excel 或 WPS 打开，保存后再报送，或直接填写数值。',
  );
});
