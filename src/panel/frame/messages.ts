import type { Text } from '../../core/plan/text';

/** What the frame around every view says. */
export const frameMessages = {
  product: { zh: '指标台账', en: 'Tallybook' },
  settings: { zh: '语言和外观', en: 'Language and appearance' },
  language: { zh: '语言', en: 'Language' },
  zh: { zh: '中文', en: '中文' },
  en: { zh: 'English', en: 'English' },
  appearance: { zh: '外观', en: 'Appearance' },
  auto: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  close: { zh: '关闭提示', en: 'Dismiss' },
  about: { zh: '版本 {version}({build})', en: 'Version {version} ({build})' },
  offline: { zh: '全部在本机处理，不连外网', en: 'Everything stays on this machine' },
} as const satisfies Record<string, Text>;
