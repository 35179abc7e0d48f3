import type { FileRule } from '../rule';

export const unlistedIndicator: FileRule = {
  id: 'unlisted-indicator',
  scope: 'file',
  severity: 'note',
  catches: {
    zh: '指标不在现行清单中（旧版报送表）',
    en: 'An indicator that the list no longer has (an old form)',
  },
  message: {
    zh: '“{names}”不在现行指标清单中，可能来自旧版报送表，汇总时不采用。请核对。',
    en: '“{names}” is not in the present list, perhaps from an old form, and does not count. Please check.',
  },
};
