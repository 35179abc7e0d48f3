import { planVersion } from '../../../../src/core/rule/catalogue/plan-version';
import { filled } from './rows';

test('plan-version says what it is and what to do', () => {
  expect(filled(planVersion, { plan: '制造强省建设行动计划' })).toBe(
    '该报送表下发后，规划“制造强省建设行动计划”的指标清单已更新；按指标编号读取，请核对新增或调整的指标。',
  );
});
