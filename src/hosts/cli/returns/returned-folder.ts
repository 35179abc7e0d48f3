import path from 'node:path';
import { returnRecordsSchema, type ReturnRecord } from '../../../core/report/return-record';
import { kindOf, listFiles, readJson, writeWhole } from '../files';

const FOLDER = 'returned';
const RECORDS = 'returned.json';

/** What the round has returned so far; nothing where no slip was made yet. @throws Failure on a file that was damaged */
export async function returnedRecords(round: string): Promise<readonly ReturnRecord[]> {
  const file = path.join(round, FOLDER, RECORDS);
  if ((await kindOf(file)) !== 'file') return [];
  return (await readJson(file, returnRecordsSchema)).returned;
}

export async function writeReturnedRecords(
  round: string,
  returned: readonly ReturnRecord[],
): Promise<void> {
  const content = { schemaVersion: 1, returned };
  await writeWhole(path.join(round, FOLDER, RECORDS), `${JSON.stringify(content, null, 2)}\n`);
}

/** Names of the files in ROUND/returned. */
export async function returnedFiles(round: string): Promise<string[]> {
  return listFiles(path.join(round, FOLDER));
}

export function slipPath(round: string, slip: string): string {
  return path.join(round, FOLDER, slip);
}
