import fc from 'fast-check';

const STEPS = 1_000_000;

/** A place in something of any length; even over all of it, unlike fc.double. */
export interface Place {
  within(length: number): number;
}

export const anyPlace: fc.Arbitrary<Place> = fc.nat(STEPS - 1).map((step) => ({
  within: (length) => Math.floor((step / STEPS) * length),
}));

/** One of a list; null where it is empty. */
export function chosen<T>(list: readonly T[], place: Place): T | null {
  return list[place.within(list.length)] ?? null;
}
