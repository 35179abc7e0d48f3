import { missingColumn } from '../../../../src/core/rule/catalogue/missing-column';
import { expectFilled } from './rows';

test('missing-column shows what was observed', () => {
  expectFilled(missingColumn, { name: '本期完成值' });
});
