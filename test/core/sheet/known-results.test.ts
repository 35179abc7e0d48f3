import { knownResults } from '../../../src/core/sheet/known-results';

function counted(most: number, isKept?: (text: string) => boolean) {
  const asked: string[] = [];
  const lengthOf = knownResults(
    (text: string) => (asked.push(text), text === '' ? null : text.length),
    most,
    isKept,
  );
  return { asked, lengthOf };
}

test('a result is found once, also where it is null', () => {
  const { asked, lengthOf } = counted(10);
  expect(['甲', '', '甲', '', '乙丙'].map(lengthOf)).toEqual([1, null, 1, null, 2]);
  expect(asked).toEqual(['甲', '', '乙丙']);
});

test('at one too many all are forgotten', () => {
  const { asked, lengthOf } = counted(2);
  for (const text of ['a', 'b', 'c', 'c', 'a']) expect(lengthOf(text)).toBe(1);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('what is not worth it is found each time', () => {
  const { asked, lengthOf } = counted(10, (text) => text.length < 2);
  for (const text of ['ab', 'ab', 'a', 'a']) lengthOf(text);
  expect(asked).toEqual(['ab', 'ab', 'a']);
});
