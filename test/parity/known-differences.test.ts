import { makeBlanks } from './blanks';
import type { WorkbookFilling } from './fillings';
import { KNOWN_DIFFERENCES, PROGRAMS } from './known-differences';
import { AT_HAND, runParity } from './run';

const TIMEOUT = 300_000;
const [BLANK] = makeBlanks(1);
const NOTHING = { actual: null, state: null, explanation: null, evidence: null };

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
              entry.derivation ? NOTHING : { ...NOTHING, actual: known.example },
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
