import type * as ResvgModule from '@resvg/resvg-js';
import type { ResvgRenderOptions } from '@resvg/resvg-js';

/** Draws an SVG as PNG bytes, this many pixels wide. */
export type DrawPicture = (svg: string, width: number) => Promise<Uint8Array>;

/**
 * Drawing with the fonts of this machine; null where it has none for Chinese, or where the drawing
 * library does not run, so that nobody gets a picture of empty boxes.
 */
export function pictureDrawing(
  font: NonNullable<ResvgRenderOptions['font']> = { loadSystemFonts: true },
): DrawPicture | null {
  const library = loadLibrary();
  if (!library || areAlike(new library.Resvg(PROBE, { font }).render())) return null;
  return async (svg, width) => {
    // in a thread of its own: Chinese letters take most of a second
    const drawn = await library.renderAsync(svg, { font, fitTo: { mode: 'width', value: width } });
    return new Uint8Array(drawn.asPng());
  };
}

const SIDE = 32;
/** Two characters that no font for Chinese draws alike, side by side. */
const PROBE = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE * 2}" height="${SIDE}" font-size="24" font-family="'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif"><text x="4" y="26">国</text><text x="${SIDE + 4}" y="26">一</text></svg>`;

/** Without a font for Chinese both halves show the same empty box, or nothing. */
function areAlike({ pixels, width, height }: ResvgModule.RenderedImage): boolean {
  const half = (width / 2) * 4;
  for (let row = 0; row < height; row++) {
    const start = row * width * 4;
    const left = pixels.subarray(start, start + half);
    if (!left.equals(pixels.subarray(start + half, start + half * 2))) return false;
  }
  return true;
}

/** Loaded on first use; null where the library has no build for this machine. */
function loadLibrary(): typeof ResvgModule | null {
  try {
    // not import(): Node16 modules keep it as it is, and jest cannot run that
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require('@resvg/resvg-js') as typeof ResvgModule;
  } catch {
    return null;
  }
}
