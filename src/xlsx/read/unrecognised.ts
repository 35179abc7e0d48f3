/** The scan met something that it was not built for: the part is to be read by the full parse. */
export class Unrecognised extends Error {}

export function giveUp(): never {
  throw new Unrecognised();
}
