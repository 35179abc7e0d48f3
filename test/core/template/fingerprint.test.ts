import { fingerprint } from '../../../src/core/template/fingerprint';

test.each([
  ['a number and its text', 1, '1'],
  ['no value and an empty text', null, ''],
  ['a truth value and its text', true, 'true'],
  ['numbers of one more digit', 100_000_000_000, 100_000_000_001],
])('%s have different fingerprints', (_, one, other) => {
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

test.each([
  ['17 digits and 15', 0.1 + 0.2, 0.3],
  ['a zero of either sign', -0, 0],
])('%s have the same', (_, one, other) => {
  expect(fingerprint(one)).toBe(fingerprint(other));
});

test('a fingerprint is the same after those of thousands of other texts', () => {
  const before = fingerprint('规上工业增加值');
  for (let index = 0; index < 12_000; index++) fingerprint(`${index}`);
  expect(fingerprint('规上工业增加值')).toBe(before);
});
