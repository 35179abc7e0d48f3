import type { FileRule } from '../rule';

export const alteredIdentity: FileRule = {
  id: 'altered-identity',
  scope: 'file',
  severity: 'error',
  catches: { zh: '报送表的隐藏标识被改动', en: 'The hidden identity of the form was changed' },
  message: {
    zh: '报送表的隐藏标识（{sheet}）与下发时不一致，无法确认数据对应的指标。请使用原报送表重新填报。',
    en: 'The hidden identity ({sheet}) is not as issued, so the figures cannot be matched to their indicators. Fill in the original form again.',
  },
};
