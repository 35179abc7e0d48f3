// Compiles src to build and makes `npx tallybook` work inside this checkout.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(path.join(root, 'build'), { recursive: true, force: true });
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const compiled = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

const entry = path.join(root, 'build/hosts/cli/main.js');
chmodSync(entry, 0o755);
const bin = path.join(root, 'node_modules/.bin');
mkdirSync(bin, { recursive: true });
const link = path.join(bin, 'tallybook');
rmSync(link, { force: true });
if (process.platform === 'win32') {
  writeFileSync(`${link}.cmd`, `@node "${entry}" %*\r\n`);
} else {
  symlinkSync(path.relative(bin, entry), link);
}
