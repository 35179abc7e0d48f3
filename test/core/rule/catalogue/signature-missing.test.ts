import { signatureMissing } from '../../../../src/core/rule/catalogue/signature-missing';
import { expectFilled } from './rows';

test('signature-missing shows what was observed', () => {
  expectFilled(signatureMissing, {});
});
