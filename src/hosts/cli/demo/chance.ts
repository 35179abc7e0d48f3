/** A number in [0, 1) that depends on the texts alone, so that the demo's figures are the same every time. */
export function chance(...texts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of texts.join('\u0000')) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  // a last mixing, since FNV leaves its low bits alike for alike texts
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** A number between two others, by chance of the texts. */
export function between(low: number, high: number, ...texts: readonly (string | number)[]): number {
  return low + (high - low) * chance(...texts);
}
