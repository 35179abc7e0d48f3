import { writeFileSync } from 'node:fs';
import { CASES } from './cases';
import { isInstalled, PROGRAM_NAMES } from './make/programs';
import { judge, type Judgement } from './judge';
import type { Case } from './case';
import { runCases } from './run';
import { detectionTable } from './table';

/** Starting other programs once for all of their cases, on a slow machine. */
const TIMEOUT = 600_000;
/** Where `npm run corpus` wants the tables. */
const TABLE_FILE = process.env.TALLYBOOK_CORPUS_TABLE;

const judged = new Map<Case, Judgement>();

beforeAll(async () => {
  for (const [one, examined] of await runCases(CASES)) judged.set(one, judge(one, examined));
  if (TABLE_FILE !== undefined)
    writeFileSync(
      TABLE_FILE,
      JSON.stringify({ en: detectionTable(judged, 'en'), zh: detectionTable(judged, 'zh') }),
    );
}, TIMEOUT);

test('no two cases have one name', () => {
  const ids = CASES.map(({ group, id }) => `${group}/${id}`);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

for (const one of CASES) {
  const { program, group, id, name } = one;
  const title = `${group}/${id}: ${name.en}`;
  if (program !== undefined && !isInstalled(program))
    test.skip(`${title} (${PROGRAM_NAMES[program]} is not installed: skipped)`, () => undefined);
  else
    test(title, () => {
      const { verdict, differences } = judged.get(one)!;
      expect(differences).toEqual([]);
      expect(['read', 'flagged']).toContain(verdict);
    });
}

test('nothing is misread, nothing wrongly flagged', () => {
  const worst = [...judged].filter(([, { verdict }]) =>
    ['misread', 'wrongly-flagged'].includes(verdict),
  );
  expect(worst.map(([{ id }]) => id)).toEqual([]);
});
