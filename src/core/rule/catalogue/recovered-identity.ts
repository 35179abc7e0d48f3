import type { FileRule } from '../rule';

export const recoveredIdentity: FileRule = {
  id: 'recovered-identity',
  scope: 'file',
  severity: 'note',
  catches: {
    zh: '隐藏标识丢失，按表头与本次任务的报送表对上',
    en: 'The hidden identity was lost; the form was matched by its head',
  },
  message: {
    zh: '隐藏标识已丢失，按表头识别为{who} {period} 的报送表，无法证明出自本次任务。请核对来源。',
    en: 'The hidden identity is lost. By its head this is the form of {who} for {period}, which cannot be proven. Check where it comes from.',
  },
};
