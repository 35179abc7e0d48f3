import { recoveredIdentity } from '../../../../src/core/rule/catalogue/recovered-identity';
import { expectFilled } from './rows';

test('recovered-identity shows what was observed', () => {
  expectFilled(recoveredIdentity, { who: '市经信局', period: '2021Q2' });
});
