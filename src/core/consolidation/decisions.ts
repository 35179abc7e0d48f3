import { z } from 'zod';

export const DECISION_KINDS = ['accept', 'exclude', 'reinstate'] as const;

/** What the coordinator decided about one file of the inbox, known by its bytes. */
const decision = z.strictObject({
  /** accept: counts as it is; exclude: set aside; reinstate: takes the last decision about the file back. */
  decision: z.enum(DECISION_KINDS),
  /** Name in the inbox when it was decided. */
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  why: z.string().trim().min(1),
  /** ISO time. */
  at: z.iso.datetime(),
  /** Who decided, where it was said. */
  by: z.string().trim().min(1).nullable(),
});

/** decisions.json: nothing is ever taken out of the list. */
export const decisionsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  decisions: z.array(decision),
});

export type Decision = z.infer<typeof decision>;
export type DecisionKind = Decision['decision'];

/** What has become of a decision. */
export type Standing =
  | 'in-force'
  /** A later decision about the same file stands over it. */
  | 'overruled'
  /** By a reinstatement. */
  | 'taken-back'
  /** A reinstatement, which took another one back. */
  | 'takes-back'
  /** The file has other bytes now: nobody has decided about those. */
  | 'changed'
  /** The file is no longer in the inbox. */
  | 'gone'
  /** An acceptance of a file that cannot count all the same. */
  | 'without-effect';

export interface DecisionRecord extends Decision {
  readonly standing: Standing;
}

/** The decision that stands about each file, by its SHA-256. */
export function decisionsInForce(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const standing = new Map<string, Decision>();
  for (const [sha256, stack] of stacksOf(decisions)) {
    const last = stack.at(-1);
    if (last) standing.set(sha256, last);
  }
  return standing;
}

interface KnownFile {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Every decision ever recorded, with what has become of it.
 * @param received the files in the inbox
 * @param counted the SHA-256 of those that count
 */
export function recordsOf(
  decisions: readonly Decision[],
  received: readonly KnownFile[],
  counted: ReadonlySet<string>,
): DecisionRecord[] {
  const hashes = new Set(received.map(({ sha256 }) => sha256));
  const names = new Set(received.map(({ file }) => file));
  const stacks = stacksOf(decisions);
  const standingOf = (one: Decision): Standing => {
    if (one.decision === 'reinstate') return 'takes-back';
    const stack = stacks.get(one.sha256) ?? [];
    if (!stack.includes(one)) return 'taken-back';
    if (stack.at(-1) !== one) return 'overruled';
    if (!hashes.has(one.sha256)) return names.has(one.file) ? 'changed' : 'gone';
    return one.decision === 'accept' && !counted.has(one.sha256) ? 'without-effect' : 'in-force';
  };
  return decisions.map((one) => ({ ...one, standing: standingOf(one) }));
}

/** The decisions about each file that were not taken back, the last one on top. */
function stacksOf(decisions: readonly Decision[]): Map<string, Decision[]> {
  const stacks = new Map<string, Decision[]>();
  for (const one of decisions) {
    const stack = stacks.get(one.sha256) ?? [];
    stacks.set(one.sha256, stack);
    if (one.decision === 'reinstate') stack.pop();
    else stack.push(one);
  }
  return stacks;
}
