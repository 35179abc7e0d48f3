// Every contender reads every workbook, in rounds of shuffled order.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { markdown, median, shuffled } from '../statistics.mjs';
import { CONTENDERS, PYTHON_CONTENDERS } from './contenders.mjs';

const PYTHONS = ['python3', '/usr/bin/python3'];

/**
 * Times all contenders on the same files. One round more than `rounds` is run and not timed: it lets
 * each process compile its code, and there what was read is counted.
 * @returns {Promise<string>} a Markdown table, medians over all files and rounds
 */
export async function timeReading(files, rounds, note) {
  const contenders = [
    ...Object.keys(CONTENDERS).map((name) => ({ name, title: CONTENDERS[name].title })),
    ...Object.keys(PYTHON_CONTENDERS).map((name) => ({ name, title: PYTHON_CONTENDERS[name] })),
  ];
  const python = PYTHONS.find(
    (program) => spawnSync(program, ['-c', 'import openpyxl']).status === 0,
  );
  if (!python) note('openpyxl is not installed: left out');
  const running = contenders
    .filter(({ name }) => name in CONTENDERS || python)
    .map((contender) => ({ ...contender, process: start(contender.name, python), results: [] }));
  try {
    for (const { process } of running) await ask(process, { files });
    for (let round = 0; round <= rounds; round++)
      for (const { title, process, results } of shuffled(running, `round ${round}`)) {
        note(`round ${round} of ${rounds}: ${title}`);
        results.push(await ask(process, { round, counts: round === 0 }));
      }
  } finally {
    for (const { process } of running) process.child.kill();
  }
  checkAgreement(running, files);
  for (const { results } of running) results.shift();
  return table(running);
}

function start(name, python) {
  const isPython = name in PYTHON_CONTENDERS;
  const script = isPython ? 'openpyxl_contender.py' : 'contender.mjs';
  const child = spawn(
    isPython ? python : process.execPath,
    [fileURLToPath(new URL(script, import.meta.url)), name],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  return { child, lines: createInterface({ input: child.stdout }), name };
}

async function ask({ child, lines, name }, command) {
  child.stdin.write(`${JSON.stringify(command)}\n`);
  const ended = new AbortController();
  const [line] = await Promise.race([
    once(lines, 'line', ended),
    once(lines, 'close', ended).then(() => {
      throw new Error(`${name} ended`);
    }),
  ]).finally(() => ended.abort());
  return JSON.parse(line);
}

/** Whoever counts the numbers of a workbook must count the same ones. */
function checkAgreement(running, files) {
  const ours = running.find(({ name }) => name === 'read').results[0].numbers;
  for (const { name, results } of running)
    results[0].numbers.forEach((count, index) => {
      if (count !== null && count !== ours[index])
        throw new Error(`${files[index]}: ${name} finds ${count} numbers, not ${ours[index]}`);
    });
}

function table(running) {
  const timeOf = ({ results }) => median(results.flatMap(({ milliseconds }) => milliseconds));
  const named = (wanted) => running.find(({ name }) => name === wanted);
  const ratio = (one, other) =>
    median(
      one.results.map(
        (result, round) => median(result.milliseconds) / median(other.results[round].milliseconds),
      ),
    );
  return markdown([
    ['', 'ms per workbook', 'CPU ms', '÷ ours', '÷ inflating', 'exceljs ÷', 'peak memory, MB'],
    ...running.map((one) => [
      one.title,
      timeOf(one).toFixed(2),
      median(one.results.map(({ cpu }) => cpu)).toFixed(2),
      ratio(one, named('read')).toFixed(2),
      ratio(one, named('floor')).toFixed(1),
      ratio(named('exceljs'), one).toFixed(1),
      (Math.max(...one.results.map(({ peak }) => peak)) / 1e6).toFixed(0),
    ]),
  ]);
}
