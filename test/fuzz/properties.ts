import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { zipBytes } from '../xlsx/read/zip-bytes';
import { anyByteChange, anyBytes } from './byte-changes';
import { anyMemberChange } from './member-changes';
import { rowsThatMayDiffer } from './own-cells';
import { anyPlace, chosen } from './places';
import { areSame, examined, readBothWays } from './reading';
import { anyRespelling } from './respelling';
import { SMALL, textOf, type SoundFile } from './sound-files';
import { anyTextEdit, replaced, replacementsOf } from './text-edits';
import { misreadRows } from './verdict';

/** A file made to be read, shown in a failure by what was done rather than by its bytes. */
export class Attempt {
  constructor(
    readonly what: string,
    readonly bytes: Uint8Array,
    /** Reads the file; throws an Error that says what must not be. */
    readonly check: () => void,
  ) {}

  [fc.toStringMethod](): string {
    return `${this.what} (${this.bytes.length} bytes)`;
  }
}

export interface FuzzProperty {
  /** What must hold of every such file, beside that nothing is thrown. */
  readonly claim: string;
  readonly attempts: (files: readonly SoundFile[]) => fc.Arbitrary<Attempt>;
}

const few = { minLength: 1, maxLength: 6 };

/** Same grid, or refused: for damage that the checksums show and for XML that means the same. */
function checkSame(file: SoundFile, bytes: Uint8Array, mayBeRefused: boolean): void {
  const read = readBothWays(bytes);
  if (!read.ok && mayBeRefused) return;
  if (!areSame(read, file.read))
    throw new Error(read.ok ? 'it reads as another workbook' : `it is ${read.code}`);
}

/** No row with another figure unless a finding says so, or its own cells say it. */
function checkRows(file: SoundFile, bytes: Uint8Array, mayDiffer: ReadonlySet<string>): void {
  const read = readBothWays(bytes);
  if (!file.result || areSame(read, file.read)) return;
  const misread = misreadRows(file.result, examined(read), mayDiffer);
  if (misread.length > 0) throw new Error(misread.join('; '));
}

function packed(file: SoundFile, part: string, content: string | Uint8Array): Uint8Array {
  const parts = Object.fromEntries(file.parts);
  parts[part] = typeof content === 'string' ? strToU8(content) : content;
  // stored: packing would take most of the time, and damaged bytes go through the inflaters anyway
  return zipSync(parts, { level: 0, mtime: new Date('2021-07-01T00:00:00Z') });
}

/** A part of XML of one of the files; those of more text more often. */
function partOf(
  files: readonly SoundFile[],
): fc.Arbitrary<{ file: SoundFile; part: string; text: string }> {
  return fc.tuple(fc.constantFrom(...files), anyPlace).map(([file, place]) => {
    const parts = [...file.parts.keys()].flatMap((part) => {
      const text = textOf(file, part);
      return text === null ? [] : Array<string>(text.length > 5_000 ? 3 : 1).fill(part);
    });
    const part = chosen(parts, place)!;
    return { file, part, text: textOf(file, part)! };
  });
}

function editedFile(files: readonly SoundFile[]): fc.Arbitrary<Attempt> {
  return fc
    .tuple(partOf(files), fc.array(anyTextEdit, { minLength: 1, maxLength: 3 }))
    .map(([{ file, part, text }, edits]) => {
      const replacements = replacementsOf(text, edits);
      const bytes = packed(file, part, replaced(text, replacements));
      const shown = (stretch: string) => JSON.stringify(stretch.slice(0, 80));
      const done = replacements.map(
        ({ from, to, put }) => `${shown(text.slice(from, to))} at ${from} by ${shown(put)}`,
      );
      return new Attempt(`${file.name}, ${part}: ${done.join('; ')}`, bytes, () => {
        checkRows(file, bytes, rowsThatMayDiffer(file, part, replacements));
      });
    });
}

export const FUZZ_PROPERTIES = {
  'random-bytes': {
    claim: 'random bytes are refused',
    attempts: () =>
      anyBytes.map(
        (bytes) =>
          new Attempt('random bytes', bytes, () => {
            if (readBothWays(bytes).ok) throw new Error('it reads as a workbook');
          }),
      ),
  },
  'damaged-bytes': {
    claim: 'a file with damaged bytes is refused or reads as before',
    attempts: (files) =>
      fc.tuple(fc.constantFrom(...files), fc.array(anyByteChange, few)).map(([file, changes]) => {
        const bytes = changes.reduce((changed, change) => change.apply(changed), file.bytes);
        const what = [file.name, ...changes.map((change) => change.what)].join(', ');
        return new Attempt(what, bytes, () => {
          checkSame(file, bytes, true);
        });
      }),
  },
  members: {
    claim:
      'a file with members swapped, dropped or wrongly declared is refused or says what differs',
    attempts: (files) =>
      fc
        .tuple(fc.constantFrom(...files), fc.array(anyMemberChange, { minLength: 1, maxLength: 3 }))
        .map(([file, changes]) => {
          const whole = [...file.parts].map(([name, data]) => ({ name, data }));
          const members = changes.reduce<Parameters<typeof zipBytes>[0]>(
            (changed, change) => change.apply(changed),
            whole,
          );
          const what = [file.name, ...changes.map((change) => change.what)].join(', ');
          const bytes = zipBytes(members);
          return new Attempt(what, bytes, () => {
            checkRows(file, bytes, new Set());
          });
        }),
  },
  'edited-xml': {
    claim:
      'a whole file with an edited part is refused, says what differs, or differs where it was edited',
    attempts: editedFile,
  },
  'edited-small-xml': {
    claim: 'a small file with an edited part reads the same in both ways',
    attempts: (files) => editedFile(files.filter(({ name }) => name === SMALL)),
  },
  'respelled-xml': {
    claim: 'a part written in another way that means the same reads as before',
    attempts: (files) =>
      fc.tuple(partOf(files), anyRespelling).map(([{ file, part, text }, respelling]) => {
        const bytes = packed(file, part, respelling.apply(text));
        return new Attempt(`${file.name}, ${part}: ${respelling.what}`, bytes, () => {
          checkSame(file, bytes, false);
        });
      }),
  },
} as const satisfies Record<string, FuzzProperty>;

export type FuzzName = keyof typeof FUZZ_PROPERTIES;

/** As fast-check takes it; `run` does what is done with each file. */
export function fuzzProperty(
  name: FuzzName,
  files: readonly SoundFile[],
  run: (attempt: Attempt) => void = (attempt) => {
    attempt.check();
  },
): fc.IProperty<[Attempt]> {
  return fc.property(FUZZ_PROPERTIES[name].attempts(files), run);
}
