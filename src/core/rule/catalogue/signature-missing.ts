import type { FileRule } from '../rule';

export const signatureMissing: FileRule = {
  id: 'signature-missing',
  scope: 'file',
  severity: 'note',
  catches: { zh: '报送表没有签名', en: 'The form carries no signature' },
  message: {
    zh: '报送表没有签名，只能发现无意的改动，不能证明来源。请向填报单位核实。',
    en: 'The form is not signed: accidental changes are found, its origin is not proved. Ask the sender.',
  },
};
