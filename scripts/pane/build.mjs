// Builds the pane into dist/: build.mjs [--url https://host/folder] [--office-js ADDRESS] [--out FOLDER]
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import { OWN_OFFICE, paneConfig } from '../../webpack.config.mjs';
import { drawIcons } from './icons.mjs';
import { writeManifest } from './manifest-file.mjs';
import { checkSizes } from './sizes.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where npm start serves the pane for Excel. */
const DEVELOPMENT = 'https://localhost:3000';

const text = { type: 'string' };
const { values } = parseArgs({ options: { url: text, 'office-js': text, out: text } });
const out = path.resolve(values.out ?? path.join(root, 'dist'));
const officeAddress = values['office-js'] ?? OWN_OFFICE;

try {
  rmSync(out, { recursive: true, force: true });
  await pack(paneConfig({ out, officeAddress }));
  copyFileSync(path.join(root, 'manifest/page.css'), path.join(out, 'page.css'));
  drawIcons(path.join(root, 'manifest/icons'), path.join(out, 'icons'));
  const address = values.url ?? DEVELOPMENT;
  const { version } = await writeManifest({ root, out, address });
  console.log(`manifest.xml: ${version} at ${address}`);
  checkSizes(out, (line) => {
    console.log(line);
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function pack(configs) {
  const compiler = webpack(configs);
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure =
        error ?? (stats.hasErrors() ? new Error(stats.toString('errors-only')) : null);
      compiler.close(() => (failure ? reject(failure) : resolve()));
    });
  });
}
