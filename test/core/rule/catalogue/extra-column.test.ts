import { extraColumn } from '../../../../src/core/rule/catalogue/extra-column';
import { expectFilled } from './rows';

test('extra-column shows what was observed', () => {
  expectFilled(extraColumn, { columns: 'P、Q' });
});
