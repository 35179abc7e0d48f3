import { missingSheet } from '../../../../src/core/rule/catalogue/missing-sheet';
import { expectFilled } from './rows';

test('missing-sheet shows what was observed', () => {
  expectFilled(missingSheet, { name: '填报表' });
});
