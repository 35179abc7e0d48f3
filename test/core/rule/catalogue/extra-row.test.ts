import { extraRow } from '../../../../src/core/rule/catalogue/extra-row';
import { expectFilled } from './rows';

test('extra-row shows what was observed', () => {
  expectFilled(extraRow, { rows: '18、19' });
});
