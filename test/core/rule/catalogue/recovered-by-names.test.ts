import { recoveredByNames } from '../../../../src/core/rule/catalogue/recovered-by-names';
import { expectFilled } from './rows';

test('recovered-by-names shows what was observed', () => {
  expectFilled(recoveredByNames, { count: 7 });
});
