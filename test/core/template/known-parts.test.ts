import fc from 'fast-check';
import { KnownParts } from '../../../src/core/template/known-parts';

/** What parts were read as, and how often that took reading. */
function counted() {
  let reads = 0;
  const parts = new KnownParts((part: string) => {
    reads++;
    return part.startsWith('!') ? null : { text: part };
  });
  return { parts, reads: () => reads };
}

test('a part is read once, whatever text it was cut from', () => {
  const { parts, reads } = counted();
  const first = parts.get('rows', 'own rows');
  expect(parts.get(['ro', 'ws'].join(''), 'other rows')).toBe(first);
  expect(reads()).toBe(1);
});

test('no part is taken for another', () => {
  const { parts } = counted();
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
      for (const text of texts)
        expect(parts.get(text, text)).toEqual(text.startsWith('!') ? null : { text });
    }),
  );
});

test('what is no part is not remembered', () => {
  const { parts, reads } = counted();
  parts.get('!', '!');
  parts.get('!', '!');
  expect(reads()).toBe(2);
});

test('the oldest part is forgotten first', () => {
  const { parts, reads } = counted();
  const whole = 'x'.repeat(1_000_000);
  for (const part of ['a', 'b', 'c', 'd']) parts.get(part, whole);
  for (const part of ['b', 'c', 'd']) parts.get(part, whole);
  expect(reads()).toBe(4);
  parts.get('a', whole);
  expect(reads()).toBe(5);
});

test('a part of a text beyond all forms is not kept', () => {
  const { parts, reads } = counted();
  const whole = 'x'.repeat(4_000_000);
  parts.get('a', 'a');
  parts.get('b', whole);
  parts.get('b', whole);
  parts.get('a', 'a');
  expect(reads()).toBe(3);
});
