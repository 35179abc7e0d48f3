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

/** As if in two files. */
function getTwice(parts: KnownParts<unknown>, part: string, whole: string): void {
  parts.get(part, whole);
  parts.get(part, whole);
}

test('a part that comes again is read no third time, whatever text it was cut from', () => {
  const { parts, reads } = counted();
  parts.get('rows', 'own rows');
  const second = parts.get('rows', 'other rows');
  expect(parts.get(['ro', 'ws'].join(''), 'further rows')).toBe(second);
  expect(reads()).toBe(2);
});

test('no part is taken for another', () => {
  const { parts } = counted();
  // alike in length and in most characters
  const text = fc
    .array(fc.constantFrom('a', 'b', '!'), { maxLength: 3 })
    .map((letters) => letters.join('').padEnd(20, 'x'));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      for (const one of [...texts, ...texts])
        expect(parts.get(one, one)).toEqual(one.startsWith('!') ? null : { text: one });
    }),
  );
});

test('what is no part is not remembered', () => {
  const { parts, reads } = counted();
  for (let time = 0; time < 3; time++) parts.get('!', '!');
  expect(reads()).toBe(3);
});

test('the oldest part is forgotten first', () => {
  const { parts, reads } = counted();
  const whole = 'x'.repeat(1_000_000);
  for (const part of ['a', 'b', 'c', 'd']) getTwice(parts, part, whole);
  for (const part of ['b', 'c', 'd']) parts.get(part, whole);
  expect(reads()).toBe(8);
  parts.get('a', whole);
  expect(reads()).toBe(9);
});

test('a part of a text beyond all forms is not kept, and takes no room', () => {
  const { parts, reads } = counted();
  getTwice(parts, 'a', 'a');
  for (let time = 0; time < 3; time++) parts.get('b', 'x'.repeat(4_000_000));
  parts.get('a', 'a');
  expect(reads()).toBe(5);
});
