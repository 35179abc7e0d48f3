/**
 * A colour with the hue and saturation of another, so light (0 black, 1 white): the pale fill of a
 * status made strong enough for a bar. Both RRGGBB; HSL as CSS defines it.
 */
export function toned(colour: string, lightness: number): string {
  const [red, green, blue] = channels(colour);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(most + least - 1));
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
  const share = (channel: number) => (spread === 0 ? 0 : (channel - least) / spread);
  return [red, green, blue]
    .map((channel) => hex(lightness + (share(channel) - 0.5) * chroma))
    .join('');
}

/** Whether dark letters read better on the colour than light ones (ITU-R BT.601 luma). */
export function isLight(colour: string): boolean {
  const [red, green, blue] = channels(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 0.55;
}

/** Red, green and blue, 0 to 1. */
function channels(colour: string): [number, number, number] {
  const at = (start: number) => parseInt(colour.slice(start, start + 2), 16) / 255;
  return [at(0), at(2), at(4)];
}

function hex(channel: number): string {
  const value = Math.round(Math.min(1, Math.max(0, channel)) * 255);
  return value.toString(16).toUpperCase().padStart(2, '0');
}
