import { alteredFormula } from '../../../../src/core/rule/catalogue/altered-formula';
import { expectFilled } from './rows';

test('altered-formula shows what was observed', () => {
  expectFilled(alteredFormula, { label: '完成率', raw: '0.95' });
});
