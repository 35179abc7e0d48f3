import { examine, type Examination } from '../../src/core/pipeline';
import { nodeInflate } from '../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../src/xlsx/read/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write/write-workbook';
import type { WorkbookDescription } from '../../src/core/sheet/description';
import { PLAIN } from '../factories/digest';
import { gridOf } from '../factories/grid';
import type { Case } from './case';
import { EXPECTED, filled } from './make/filled';
import { isInstalled, PROGRAMS, saveWith } from './make/programs';

/** What came of a case: a submission with its findings, or why there is none. */
export type Result = Examination | { readonly is: 'unreadable'; readonly code: string };

export interface CaseFile {
  readonly bytes: Uint8Array;
  /** What the same workbook gives that never became a file. */
  readonly inMemory: Examination | null;
}

export interface Examined extends Pick<CaseFile, 'inMemory'> {
  readonly result: Result;
}

/** Makes each case's file; those whose program is not installed are left out. */
export async function makeFiles(cases: readonly Case[]): Promise<Map<Case, CaseFile>> {
  const files = new Map<Case, CaseFile>();
  for (const one of cases) {
    if (one.program !== undefined && !isInstalled(one.program)) continue;
    const description = describe(one);
    const written = await writeWorkbook(description);
    const bytes = one.bytes ? one.bytes(written) : written;
    const inMemory = one.isAsInMemory
      ? examine(gridOf(description), PLAIN, expectedOf(one))
      : null;
    files.set(one, { bytes, inMemory });
  }
  for (const program of PROGRAMS) {
    const asked = [...files].filter(([one]) => one.program === program);
    if (asked.length === 0) continue;
    const saved = await saveWith(
      program,
      asked.map(([, { bytes }]) => bytes),
    );
    asked.forEach(([one, { inMemory }], index) => {
      files.set(one, { bytes: saved[index]!, inMemory });
    });
  }
  return files;
}

function describe({ from, typed, change }: Case): WorkbookDescription {
  const workbook = from ? from() : filled(typed);
  return change ? change(workbook) : workbook;
}

/** What a case is held against. */
export function expectedOf({ expected = EXPECTED, isAsInMemory }: Case): typeof EXPECTED {
  return isAsInMemory ? { round: null, plans: [], isSigned: false } : expected;
}

/** Reads a case's file and reviews it, here in Node. */
export function examineHere(bytes: Uint8Array, one: Case): Result {
  const file = readWorkbook(bytes, { inflate: nodeInflate });
  return file.ok
    ? examine(file.grid, PLAIN, expectedOf(one))
    : { is: 'unreadable', code: file.code };
}
