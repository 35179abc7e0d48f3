import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { portableDeflate, type Aim } from '../../../src/xlsx/write/deflate';
import { nodeDeflate } from '../../../src/hosts/cli/native-writing';
import { END_OF_RUNS } from '../../../src/xlsx/write/deflate-run';

const CASES = [portableDeflate, nodeDeflate].flatMap((deflate, index) =>
  (['small', 'fast'] as const).map((aim): [string, Aim, typeof deflate] => [
    index === 0 ? 'portable' : 'of Node',
    aim,
    deflate,
  ]),
);

test.each(CASES)('%s, %s: runs that follow each other are one stream', (_, aim, deflate) => {
  const text = fc.array(fc.constantFrom('a', '<c r="', '指标', '\u{1F600}', '0', '7', ' '), {
    maxLength: 3000,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const plain = texts.map((words) => Buffer.from(words.join('')));
      const runs = plain.flatMap((bytes) => deflate.run(bytes, aim));
      const stream = Buffer.concat([...runs, END_OF_RUNS]);
      const whole = Buffer.concat(plain);
      expect(inflateRawSync(stream).equals(whole)).toBe(true);
      expect(Buffer.from(inflateSync(stream)).equals(whole)).toBe(true);
      expect(inflateRawSync(deflate.pack(whole)).equals(whole)).toBe(true);
      const checksum = plain.reduce((before, bytes) => deflate.crc32(bytes, before), 0);
      expect(checksum).toBe(portableDeflate.crc32(whole));
    }),
    { numRuns: 200 },
  );
});
