import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { deflateRun, END_OF_RUNS } from '../../../src/xlsx/write/deflate-run';

test('runs that follow each other are one stream, to two readers of it', () => {
  const text = fc.array(fc.constantFrom('a', '<c r="', '指标', '\u{1F600}', '0', '7', ' '), {
    maxLength: 3000,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const plain = texts.map((words) => Buffer.from(words.join('')));
      const stream = Buffer.concat([...plain.flatMap(deflateRun), END_OF_RUNS]);
      const whole = Buffer.concat(plain);
      expect(inflateRawSync(stream).equals(whole)).toBe(true);
      expect(Buffer.from(inflateSync(stream)).equals(whole)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
