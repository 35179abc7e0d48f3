// The compiled product, as its own modules see it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The folder that holds build/, seeds/ and templates/. */
export const product = fileURLToPath(new URL('..', import.meta.url));

/** The command line's main file. */
export const commandLine = path.join(product, 'build/hosts/cli/main.js');

/** A module of the product, by its place under build/. */
export function load(module) {
  return require(path.join(product, 'build', `${module}.js`));
}

/** An installed package. */
export function loadPackage(name) {
  return require(name);
}
