// Writes manifest.xml for the address that the pane is served from, and checks it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { OfficeAddinManifest } = require('office-addin-manifest');
require('../typescript.cjs');
const { checkManifest } = require('./check-manifest.ts');

/**
 * @param root the product's folder
 * @param out the folder with the built pane, which gets the manifest
 * @param address such as https://intranet.example/tallybook
 * @param id and name: where an organisation runs several of them side by side
 * @throws Error with everything that Excel would refuse
 */
export async function writeManifest({ root, out, address, id, name }) {
  const base = baseOf(address);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const template = readFileSync(path.join(root, 'manifest/manifest.xml'), 'utf8');
  const file = path.join(out, 'manifest.xml');
  writeFileSync(file, template.replaceAll('{base}', base).replaceAll('{version}', version));
  if (id !== undefined || name !== undefined)
    await OfficeAddinManifest.modifyManifestFile(file, id, name);
  const problems = checkManifest(readFileSync(file, 'utf8'), { dist: out, base });
  if (problems.length > 0) throw new Error(`manifest.xml:\n  ${problems.join('\n  ')}`);
  const read = await OfficeAddinManifest.readManifestFile(file);
  return { file, id: read.id, name: read.displayName, version: read.version };
}

/** Without a slash at its end. @throws Error where Excel would not take the address */
function baseOf(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    throw new Error(`--url ${address}: not an address; give one such as https://host/tallybook`);
  }
  if (url.protocol !== 'https:')
    throw new Error(`--url ${address}: Excel opens add-ins by https:// only`);
  if (url.search !== '' || url.hash !== '')
    throw new Error(`--url ${address}: leave away what follows ? or #`);
  return url.href.replace(/\/+$/, '');
}
