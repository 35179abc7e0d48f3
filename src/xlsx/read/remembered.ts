import type { Member } from './zip';

/** Readings kept. */
const MOST = 256;
/** Larger parts are rarely the same twice. */
const LARGEST = 65_536;

interface Reading {
  readonly packed: Uint8Array;
  readonly value: unknown;
}

const readings = new Map<string, Reading>();

/**
 * What `read` makes of a member, or made of the same bytes before: one program gives all its files the
 * same styles and relationships. The value must depend on `kind` and the bytes alone, and stay as it is.
 */
export function remembered<Value>(kind: string, member: Member, read: () => Value): Value {
  const { packed, method, size, crc } = member;
  const key = `${kind} ${method} ${size} ${crc}`;
  const known = readings.get(key);
  // unpacked, the same bytes give the same, and were checked then
  if (known && areEqual(known.packed, packed)) return known.value as Value;
  const value = read();
  if (packed.length <= LARGEST) {
    const first = readings.size === MOST ? readings.keys().next().value : undefined;
    if (first !== undefined) readings.delete(first);
    // a copy: the bytes are part of a whole file
    readings.set(key, { packed: packed.slice(), value });
  }
  return value;
}

/** Forgets all readings, so that the next file is read as the first. */
export function forgetReadings(): void {
  readings.clear();
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  const { length } = one;
  if (other.length !== length) return false;
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return false;
  return true;
}
