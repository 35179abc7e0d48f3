import { duplicateRow } from '../../../../src/core/rule/catalogue/duplicate-row';
import { expectFilled } from './rows';

test('duplicate-row shows what was observed', () => {
  expectFilled(duplicateRow, { name: '小微企业园数', first: 12, second: 13 });
});
