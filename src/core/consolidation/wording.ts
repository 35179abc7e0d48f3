import type { Text } from '../plan/text';

/** Sentences one after the other; null for none. */
export function sentences(texts: readonly Text[]): Text | null {
  if (texts.length === 0) return null;
  return {
    zh: texts.map(({ zh }) => zh).join(''),
    en: texts.map(({ en }) => en).join(' '),
  };
}

/** 甲、乙、丙 / a, b, c */
export function listed(texts: readonly Text[]): Text {
  return {
    zh: texts.map(({ zh }) => zh).join('、'),
    en: texts.map(({ en }) => en).join(', '),
  };
}
