import { formulaWithoutValue } from '../../../../src/core/rule/catalogue/formula-without-value';
import { expectFilled } from './rows';

test('formula-without-value shows what was observed', () => {
  expectFilled(formulaWithoutValue, { raw: '=SUM(B2:B9)' });
});
