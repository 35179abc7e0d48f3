// Runs the command line as a user does, in a process of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../product.mjs';

const PEAK = fileURLToPath(new URL('peak.mjs', import.meta.url));

/**
 * @returns {{ seconds: number, cpu: number, peak: number }} wall time and CPU time in seconds, and the
 *   peak of resident memory in bytes
 */
export function runCommand(words) {
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['--import', PEAK, commandLine, ...words], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  // findings end it with 1
  if (run.status !== 0 && run.status !== 1) throw new Error(`${words[0]}: ${run.stderr}`);
  const [peak, cpu] = run.output[3].split(' ').map(Number);
  return { seconds, cpu: cpu / 1e6, peak: peak * 1024 };
}

/** Wall time of a process that does nothing. */
export function startNode() {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, ['-e', '0']);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
