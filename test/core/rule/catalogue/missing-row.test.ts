import { missingRow } from '../../../../src/core/rule/catalogue/missing-row';
import { expectFilled } from './rows';

test('missing-row shows what was observed', () => {
  expectFilled(missingRow, { name: '小微企业园数' });
});
