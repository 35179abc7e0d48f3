// Writes dist/manifest.xml: manifest.mjs --url https://host/folder [--id GUID] [--name NAME] [--out DIST]
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeManifest } from './pane/manifest-file.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const USAGE = 'npm run manifest -- --url https://host/folder [--id GUID] [--name NAME]';
try {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { url: text, id: text, name: text, out: text } });
  if (values.url === undefined) throw new Error('--url is missing');
  const out = path.resolve(values.out ?? path.join(root, 'dist'));
  if (!existsSync(path.join(out, 'office.html')))
    throw new Error(`${out} holds no built pane; run npm run build first`);
  const written = await writeManifest({
    root,
    out,
    address: values.url,
    id: values.id,
    name: values.name,
  });
  console.log(`${written.file}: ${written.name} ${written.version}, ${written.id}`);
} catch (error) {
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
