export const LT = 60;
export const GT = 62;
export const SLASH = 47;
export const EQUALS = 61;
export const QUOTE = 34;
export const APOSTROPHE = 39;
export const COLON = 58;

/** Of a character in an ASCII name: 1 may start it, 2 may only follow, 3 the colon. */
const NAME = new Uint8Array(128);
for (const letter of 'abcdefghijklmnopqrstuvwxyz_') {
  NAME[letter.charCodeAt(0)] = 1;
  NAME[letter.toUpperCase().charCodeAt(0)] = 1;
}
for (const sign of '0123456789.-') NAME[sign.charCodeAt(0)] = 2;
NAME[COLON] = 3;

/** 0 for what may stand in no name that the scan takes. */
export function nameClass(code: number): number {
  return code < 128 ? NAME[code]! : 0;
}

/** As startsWith, which takes several times as long for more than a few characters. */
export function standsAt(xml: string, wanted: string, at: number): boolean {
  return xml.slice(at, at + wanted.length) === wanted;
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
