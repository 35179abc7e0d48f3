import { alteredLockedCell } from '../../../../src/core/rule/catalogue/altered-locked-cell';
import { filled } from './rows';

test('altered-locked-cell says what it is and what to do', () => {
  expect(filled(alteredLockedCell, { label: '小微企业园数·目标值', raw: '100' })).toBe(
    '锁定单元格被改动（“小微企业园数·目标值”，现为“100”），该行数据不能采用。请在原报送表中重新填报，不要改动灰色区域。',
  );
});
