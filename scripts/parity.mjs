// Fills generated workbooks in, has LibreOffice and IronCalc compute them and compares with review:
// parity.mjs [--seed S] [--fillings N] [--lang zh|en] [--json]
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const number = { type: 'string' };
let options;
try {
  options = parseArgs({
    options: {
      seed: number,
      fillings: number,
      lang: { type: 'string' },
      json: { type: 'boolean' },
    },
  }).values;
  for (const name of ['seed', 'fillings'])
    if (options[name] !== undefined && !/^[1-9]\d{0,8}$/.test(options[name]))
      throw new Error(`--${name} is a whole number from 1 to 999999999`);
  if (options.lang !== undefined && !['zh', 'en'].includes(options.lang))
    throw new Error('--lang is zh or en');
} catch (error) {
  process.stderr.write(
    `${error.message}\nnpm run parity -- [--seed S] [--fillings N] [--lang zh|en] [--json]\n`,
  );
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-parity-'));
const table = path.join(folder, 'table.json');
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const run = spawn(process.execPath, [jest, 'test/parity/parity.test.ts', '--silent'], {
  cwd: root,
  env: {
    ...process.env,
    TALLYBOOK_PARITY_TABLE: table,
    ...(options.seed === undefined ? {} : { TALLYBOOK_PARITY_SEED: options.seed }),
    ...(options.fillings === undefined ? {} : { TALLYBOOK_PARITY_FILLINGS: options.fillings }),
  },
  stdio: ['ignore', 'ignore', 'pipe'],
});
const said = [];
run.stderr.on('data', (piece) => said.push(piece));
run.on('close', (code) => {
  if (code !== 0) process.stderr.write(Buffer.concat(said));
  if (existsSync(table)) {
    const text = readFileSync(table, 'utf8');
    const shown = options.json ? text : JSON.parse(text)[options.lang ?? 'en'];
    process.stdout.write(`${shown}\n`);
  }
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
