// Bytes and words as they lie in memory, and what both scans look for between their elements.

export const QUOTE: u32 = 0x22;
export const AMPERSAND: u32 = 0x26;
export const SLASH: u32 = 0x2f;
export const SEMICOLON: u32 = 0x3b;
export const LT: u32 = 0x3c;
export const GT: u32 = 0x3e;
export const END_TAG: u32 = 0x2f3c; // </
// the lowest bytes of a word
export const FIVE: u64 = 0xffffffffff;
export const SIX: u64 = 0xffffffffffff;
// ␣xml:space="preserve">, as it lies in memory
const XML_SPA: u64 = 0x6170733a6c6d7820;
const CE_PRES: u64 = 0x73657270223d6563;
const ERVE: u64 = 0x3e2265767265;

export function isSpace(byte: u32): bool {
  return byte == 0x20 || byte == 10 || byte == 13 || byte == 9;
}

export function skipSpace(at: usize): usize {
  while (isSpace(load<u8>(at))) at++;
  return at;
}

/** Position of the tag at `at`, white space before it passed over; 0 where something else stands. */
export function toTag(at: usize): usize {
  if (load<u8>(at) == LT) return at;
  at = skipSpace(at);
  return load<u8>(at) == LT ? at : 0;
}

/** Position after the first `>` from `at` on, 0 where the part ends before. */
export function tagEnd(at: usize): usize {
  let byte: u32 = load<u8>(at);
  // zeros follow the part
  while (byte != GT && byte != 0) byte = load<u8>(++at);
  return byte == GT ? at + 1 : 0;
}

/** Position after a tag that ends in this attribute alone; 0 where it does not. */
export function spaceAttributeEnd(at: usize): usize {
  const stands =
    load<u64>(at) == XML_SPA && load<u64>(at, 8) == CE_PRES && (load<u64>(at, 16) & SIX) == ERVE;
  return stands ? at + 22 : 0;
}
