import { signatureMissing } from '../../../../src/core/rule/catalogue/signature-missing';
import { filled } from './rows';

test('signature-missing says what it is and what to do', () => {
  expect(filled(signatureMissing, {})).toBe('报送表没有签名，只能发现无意的改动，不能证明来源。');
});
