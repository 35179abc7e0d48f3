import { fill } from '../../../core/plan/text';
import { decisionsSchema } from '../../../core/consolidation/decisions';
import { returnRecordsSchema } from '../../../core/report/return-record';
import { roundSchema } from '../../../core/template/round';
import type { Inflate } from '../../../xlsx/read/inflate';
import { Refused } from '../worker/calls';
import type { DroppedFile } from '../../../panel/coordinator/model';
import { DECISIONS_FILE, ROUND_FILE } from './pack-round';
import { readJsonBytes } from './read-json-file';
import { OpenRound } from './session';
import { isZip, sourceOf, unpacked, withoutSystemFiles, type Source } from './source';
import { taskMessages as messages } from './task-messages';

/** What went back to whom. */
const RETURN_RECORDS = 'returned/returned.json';

/**
 * The round in what was dropped: a zip of its folder, the folder, or round.json alone; with what lies
 * in its inbox waiting to be checked. Null where there is none. @throws Refused for a broken one
 */
export async function findRound(
  dropped: readonly DroppedFile[],
  inflate?: Inflate,
): Promise<OpenRound | null> {
  const found = (await lonelyZip(dropped, inflate)) ?? folderOf(dropped);
  const places = [...found.keys()].filter((path) => nameOf(path) === ROUND_FILE);
  // the outermost: a round may have been put into another's folder
  const depth = Math.min(...places.map(depthOf));
  const outermost = places.filter((path) => depthOf(path) === depth);
  const [place] = outermost;
  if (place === undefined) return null;
  if (outermost.length > 1)
    throw new Refused(fill(messages.severalRounds, { files: outermost.slice(0, 5).join('、') }));
  const round = readJsonBytes(place, await found.get(place)!.read(), roundSchema);
  const open = new OpenRound(round);
  const base = place.slice(0, -ROUND_FILE.length);
  const inbox: { path: string; source: Source }[] = [];
  for (const [path, source] of found) {
    if (path === place || !path.startsWith(base)) continue;
    const below = path.slice(base.length);
    if (below.startsWith('templates/')) open.blanks.set(below.slice('templates/'.length), source);
    else if (below.startsWith('inbox/')) inbox.push({ path: below.slice('inbox/'.length), source });
    else open.others.set(below, source);
  }
  open.inbox = inbox;
  const records = open.others.get(RETURN_RECORDS);
  if (records)
    open.records = readJsonBytes(
      RETURN_RECORDS,
      await records.read(),
      returnRecordsSchema,
    ).returned;
  const decisions = open.others.get(DECISIONS_FILE);
  if (decisions)
    open.decisions = readJsonBytes(
      DECISIONS_FILE,
      await decisions.read(),
      decisionsSchema,
    ).decisions;
  return open;
}

/** What is in a zip that was dropped alone; null where it is anything else, such as a workbook. */
async function lonelyZip(
  dropped: readonly DroppedFile[],
  inflate?: Inflate,
): Promise<Map<string, Source> | null> {
  const files = withoutSystemFiles(dropped);
  const [only] = files;
  if (!only || files.length > 1 || !/\.zip$/i.test(only.path) || !(await isZip(only))) return null;
  return unpacked(only, inflate);
}

function folderOf(dropped: readonly DroppedFile[]): Map<string, Source> {
  return new Map(withoutSystemFiles(dropped).map(({ path, file }) => [path, sourceOf(file)]));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function depthOf(path: string): number {
  return path.split('/').length;
}
