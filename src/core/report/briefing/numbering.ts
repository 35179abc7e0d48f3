import type { Language } from '../../plan/text';
import type { Block, Section } from './briefing';

/** A part of the text before it has its number; one without blocks and parts is left out. */
export interface Draft {
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly parts: readonly { readonly heading: string; readonly blocks: readonly Block[] }[];
}

/** Numbers sections and their parts as official documents do (GB/T 9704): 一、 and （一）. */
export function numbered(drafts: readonly Draft[], language: Language): Section[] {
  return drafts
    .map((draft) => ({ ...draft, parts: draft.parts.filter(({ blocks }) => blocks.length > 0) }))
    .filter(({ blocks, parts }) => blocks.length + parts.length > 0)
    .map(({ heading, blocks, parts }, index) => ({
      heading: sectionNumber(index + 1, language) + heading,
      blocks,
      parts: parts.map((part, place) => ({
        ...part,
        heading: partNumber(index + 1, place + 1, language) + part.heading,
      })),
    }));
}

function sectionNumber(number: number, language: Language): string {
  return language === 'zh' ? `${chineseNumber(number)}、` : `${number}. `;
}

function partNumber(section: number, number: number, language: Language): string {
  return language === 'zh' ? `（${chineseNumber(number)}）` : `${section}.${number} `;
}

/** 1 to 99 in Chinese: 一, 十, 十二, 二十三. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99)
    throw new RangeError(`only 1 to 99 are written out, not ${number}`);
  const tens = Math.floor(number / 10);
  return (tens > 1 ? digit(tens) : '') + (tens > 0 ? '十' : '') + digit(number % 10);
}

function digit(value: number): string {
  return value === 0 ? '' : '一二三四五六七八九'.charAt(value - 1);
}
