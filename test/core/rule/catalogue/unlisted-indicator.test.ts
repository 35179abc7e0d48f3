import { unlistedIndicator } from '../../../../src/core/rule/catalogue/unlisted-indicator';
import { expectFilled } from './rows';

test('unlisted-indicator shows what was observed', () => {
  expectFilled(unlistedIndicator, { names: 'city/old-indicator' });
});
