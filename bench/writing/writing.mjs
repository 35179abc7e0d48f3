// What writing costs: a round's blanks, and a consolidated workbook's big sheet.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { markdown } from '../statistics.mjs';

const CASES = [
  ['300 blanks of one set of questions', 'blanks'],
  ['the same, each rendered by exceljs', 'blanks-exceljs'],
  ['the same, each protected with a password by exceljs (5 only)', 'blanks-exceljs-password'],
  ['100,000 data rows', 'rows'],
  ['100,000 data rows by exceljs WorkbookWriter', 'rows-exceljs'],
  ['500,000 data rows', 'rows-500000'],
];

/** Every case in a process of its own; CPU time counts garbage collection in other threads. */
export function timeWriting(note) {
  const script = fileURLToPath(new URL('case.mjs', import.meta.url));
  const rows = CASES.map(([title, name]) => {
    note(`writing: ${title}`);
    const run = spawnSync(process.execPath, [script, name], { encoding: 'utf8' });
    if (run.status !== 0) return [title, 'failed', '', '', ''];
    const { count, cpu, peak, size } = JSON.parse(run.stdout);
    return [
      title,
      (cpu / 1000).toFixed(2),
      (cpu / count).toFixed(3),
      (peak / 1e6).toFixed(0),
      (size / count / 1000).toFixed(2),
    ];
  });
  return markdown([['', 'CPU s', 'CPU ms of each', 'peak memory, MB', 'kB of each'], ...rows]);
}
