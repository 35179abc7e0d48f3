import type { Text } from '../plan/text';

export const reviewMessages = {
  explained: {
    zh: '已说明：{explanation}（原提示：{message}）',
    en: 'Explained: {explanation} (it was: {message})',
  },
} as const satisfies Record<string, Text>;
