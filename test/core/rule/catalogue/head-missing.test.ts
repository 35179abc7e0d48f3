import { headMissing } from '../../../../src/core/rule/catalogue/head-missing';
import { expectFilled } from './rows';

test('head-missing shows what was observed', () => {
  expectFilled(headMissing, { field: '审核人' });
});
