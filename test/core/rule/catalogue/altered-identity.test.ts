import { alteredIdentity } from '../../../../src/core/rule/catalogue/altered-identity';
import { filled } from './rows';

test('altered-identity says what it is and what to do', () => {
  expect(filled(alteredIdentity, { sheet: '_tallybook' })).toBe(
    '报送表的隐藏标识（_tallybook）与下发时不一致，无法确认数据对应的指标。请使用原报送表重新填报。',
  );
});
