// One call of `check` for thousands of workbooks.
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { markdown, median, shuffled } from '../statistics.mjs';
import { runCommand } from './run-command.mjs';

const COUNT = 5000;
const ROUNDS = 3;

/** @param {string[]} files the workbooks that are copied until there are enough */
export function timeBatch(files, note) {
  const batch = copies(files);
  const variants = [
    { title: 'one job, for a person', words: ['--jobs', '1'] },
    { title: 'two jobs, for a person', words: ['--jobs', '2'] },
    { title: 'one job, JSON', words: ['--jobs', '1', '--json'] },
    { title: 'two jobs, JSON', words: ['--jobs', '2', '--json'] },
  ].map((variant) => ({ ...variant, results: [] }));
  for (let round = 1; round <= ROUNDS; round++)
    for (const { title, words, results } of shuffled(variants, `batch ${round}`)) {
      note(`${COUNT} workbooks, round ${round} of ${ROUNDS}: ${title}`);
      results.push(runCommand(['check', ...batch, ...words]));
    }
  return markdown([
    [
      `${COUNT} workbooks, ${availableParallelism()} processors`,
      's',
      'ms per workbook',
      'peak memory, MB',
    ],
    ...variants.map(({ title, results }) => {
      const seconds = median(results.map((result) => result.seconds));
      return [
        title,
        seconds.toFixed(1),
        ((seconds * 1000) / COUNT).toFixed(2),
        (Math.max(...results.map(({ peak }) => peak)) / 1e6).toFixed(0),
      ];
    }),
  ]);
}

function copies(files) {
  const folder = `${path.dirname(files[0])}-${COUNT}`;
  const names = Array.from({ length: COUNT }, (_, index) => `${String(index + 1)}.xlsx`);
  if (!existsSync(folder)) {
    const temporary = `${folder}.${process.pid}`;
    mkdirSync(temporary);
    names.forEach((name, index) => {
      copyFileSync(files[index % files.length], path.join(temporary, name));
    });
    renameSync(temporary, folder);
  }
  return names.map((name) => path.join(folder, name));
}
