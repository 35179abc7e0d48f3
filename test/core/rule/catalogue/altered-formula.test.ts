import { alteredFormula } from '../../../../src/core/rule/catalogue/altered-formula';
import { filled } from './rows';

test('altered-formula says what it is and what to do', () => {
  expect(filled(alteredFormula, { label: '完成率', raw: '0.95' })).toBe(
    '公式被覆盖（“完成率”，现为“0.95”）；汇总时按所填数据重新计算，不采用此单元格。下次请勿改动灰色区域。',
  );
});
