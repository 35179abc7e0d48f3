import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Consolidation, IssuedWorkbook } from '../../../core/consolidation/consolidation';
import { fill, type Text } from '../../../core/plan/text';
import { examine } from '../../../core/pipeline';
import { returnedBefore, type ReturnRecord } from '../../../core/report/return-record';
import { compareWith } from '../../../core/report/resubmission';
import { mustGoBack, RETURNABLE, type ReturnedContent } from '../../../core/report/return-slip';
import type { Expected } from '../../../core/review/against-round';
import type { WorkbookGrid } from '../../../core/sheet/grid';
import type { Digest } from '../../../core/template/seal';
import { nodeInflate } from '../../../xlsx/read/inflate-node';
import { readWorkbook } from '../../../xlsx/read/read-workbook';
import { sha256 } from '../digest';
import { returnMessages as messages } from './messages';

/** A file of the inbox that may have to go back, by what the round makes of it. */
export interface Candidate {
  readonly file: string;
  /** Null for a file that counts. */
  readonly aside: { readonly code: string; readonly sha256: string; readonly reason: Text } | null;
}

/** A file that goes back, read anew, with its bytes. */
export interface Opened {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Null where it is no workbook that could be read. */
  readonly grid: WorkbookGrid | null;
  readonly sender: { readonly organisation: string; readonly region: string | null } | null;
  /** The workbook issued to the sender; null where none was. */
  readonly issued: IssuedWorkbook | null;
  readonly content: ReturnedContent;
}

export type Opening =
  | ({ readonly is: 'returned' } & Opened)
  /** Stays out, and why. */
  | { readonly is: 'left'; readonly code: string; readonly reason: Text }
  /** Nothing to return. */
  | { readonly is: 'clean' };

/** Submissions with something to correct or explain, in the order of the round; then the files set aside. */
export function candidatesOf({ workbooks, setAside }: Consolidation): Candidate[] {
  return [
    ...workbooks.flatMap(({ state, file }) =>
      state === 'received' && file !== null ? [{ file, aside: null }] : [],
    ),
    ...setAside.map(({ file, code, sha256: hash, reason }) => ({
      file,
      aside: { code, sha256: hash, reason },
    })),
  ];
}

export interface OpenContext {
  readonly inbox: string;
  readonly consolidation: Consolidation;
  readonly records: readonly ReturnRecord[];
  readonly digest: Digest;
  readonly expected: Expected;
}

/** Reads a candidate again and decides whether it goes back. */
export async function openCandidate(
  { file, aside }: Candidate,
  context: OpenContext,
): Promise<Opening> {
  // without a hash it was never read through: too large, no access, or broken off
  if (aside?.sha256 === '') return { is: 'left', code: aside.code, reason: aside.reason };
  let bytes: Uint8Array;
  try {
    bytes = await fs.readFile(path.join(context.inbox, file));
  } catch {
    return { is: 'left', code: 'no-access', reason: fill(messages.noAccess, { file }) };
  }
  const known = { file, bytes, sha256: sha256(bytes) };
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  const grid = read.ok ? read.grid : null;
  const unread = (reason: Text): Opening => ({
    ...{ is: 'returned', ...known, grid, sender: null, issued: null },
    content: { is: 'unread', reason },
  });
  if (!read.ok) return unread(read.message);
  const examined = examine(read.grid, context.digest, context.expected);
  if (examined.is !== 'submission') return aside ? unread(aside.reason) : { is: 'clean' };
  const { submission, findings } = examined;
  const { organisation, region } = submission.model;
  const sender = { organisation, region };
  const workbook = context.consolidation.workbooks.find(
    ({ issued }) => issued.organisation === organisation && issued.region === region,
  );
  const found = { ...known, grid, sender, issued: workbook?.issued ?? null };
  if (!aside) {
    if (!mustGoBack(findings)) return { is: 'clean' };
    const before = returnedBefore(context.records, submission.sealValue, known.sha256);
    const resubmission = before && compareWith(before, findings);
    const content = {
      is: 'submission',
      submission,
      findings,
      grid: read.grid,
      resubmission,
    } as const;
    return { is: 'returned', ...found, content };
  }
  const { code, reason } = aside;
  if (!RETURNABLE.includes(code)) return { is: 'left', code, reason };
  if (workbook && workbook.state !== 'missing')
    return { is: 'left', code, reason: fill(messages.answered, { reason }) };
  return { is: 'returned', ...found, content: { is: 'set-aside', code, submission, findings } };
}
