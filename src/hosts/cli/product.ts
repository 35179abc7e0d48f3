import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PRODUCT_FOLDER } from './files';

const manifest = z.object({ version: z.string() });

export const VERSION = manifest.parse(
  JSON.parse(readFileSync(path.join(PRODUCT_FOLDER, 'package.json'), 'utf8')),
).version;

/** As it signs the workbooks that it makes. */
export const PRODUCT = `Tallybook ${VERSION}`;

/** The version, and when it was compiled: what an earlier build has kept may not be what this one would. */
export const BUILD = `${VERSION} ${statSync(__filename).mtimeMs}`;
