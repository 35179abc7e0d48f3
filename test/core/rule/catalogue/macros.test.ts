import { macros } from '../../../../src/core/rule/catalogue/macros';
import { expectFilled } from './rows';

test('macros shows what was observed', () => {
  expectFilled(macros, {});
});
