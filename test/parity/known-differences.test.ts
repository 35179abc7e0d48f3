import { makeBlanks } from './blanks';
import type { Typed, WorkbookFilling } from './fillings';
import { KNOWN_DIFFERENCES, PROGRAMS, type KnownDifference } from './known-differences';
import { AT_HAND, runParity } from './run';

const TIMEOUT = 300_000;
const [BLANK] = makeBlanks(1);
const NOTHING = { actual: null, state: null, explanation: null, evidence: null };

/** Keys of the rows that others are divided by. */
const DENOMINATORS = new Set(
  BLANK!.rows.flatMap(({ entry: { derivation } }) =>
    derivation?.method === 'ratio' ? [derivation.denominator] : [],
  ),
);

function typedFor(key: string, { example }: KnownDifference): Typed {
  if (typeof example !== 'object' || example === null || !('numerator' in example)) return example;
  return DENOMINATORS.has(key) ? example.denominator : example.numerator;
}

for (const known of KNOWN_DIFFERENCES)
  for (const program of PROGRAMS.filter((one) => known.programs.includes(one))) {
    const title = `${program}, ${known.id}: ${known.reason}`;
    if (!AT_HAND.includes(program)) test.skip(`${title} (not installed)`, () => undefined);
    else
      test(
        title,
        async () => {
          const filling: WorkbookFilling = new Map(
            BLANK!.rows.map(({ entry }) => [
              entry.key,
              { ...NOTHING, actual: entry.derivation ? null : typedFor(entry.key, known) },
            ]),
          );
          const run = await runParity({
            ...{ seed: 1, fillings: 1, programs: [program], blanks: [BLANK!] },
            filling: () => filling,
          });
          expect(run.met.get(known.id)).toBeGreaterThan(0);
          expect(run.disagreements).toEqual([]);
        },
        TIMEOUT,
      );
  }
