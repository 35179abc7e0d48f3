import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './folders';

const ROOT = path.join(__dirname, '../../..');
const MAIN = path.join(ROOT, 'build/hosts/cli/main.js');

/** Needs npm run build, which npm ci does. */
const testWithBuild = existsSync(MAIN) ? test : test.skip;

testWithBuild('the built command runs on its own', async () => {
  const { version } = (await readJson(ROOT, 'package.json')) as { version: string };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, '--version'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});
