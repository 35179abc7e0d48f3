// Draws the icons of the manifest and of the pages, one PNG for each size.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const SIZES = [16, 32, 64, 80];

/** @param from the folder of the SVG files @param to the folder to fill */
export function drawIcons(from, to) {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from).filter((name) => name.endsWith('.svg')))
    for (const size of SIZES) {
      const drawn = new Resvg(readFileSync(path.join(from, file)), {
        fitTo: { mode: 'width', value: size },
        font: { loadSystemFonts: false },
      }).render();
      writeFileSync(path.join(to, `${path.basename(file, '.svg')}-${size}.png`), drawn.asPng());
    }
}
