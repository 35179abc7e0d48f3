// Makes every case of the corpus, reads it, and prints how each group was answered: corpus.mjs [zh|en]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-corpus-'));
const file = path.join(folder, 'table.json');
try {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const run = spawnSync(process.execPath, [jest, 'test/corpus', '--silent'], {
    cwd: root,
    env: { ...process.env, TALLYBOOK_CORPUS_TABLE: file },
    encoding: 'utf8',
  });
  if (run.status !== 0) process.stderr.write(run.stderr);
  if (existsSync(file)) {
    const tables = JSON.parse(readFileSync(file, 'utf8'));
    const asked = process.argv[2];
    const shown = asked in tables ? [tables[asked]] : [tables.en, tables.zh];
    process.stdout.write(`${shown.join('\n\n')}\n`);
  }
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
