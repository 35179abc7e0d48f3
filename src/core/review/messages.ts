import type { Text } from '../plan/text';

export const reviewMessages = {
  explained: {
    zh: '{message}（已说明：{explanation}）',
    en: '{message} (explained: {explanation})',
  },
} as const satisfies Record<string, Text>;
