import type { FileRule } from '../rule';

export const alteredHead: FileRule = {
  id: 'altered-head',
  scope: 'file',
  severity: 'error',
  catches: {
    zh: '表头（表名、填报单位、报告期等）被改动，可能是另一张表',
    en: 'The head (title, organisation, period) was changed: perhaps another form',
  },
  message: {
    zh: '表头被改动，现为“{raw}”，可能是另一报告期或另一单位的表，整表不能采用。请在原报送表中重新填报。',
    en: 'The head was changed, now “{raw}”: perhaps the form of another period or organisation. None of it can count; fill in the original form again.',
  },
};
