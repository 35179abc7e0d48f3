import { extraSheet } from '../../../../src/core/rule/catalogue/extra-sheet';
import { expectFilled } from './rows';

test('extra-sheet shows what was observed', () => {
  expectFilled(extraSheet, { names: '“Sheet1”' });
});
