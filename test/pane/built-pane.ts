import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SiteFile } from '../office/local-site';

const ROOT = path.join(__dirname, '../..');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
};

/**
 * The folder of the pane as it is built from the sources at hand: made once for all tests, in the
 * folder for temporary files, under the name that the sources give it.
 */
export function builtPane(): string {
  const id = node(
    '--input-type=module',
    '-e',
    "import('./webpack.config.mjs').then((config) => process.stdout.write(config.buildId()))",
  );
  const built = path.join(tmpdir(), `tallybook-pane-${id}`);
  if (existsSync(built)) return built;
  const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-pane-'));
  node(path.join(ROOT, 'scripts/pane/build.mjs'), '--out', folder);
  try {
    renameSync(folder, built);
  } catch {
    // another test was quicker
    rmSync(folder, { recursive: true, force: true });
  }
  return built;
}

/** The files of the built pane as a site serves them. */
export function paneFiles(): Map<string, SiteFile> {
  const folder = builtPane();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files.flatMap((file): [string, SiteFile][] => {
      const type = TYPES[path.extname(file)];
      const address = `/${file.split(path.sep).join('/')}`;
      return type === undefined || !path.basename(file).includes('.')
        ? []
        : [[address, { type, body: readFileSync(path.join(folder, file)) }]];
    }),
  );
}

function node(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the pane was not built: ${stderr}`);
  return stdout.trim();
}
