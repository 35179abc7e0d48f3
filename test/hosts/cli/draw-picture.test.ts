import { pictureDrawing } from '../../../src/hosts/cli/draw-picture';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="100" height="50" fill="#ff0000"/></svg>';

test('a machine without fonts draws nothing rather than empty boxes', () => {
  expect(pictureDrawing({ loadSystemFonts: false })).toBeNull();
});

test('with a Chinese font a PNG of the width asked for', async () => {
  const draw = pictureDrawing();
  // a machine without one has nothing to check here
  if (draw === null) return;
  const png = await draw(SVG, 400);
  const view = new DataView(png.buffer, png.byteOffset);
  expect(new TextDecoder().decode(png.subarray(1, 4))).toBe('PNG');
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([400, 200]);
});
