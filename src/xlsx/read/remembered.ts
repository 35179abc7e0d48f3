/** Readings kept of each kind of part. */
const MOST = 8;
/** Larger parts are rarely the same twice. */
const LARGEST = 65_536;

interface Reading {
  readonly bytes: Uint8Array;
  readonly value: unknown;
}

const readings = new Map<string, Reading[]>();

/**
 * What `read` makes of a part, or made of the same bytes before: one program gives all its files the
 * same styles and relationships. The value must depend on `kind` and the bytes alone, and stay as it is.
 */
export function remembered<Value>(kind: string, bytes: Uint8Array, read: () => Value): Value {
  const known = readings.get(kind) ?? [];
  const found = known.findIndex((one) => areEqual(one.bytes, bytes));
  const reading = found < 0 ? { bytes, value: read() } : known[found]!;
  if (found !== 0 && bytes.length <= LARGEST) {
    const others = known.filter((one) => one !== reading).slice(0, MOST - 1);
    readings.set(kind, [reading, ...others]);
  }
  return reading.value as Value;
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  const { length } = one;
  if (other.length !== length) return false;
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return false;
  return true;
}
