import type { Block, Sentence } from './briefing';

/** A paragraph; none without sentences. */
export function paragraph(...sentences: readonly (Sentence | null)[]): Block[] {
  const said = sentences.filter((each) => each !== null);
  return said.length === 0 ? [] : [{ is: 'paragraph', number: null, sentences: said }];
}

/** Numbered paragraphs: 1., 2. */
export function list(items: readonly (readonly (Sentence | null)[])[]): Block[] {
  return items.map((item, index) => ({
    is: 'paragraph',
    number: `${index + 1}.`,
    sentences: item.filter((each) => each !== null),
  }));
}
