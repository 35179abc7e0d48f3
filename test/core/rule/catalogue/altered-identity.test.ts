import { alteredIdentity } from '../../../../src/core/rule/catalogue/altered-identity';
import { expectFilled } from './rows';

test('altered-identity shows what was observed', () => {
  expectFilled(alteredIdentity, { sheet: '_tallybook' });
});
