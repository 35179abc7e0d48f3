import { formulasLost } from '../../../../src/core/rule/catalogue/formulas-lost';
import { expectFilled } from './rows';

test('formulas-lost shows what was observed', () => {
  expectFilled(formulasLost, {});
});
