import { planVersion } from '../../../../src/core/rule/catalogue/plan-version';
import { expectFilled } from './rows';

test('plan-version shows what was observed', () => {
  expectFilled(planVersion, { plan: '制造强省建设行动计划' });
});
