import fc from 'fast-check';
import type { Member } from '../xlsx/read/zip-bytes';
import { anyPlace, chosen } from './places';

/** Something done to the members of a zip whose every checksum is right again afterwards. */
export interface MemberChange {
  readonly what: string;
  apply(members: readonly Member[]): readonly Member[];
}

const NAMES = [
  ...['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
  ...[
    'xl/worksheets/sheet2.xml',
    'XL/Workbook.xml',
    '_rels/.rels',
    'mimetype',
    'word/document.xml',
  ],
  ...['xl/vbaProject.bin', '../x', '/x', 'C:\\x', 'x\\y', '', 'xl/', '附件.xml', '__proto__'],
];

const swap = fc.tuple(anyPlace, anyPlace).map(([one, other]) =>
  change('two contents swapped', (members) => {
    const [first, second] = [chosen(members, one)!, chosen(members, other)!];
    return members.map((member) => {
      if (member === first) return { ...member, data: second.data };
      return member === second ? { ...member, data: first.data } : member;
    });
  }),
);
const drop = anyPlace.map((place) =>
  change('a member dropped', (members) => {
    const gone = chosen(members, place);
    return members.filter((member) => member !== gone);
  }),
);
const reorder = fc.tuple(anyPlace, anyPlace).map(([from, to]) =>
  change('a member moved', (members) => {
    const moved = chosen(members, from)!;
    const others = members.filter((member) => member !== moved);
    const at = to.within(members.length);
    return [...others.slice(0, at), moved, ...others.slice(at)];
  }),
);
const repeat = fc
  .tuple(anyPlace, fc.constantFrom(...NAMES))
  .map(([place, name]) =>
    change(`a member repeated as ${name}`, (members) => [
      ...members,
      { ...chosen(members, place)!, name },
    ]),
  );
const declare = fc
  .tuple(
    anyPlace,
    fc.oneof(
      fc.constantFrom(...NAMES).map((name): Partial<Member> => ({ name })),
      fc.constantFrom(...NAMES).map((localName): Partial<Member> => ({ localName })),
      fc.constant<Partial<Member>>({ stored: true }),
      fc.constantFrom(0, 1, 8, 0x800, 0xffff).map((flags): Partial<Member> => ({ flags })),
      fc.constantFrom(0, 1, 9, 14, 99).map((method): Partial<Member> => ({ method })),
      fc.nat(0xffffffff).map((crc): Partial<Member> => ({ crc })),
      fc.nat(200_000).map((size): Partial<Member> => ({ size })),
      fc.nat(100_000).map((offset): Partial<Member> => ({ offset })),
      fc.uint8Array({ maxLength: 30 }).map((extra): Partial<Member> => ({ extra })),
    ),
  )
  .map(([place, as]) =>
    change(`a member declared as ${Object.keys(as).join()}`, (members) => {
      const declared = chosen(members, place);
      return members.map((member) => (member === declared ? { ...member, ...as } : member));
    }),
  );

export const anyMemberChange: fc.Arbitrary<MemberChange> = fc.oneof(
  swap,
  drop,
  reorder,
  repeat,
  declare,
);

function change(what: string, apply: MemberChange['apply']): MemberChange {
  return { what, apply: (members) => (members.length === 0 ? members : apply(members)) };
}
