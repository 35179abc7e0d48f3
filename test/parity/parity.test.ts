import { writeFileSync } from 'node:fs';
import { RULES } from '../../src/core/rule/catalogue';
import { FORM } from '../factories/template';
import { findLibreOffice, LIBREOFFICE_MISSING } from '../office/libreoffice';
import { FILE_LEVEL } from './known-differences';
import { AT_HAND, runParity, type ParityRun } from './run';
import { describeDisagreement, parityTable } from './table';

/** What `npm run parity` asks for, and where it wants the tables. */
const { TALLYBOOK_PARITY_SEED, TALLYBOOK_PARITY_FILLINGS, TALLYBOOK_PARITY_TABLE } = process.env;
const SEED = Number(TALLYBOOK_PARITY_SEED ?? 20_220_929);
const FILLINGS = Number(TALLYBOOK_PARITY_FILLINGS ?? 3000);
/** Starting other programs, on a slow machine. */
const TIMEOUT = 600_000 + FILLINGS * 200;
const SHOWN = 20;

let run: ParityRun;
beforeAll(async () => {
  run = await runParity({ seed: SEED, fillings: FILLINGS, programs: AT_HAND });
  if (TALLYBOOK_PARITY_TABLE !== undefined)
    writeFileSync(
      TALLYBOOK_PARITY_TABLE,
      JSON.stringify({ en: parityTable(run, 'en'), zh: parityTable(run, 'zh') }),
    );
}, TIMEOUT);

if (!findLibreOffice()) test.skip(LIBREOFFICE_MISSING, () => undefined);

test('the sheet says what the review says: the same rules, the same message, the same progress', () => {
  const shown = run.disagreements.slice(0, SHOWN).map(describeDisagreement);
  expect(shown.join('\n\n')).toBe('');
  expect(run.rows).toBeGreaterThanOrEqual(FILLINGS);
  expect(run.compared).toBe(run.rows * AT_HAND.length);
});

test('every rule of the sheets stands against some row', () => {
  expect(run.rules.filter((rule) => !run.fired.has(rule))).toEqual([]);
});

test('every status shows', () => {
  const labels = Object.values(FORM.statuses).map(({ label }) => label.zh);
  expect(labels.filter((label) => !run.statuses.has(label))).toEqual([]);
});

test('every rule is in a sheet, or is declared to be about the file', () => {
  const inSheets = new Set(run.rules);
  const outside = RULES.map(({ id }) => id).filter((id) => !inSheets.has(id));
  expect(outside.sort()).toEqual(Object.keys(FILE_LEVEL).sort());
});
