import fc from 'fast-check';
import { anyPlace, chosen } from './places';

/** Damage to a file's bytes, such as disks, mail gateways and half-finished downloads do. */
export interface ByteChange {
  readonly what: string;
  apply(bytes: Uint8Array): Uint8Array;
}

const length = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5_000 }));

const flip = fc.tuple(anyPlace, fc.nat(7)).map(([place, bit]) =>
  change(`bit ${bit} flipped`, (bytes) => {
    const changed = bytes.slice();
    if (changed.length > 0) changed[place.within(changed.length)]! ^= 1 << bit;
    return changed;
  }),
);
const set = fc.tuple(anyPlace, fc.nat(255)).map(([place, value]) =>
  change(`a byte set to ${value}`, (bytes) => {
    const changed = bytes.slice();
    changed[place.within(changed.length)] = value;
    return changed;
  }),
);
const fill = fc
  .tuple(anyPlace, length, fc.constantFrom(0, 0xff, 0x20))
  .map(([place, size, value]) =>
    change(`${size} bytes filled with ${value}`, (bytes) => {
      const from = place.within(bytes.length);
      return bytes.slice().fill(value, from, from + size);
    }),
  );
const truncate = anyPlace.map((place) =>
  change('cut off', (bytes) => bytes.slice(0, place.within(bytes.length))),
);
const remove = fc.tuple(anyPlace, length).map(([place, size]) =>
  change(`${size} bytes deleted`, (bytes) => {
    const from = place.within(bytes.length);
    return spliced(bytes, from, from + size, new Uint8Array());
  }),
);
const insert = fc
  .tuple(anyPlace, fc.uint8Array({ minLength: 1, maxLength: 40 }))
  .map(([place, added]) =>
    change(`${added.length} bytes inserted`, (bytes) => {
      const at = place.within(bytes.length + 1);
      return spliced(bytes, at, at, added);
    }),
  );
const duplicate = fc
  .tuple(anyPlace, length, anyPlace, fc.boolean())
  .map(([from, size, to, isOver]) =>
    change(`${size} bytes copied ${isOver ? 'over others' : 'between others'}`, (bytes) => {
      const start = from.within(bytes.length);
      const stretch = bytes.slice(start, start + size);
      const at = to.within(bytes.length + 1);
      return spliced(bytes, at, isOver ? at + stretch.length : at, stretch);
    }),
  );

/** Offset and size of the fields of the zip's headers (PKWARE APPNOTE 6.3.10, section 4.3). */
const HEADERS: readonly { signature: number; fields: readonly (readonly [number, 2 | 4])[] }[] = [
  {
    signature: 0x04034b50,
    fields: [
      ...([4, 6, 8, 10, 12] as const).map((at) => [at, 2] as const),
      ...([14, 18, 22] as const).map((at) => [at, 4] as const),
      ...([26, 28] as const).map((at) => [at, 2] as const),
    ],
  },
  {
    signature: 0x02014b50,
    fields: [
      ...([4, 6, 8, 10, 12, 14] as const).map((at) => [at, 2] as const),
      ...([16, 20, 24] as const).map((at) => [at, 4] as const),
      ...([28, 30, 32, 34, 36] as const).map((at) => [at, 2] as const),
      ...([38, 42] as const).map((at) => [at, 4] as const),
    ],
  },
  {
    signature: 0x06054b50,
    fields: [
      ...([4, 6, 8, 10] as const).map((at) => [at, 2] as const),
      ...([12, 16] as const).map((at) => [at, 4] as const),
      [20, 2],
    ],
  },
];
/** As it stands, changed a little, or one of the values at which programs stumble. */
const fieldValue: fc.Arbitrary<(before: number) => number> = fc.oneof(
  fc.integer({ min: -64, max: 64 }).map((by) => (before: number) => before + by),
  fc
    .constantFrom(0, 1, 8, 99, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xffffffff)
    .map((value) => () => value),
  fc.nat(0xffffffff).map((value) => () => value),
);
const header = fc
  .tuple(fc.constantFrom(...HEADERS), anyPlace, anyPlace, fieldValue)
  .map(([{ signature, fields }, which, field, value]) =>
    change('a header field changed', (bytes) => {
      const changed = bytes.slice();
      const view = new DataView(changed.buffer);
      const at = chosen(placesOf(view, signature), which);
      const [offset, size] = chosen(fields, field)!;
      if (at === null || at + offset + size > changed.length) return changed;
      if (size === 2) view.setUint16(at + offset, value(view.getUint16(at + offset, true)), true);
      else view.setUint32(at + offset, value(view.getUint32(at + offset, true)), true);
      return changed;
    }),
  );

export const anyByteChange: fc.Arbitrary<ByteChange> = fc.oneof(
  { arbitrary: flip, weight: 3 },
  { arbitrary: set, weight: 1 },
  { arbitrary: fill, weight: 1 },
  { arbitrary: truncate, weight: 1 },
  { arbitrary: remove, weight: 1 },
  { arbitrary: insert, weight: 1 },
  { arbitrary: duplicate, weight: 1 },
  { arbitrary: header, weight: 5 },
);

/** What other kinds of file begin with. */
const STARTS = ['', 'PK\x03\x04', 'PK\x05\x06', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '<?xml '];

/** Bytes that are no workbook. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...STARTS), fc.uint8Array({ maxLength: 2_000 }))
  .map(([start, rest]) => new Uint8Array([...Buffer.from(start, 'latin1'), ...rest]));

function change(what: string, apply: ByteChange['apply']): ByteChange {
  return { what, apply };
}

function spliced(bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]));
}

function placesOf(view: DataView, signature: number): number[] {
  const places: number[] = [];
  for (let at = 0; at + 4 <= view.byteLength; at++)
    if (view.getUint32(at, true) === signature) places.push(at);
  return places;
}
