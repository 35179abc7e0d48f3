import { hiddenRow } from '../../../../src/core/rule/catalogue/hidden-row';
import { expectFilled } from './rows';

test('hidden-row shows what was observed', () => {
  expectFilled(hiddenRow, { name: '小微企业园数' });
});
