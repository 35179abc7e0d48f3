import { writeFileSync } from 'node:fs';
import { CASES } from './cases';
import { isInstalled, PROGRAM_NAMES } from './make/programs';
import { judge, type Judgement } from './judge';
import { BROWSER_TIMEOUT, describeWithChromium } from '../office/chromium';
import type { Case } from './case';
import { examineInChromium, type BrowserRun } from './chromium';
import { examineHere, makeFiles, type CaseFile, type Result } from './run';
import { detectionTable } from './table';

/** Starting other programs once for all of their cases, on a slow machine. */
const TIMEOUT = 600_000;
/** Where `npm run corpus` wants the tables. */
const TABLE_FILE = process.env.TALLYBOOK_CORPUS_TABLE;

let files: ReadonlyMap<Case, CaseFile>;
const results = new Map<Case, Result>();
const judged = new Map<Case, Judgement>();

beforeAll(async () => {
  files = await makeFiles(CASES);
  for (const [one, { bytes, inMemory }] of files) {
    const result = examineHere(bytes, one);
    results.set(one, result);
    judged.set(one, judge(one, { result, inMemory }));
  }
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

// here, not in a file of its own: making the corpus takes far longer than reading it once more
describeWithChromium('the same code in Chromium', () => {
  let run: BrowserRun;
  beforeAll(async () => {
    run = await examineInChromium(files);
  }, BROWSER_TIMEOUT);

  test('comes to the same verdict, case by case', () => {
    expect([...run.results.keys()]).toEqual([...judged.keys()]);
    const others = [...run.results].flatMap(([one, result]) => {
      const found = judge(one, { result, inMemory: files.get(one)!.inMemory });
      const here = judged.get(one)!;
      return found.verdict === here.verdict && found.differences.length === here.differences.length
        ? []
        : [{ id: one.id, ...found }];
    });
    expect(others).toEqual([]);
  });

  test('misreads nothing', () => {
    const misread = [...run.results].filter(([one, result]) => {
      const { verdict } = judge(one, { result, inMemory: files.get(one)!.inMemory });
      return !['read', 'flagged'].includes(verdict);
    });
    expect(misread.map(([{ id }]) => id)).toEqual([]);
  });

  test('reads and says the very same, word for word', () => {
    for (const [one, result] of run.results) {
      const [there, here] = [JSON.stringify(result), JSON.stringify(results.get(one))];
      if (there !== here) expect([one.id, result]).toEqual([one.id, JSON.parse(here)]);
    }
    expect(run.errors).toEqual([]);
  });

  test('asks nothing of any other machine', () => {
    expect(run.outside).toEqual([]);
  });
});
