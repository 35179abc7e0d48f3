import { alteredHead } from '../../../../src/core/rule/catalogue/altered-head';
import { expectFilled } from './rows';

test('altered-head shows what was observed', () => {
  expectFilled(alteredHead, { raw: '报 告 期：2021年第三季度' });
});
