import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { webpack } from 'webpack';

const ROOT = path.join(__dirname, '../..');
const SCRIPT = 'bundle.js';

/**
 * One script for the browser made from a module and all that it imports, with nothing of Node put in
 * its place: a module that needs Node cannot be bundled. Types are not checked here.
 * @throws Error with what webpack says
 */
export async function bundle(entry: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-bundle-'));
  try {
    await pack(entry, folder);
    return readFileSync(path.join(folder, SCRIPT), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pack(entry: string, folder: string): Promise<void> {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    target: 'web',
    context: ROOT,
    entry,
    output: { path: folder, filename: SCRIPT },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'ts-loader',
          options: {
            transpileOnly: true,
            configFile: path.join(ROOT, 'tsconfig.pane.json'),
            compilerOptions: { noEmit: false },
          },
        },
      ],
    },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure =
        error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : null);
      compiler.close(() => {
        if (failure) reject(failure);
        else resolve();
      });
    });
  });
}
