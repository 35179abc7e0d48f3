import { numberAsText } from '../../../../src/core/rule/catalogue/number-as-text';
import { expectFilled } from './rows';

test('number-as-text shows what was observed', () => {
  expectFilled(numberAsText, { raw: '1,234.5', value: 1234.5 });
});
