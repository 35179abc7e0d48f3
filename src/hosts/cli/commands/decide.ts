import { promises as fs } from 'node:fs';
import path from 'node:path';
import { whyNotAcceptable } from '../../../core/consolidation/acceptable';
import { decisionKinds, signatureOf } from '../../../core/consolidation/decision-messages';
import {
  decisionsInForce,
  type Decision,
  type DecisionKind,
} from '../../../core/consolidation/decisions';
import { whoIs } from '../../../core/consolidation/messages';
import { fill } from '../../../core/plan/text';
import { roundInput } from '../compile-round';
import { loadDecisions, recordDecision } from '../decisions-file';
import { sha256 } from '../digest';
import { EXIT, Failure, type ExitCode } from '../failure';
import { isSystemError } from '../files';
import { inboxFile, namesLike } from '../inbox-file';
import { readerOf } from '../jobs/reading';
import { loadKey } from '../key';
import { cliMessages } from '../messages';
import type { Output } from '../output';
import { inboxFiles, openRound, type RoundFolder } from '../round-folder';
import { decideMessages as messages } from './decide-messages';

export interface DecideOptions {
  readonly why: string;
  readonly by?: string;
  readonly key?: string;
}

/** `accept`, `exclude`, `reinstate`: records what the coordinator decides about one file of the inbox. */
export async function decide(
  kind: DecisionKind,
  folder: string,
  file: string,
  options: DecideOptions,
  now: Date,
  output: Output,
): Promise<ExitCode> {
  const opened = await openRound(folder);
  const why = options.why.trim();
  const by = options.by?.trim();
  if (why === '') throw new Failure(messages.noReason);
  const decisions = await loadDecisions(folder);
  const names = await inboxFiles(opened);
  const sign = (about: { file: string; sha256: string }): Decision => ({
    decision: kind,
    ...about,
    why,
    at: now.toISOString(),
    by: by === undefined || by === '' ? null : by,
  });
  const record = async (decision: Decision): Promise<ExitCode> => {
    const written = await recordDecision(folder, decision);
    output.line(messages.next, { file: written, folder });
    output.json({ recorded: decision });
    return EXIT.clean;
  };
  if (kind === 'reinstate') {
    const { taken, isOfOtherBytes } = await lastDecision(folder, file, names, decisions);
    output.line(messages.recorded.reinstate, {
      file: taken.file,
      taken: decisionKinds[taken.decision],
      why: taken.why,
      signature: signatureOf(taken),
    });
    if (isOfOtherBytes) output.line(messages.otherBytes);
    return record(sign({ file: taken.file, sha256: taken.sha256 }));
  }
  const name = inboxFile(folder, names, file);
  const hash = await hashOf(folder, name);
  const known = decisionsInForce(decisions).get(hash);
  if (known?.decision === kind)
    throw new Failure(
      fill(messages.already, { file: name, why: known.why, signature: signatureOf(known) }),
    );
  if (kind === 'exclude') output.line(messages.recorded.exclude, { file: name });
  else await announceAcceptance(opened, name, options, output);
  return record(sign({ file: name, sha256: hash }));
}

/** Says what accepting the file means; a Failure says why it can't be accepted. */
async function announceAcceptance(
  { folder, round }: RoundFolder,
  name: string,
  options: DecideOptions,
  output: Output,
): Promise<void> {
  const key = options.key === undefined ? null : await loadKey(options.key);
  const read = readerOf({ against: { round }, key });
  const received = await read({ folder: path.join(folder, 'inbox'), name, shown: name });
  const refusal = whyNotAcceptable(received, roundInput(round, [], []));
  if (refusal) throw new Failure(refusal);
  const { content } = received;
  if (content.is === 'unreadable') throw new Error('an unreadable file cannot be accepted');
  const count = content.findings.filter(({ severity }) => severity !== 'note').length;
  const who = whoIs(content.submission.model);
  output.line(messages.recorded.accept, { file: name, who, count });
}

/** The decision that a reinstatement takes back: about the file as it is, else about what it was. */
async function lastDecision(
  folder: string,
  text: string,
  names: readonly string[],
  decisions: readonly Decision[],
): Promise<{ taken: Decision; isOfOtherBytes: boolean }> {
  const inForce = decisionsInForce(decisions);
  const decided = [...new Set([...inForce.values()].map(({ file }) => file))];
  const isKnown = namesLike(folder, names, text).length > 0;
  // a file that is gone from the inbox may still have a decision to take back
  const name = inboxFile(folder, isKnown ? names : [...new Set([...names, ...decided])], text);
  const own = names.includes(name) ? inForce.get(await hashOf(folder, name)) : undefined;
  if (own) return { taken: own, isOfOtherBytes: false };
  const former = [...inForce.values()].filter(({ file }) => file === name).at(-1);
  if (former) return { taken: former, isOfOtherBytes: true };
  throw new Failure(fill(messages.nothingToReinstate, { file: name }));
}

async function hashOf(folder: string, name: string): Promise<string> {
  const file = path.join(folder, 'inbox', name);
  try {
    return sha256(await fs.readFile(file));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Failure(fill(cliMessages.fileUnreadable, { file }));
  }
}
