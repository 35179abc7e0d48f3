import { duplicateForm } from '../../../../src/core/rule/catalogue/duplicate-form';
import { expectFilled } from './rows';

test('duplicate-form shows what was observed', () => {
  expectFilled(duplicateForm, { name: '小微企业园数', first: '填报表', second: '填报表 (2)' });
});
