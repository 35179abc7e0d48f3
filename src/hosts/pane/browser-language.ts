import type { Language } from '../../core/plan/text';

/** Chinese where the browser is Chinese, else English. */
export function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
