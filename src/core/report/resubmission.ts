import { fill, type Text } from '../plan/text';
import type { Finding } from '../review/finding';
import type { ReturnedFinding, ReturnRecord } from './return-record';

/** A submission held against the one that was returned before it. */
export interface Resubmission {
  /** Findings that the returned one was sent back for. */
  readonly returned: number;
  /** Those that are gone. */
  readonly fixed: readonly ReturnedFinding[];
  /** Those that are still there, and those that were not there before. */
  readonly still: readonly Finding[];
  readonly fresh: readonly Finding[];
}

/** What has to be corrected or explained before the submission counts whole. */
export function owedIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity !== 'note');
}

/** Tells by rule and row which findings of a returned submission are gone, still there, or new. */
export function compareWith(record: ReturnRecord, findings: readonly Finding[]): Resubmission {
  const before = new Map<string, ReturnedFinding[]>();
  for (const finding of record.findings) {
    const signature = signatureOf(finding);
    before.set(signature, [...(before.get(signature) ?? []), finding]);
  }
  const still: Finding[] = [];
  const fresh: Finding[] = [];
  for (const finding of owedIn(findings))
    (before.get(signatureOf(finding))?.shift() ? still : fresh).push(finding);
  const left = new Set([...before.values()].flat());
  return {
    returned: record.findings.length,
    fixed: record.findings.filter((finding) => left.has(finding)),
    still,
    fresh,
  };
}

/** The same finding whatever was inserted, sorted or entered since: its rule and row, or what it says. */
function signatureOf({
  rule,
  entry,
  message,
}: Pick<Finding, 'rule' | 'entry' | 'message'>): string {
  return JSON.stringify([rule, entry ?? message.zh]);
}

export const resubmissionMessages = {
  compared: {
    zh: '上次退回 {returned} 条：已改正 {fixed} 条，仍有误 {still} 条，新出现 {fresh} 条',
    en: '{returned} returned last time: {fixed} corrected, {still} still wrong, {fresh} newly wrong',
  },
} as const satisfies Record<string, Text>;

/** The comparison in a sentence, without its full stop. */
export function resubmissionText({ returned, fixed, still, fresh }: Resubmission): Text {
  return fill(resubmissionMessages.compared, {
    returned,
    fixed: fixed.length,
    still: still.length,
    fresh: fresh.length,
  });
}
