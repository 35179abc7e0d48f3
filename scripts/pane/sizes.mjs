// How much each page makes the browser load before it shows anything, compressed as a server sends it.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of scripts, gzip, that a page may start with; office.js, which is Excel's, does not count. */
export const START_LIMIT = 350 * 1024;

/** Prints the sizes. @throws Error where a page starts with too much */
export function checkSizes(dist, print) {
  const gzip = (file) => gzipSync(readFileSync(path.join(dist, file))).length;
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const starting = new Set();
  const tooLarge = [];
  for (const page of ['index.html', 'office.html']) {
    const html = readFileSync(path.join(dist, page), 'utf8');
    const scripts = [...html.matchAll(/<script[^>]* src="?(scripts\/[^">\s]+)/g)].map(
      ([, one]) => one,
    );
    if (scripts.length === 0) throw new Error(`${page} starts no script`);
    scripts.forEach((script) => starting.add(script));
    const total = scripts.reduce((sum, script) => sum + gzip(script), 0);
    print(`${page}: starts with ${kilobytes(total)} of scripts (gzip)`);
    if (total > START_LIMIT) tooLarge.push(`${page} starts with ${kilobytes(total)}`);
  }
  for (const script of readdirSync(path.join(dist, 'scripts')).sort())
    if (script.endsWith('.js'))
      print(
        `  scripts/${script}: ${kilobytes(gzip(`scripts/${script}`))}${starting.has(`scripts/${script}`) ? '' : ', later'}`,
      );
  if (tooLarge.length > 0)
    throw new Error(`${tooLarge.join('; ')}: more than ${kilobytes(START_LIMIT)} (gzip)`);
}
