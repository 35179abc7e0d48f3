import { alteredLockedCell } from '../../../../src/core/rule/catalogue/altered-locked-cell';
import { expectFilled } from './rows';

test('altered-locked-cell shows what was observed', () => {
  expectFilled(alteredLockedCell, { label: '小微企业园数·目标值', raw: '100' });
});
