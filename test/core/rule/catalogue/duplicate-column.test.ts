import { duplicateColumn } from '../../../../src/core/rule/catalogue/duplicate-column';
import { expectFilled } from './rows';

test('duplicate-column shows what was observed', () => {
  expectFilled(duplicateColumn, {
    name: '小微企业园数',
    label: '本期完成值',
    first: 'H9',
    second: 'P9',
  });
});
