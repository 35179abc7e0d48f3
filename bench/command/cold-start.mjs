// From nothing to the answer for one workbook.
import { markdown, median } from '../statistics.mjs';
import { runCommand, startNode } from './run-command.mjs';

const RUNS = 15;

export function timeColdStart(file, note) {
  const node = [];
  const check = [];
  for (let run = 1; run <= RUNS; run++) {
    note(`cold start ${run} of ${RUNS}`);
    node.push(startNode());
    check.push(runCommand(['check', file]));
  }
  return markdown([
    ['', 'ms', 'peak memory, MB'],
    ['`node -e 0`', (median(node) * 1000).toFixed(0), ''],
    [
      '`tallybook check` of one workbook',
      (median(check.map(({ seconds }) => seconds)) * 1000).toFixed(0),
      (median(check.map(({ peak }) => peak)) / 1e6).toFixed(0),
    ],
  ]);
}
