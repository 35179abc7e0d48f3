import { recoveredByHeadings } from '../../../../src/core/rule/catalogue/recovered-by-headings';
import { expectFilled } from './rows';

test('recovered-by-headings shows what was observed', () => {
  expectFilled(recoveredByHeadings, { names: '本期完成值、填报状态' });
});
