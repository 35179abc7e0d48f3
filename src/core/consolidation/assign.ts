import { formatPeriod } from '../plan/period';
import { fill, type Fillings, type Text } from '../plan/text';
import type { Finding } from '../review/finding';
import { FILE_RULES } from '../rule/catalogue';
import type {
  CountedSubmission,
  IssuedWorkbook,
  ReceivedFile as Received,
  RoundInput,
  SetAside,
  WorkbookState,
} from './consolidation';
import { whyNotAcceptable, workbookFor } from './acceptable';
import { decisionMessages, signatureOf } from './decision-messages';
import { decisionsInForce, type Decision } from './decisions';
import { setAsideMessages, whoIs } from './messages';
import { dateOf, instantOf } from './times';

/** The one file that counts for an issued workbook. */
export interface CountedFile {
  readonly issued: IssuedWorkbook;
  readonly file: string;
  readonly sha256: string;
  /** Counted from 1 by the time of saving. */
  readonly number: number;
  readonly submission: CountedSubmission;
  readonly findings: readonly Finding[];
}

export interface Assignment {
  /** In the order of the issued workbooks, as `workbooks`. */
  readonly counted: readonly CountedFile[];
  readonly workbooks: readonly WorkbookState[];
  /** In the order of file names. */
  readonly setAside: readonly SetAside[];
}

/** Which received file belongs to which issued workbook; every other file is set aside with its reason. */
export function assign(input: RoundInput): Assignment {
  const setAside: SetAside[] = [];
  const decisions = decisionsInForce(input.decisions ?? []);
  const candidates = new Map<IssuedWorkbook, Candidate[]>();
  for (const received of [...input.received].sort(byName)) {
    const place = decidedPlace(received, input, decisions.get(received.sha256));
    if (place.is === 'aside')
      setAside.push(aside(received, place.code, place.reason, place.decision));
    else candidates.set(place.issued, [...(candidates.get(place.issued) ?? []), place.candidate]);
  }
  const counted: CountedFile[] = [];
  const workbooks = input.issued.map((issued): WorkbookState => {
    const chosen = chooseLatest(candidates.get(issued) ?? [], setAside);
    if (!chosen) return { issued, ...NOT_SENT };
    const { received, submission, findings, number } = chosen;
    const { file, sha256 } = received;
    counted.push({ issued, file, sha256, number, submission, findings });
    return stateOf(issued, chosen, input.due);
  });
  return { counted, workbooks, setAside: setAside.sort(byName) };
}

type ReceivedFile = Received<CountedSubmission>;

interface Candidate {
  readonly received: ReceivedFile;
  readonly submission: CountedSubmission;
  readonly findings: readonly Finding[];
  /** The coordinator's acceptance. */
  readonly decision?: Decision;
}

type Place =
  | { readonly is: 'candidate'; readonly issued: IssuedWorkbook; readonly candidate: Candidate }
  | {
      readonly is: 'aside';
      readonly code: string;
      readonly reason: Text;
      readonly decision?: Decision;
    };

const NOT_SENT = {
  state: 'missing',
  file: null,
  sha256: null,
  savedAt: null,
  isLate: false,
  errors: 0,
  explanationsOwed: 0,
  decision: null,
  confirmed: 0,
} as const;

/** Where the file belongs by what it is, unless the coordinator decided otherwise. */
function decidedPlace(
  received: ReceivedFile,
  input: RoundInput,
  decision: Decision | undefined,
): Place {
  const place = placeOf(received, input);
  if (!decision) return place;
  const { why } = decision;
  const signature = signatureOf(decision);
  if (decision.decision === 'exclude') {
    const reason = fill(decisionMessages.excluded, { why, signature });
    return { is: 'aside', code: 'excluded', reason, decision };
  }
  const { content } = received;
  if (content.is === 'unreadable' || whyNotAcceptable(received, input)) return place;
  const issued = place.is === 'candidate' ? place.issued : workbookFor(content.submission, input);
  if (!issued) return place;
  const { submission } = content;
  const findings = content.findings.map((finding) => confirmed(finding, why));
  return { is: 'candidate', issued, candidate: { received, submission, findings, decision } };
}

/** What the coordinator accepted all the same no longer keeps a figure out, and stays listed. */
function confirmed(finding: Finding, why: string): Finding {
  const { severity, message } = finding;
  if (severity === 'note') return finding;
  return {
    ...finding,
    severity: 'note',
    confirmed: severity,
    message: fill(decisionMessages.confirmed, { message, why }),
  };
}

function placeOf(received: ReceivedFile, input: RoundInput): Place {
  const { content } = received;
  if (content.is === 'unreadable')
    return { is: 'aside', code: content.code, reason: content.reason };
  const { submission, findings } = content;
  const { model, seal, sealValue } = submission;
  if (model.round !== input.round) return ofOtherRound(submission, input);
  const who = whoIs(model);
  if (seal === 'altered') return setAsideAs('tampered', setAsideMessages.tampered, { who });
  if (findings.some(({ rule }) => rule === FILE_RULES.alteredHead.id))
    return setAsideAs('tampered', setAsideMessages.alteredHead, { who });
  const isSame = ({ organisation, region }: IssuedWorkbook) =>
    organisation === model.organisation && region === model.region;
  const issued = input.issued.find((workbook) => workbook.seal === sealValue);
  if (issued && isSame(issued))
    return { is: 'candidate', issued, candidate: { received, submission, findings } };
  return issued || input.issued.some(isSame)
    ? setAsideAs('tampered', setAsideMessages.otherSeal, { who })
    : setAsideAs('not-issued', setAsideMessages.notIssued, { who });
}

function ofOtherRound({ model }: CountedSubmission, input: RoundInput): Place {
  const isOtherPlan = model.plans.some(({ id }) => !input.plans.some((plan) => plan.id === id));
  if (isOtherPlan)
    return setAsideAs('other-plan', setAsideMessages.otherPlan, {
      found: titles(model.plans),
      expected: titles(input.plans),
    });
  const expected = formatPeriod(input.period);
  return model.period !== expected
    ? setAsideAs('other-period', setAsideMessages.otherPeriod, { found: model.period, expected })
    : setAsideAs('other-round', setAsideMessages.otherRound, {
        found: model.round,
        expected: input.round,
      });
}

function setAsideAs(code: string, message: Text, fillings: Fillings): Place {
  return { is: 'aside', code, reason: fill(message, fillings) };
}

/** The candidate that the coordinator accepted or that was saved last; copies and other versions are set aside. */
function chooseLatest(
  candidates: readonly Candidate[],
  setAside: SetAside[],
): (Candidate & Pick<CountedFile, 'number'>) | null {
  const versions: Candidate[] = [];
  for (const candidate of candidates) {
    const { received } = candidate;
    const same = versions.find((version) => version.received.sha256 === received.sha256);
    if (same) {
      const reason = fill(setAsideMessages.duplicate, { file: same.received.file });
      setAside.push(aside(received, 'duplicate', reason));
    } else versions.push(candidate);
  }
  const bySaving = [...versions].sort(bySavedTime);
  const chosen = versions.sort(byRank).pop();
  if (!chosen) return null;
  for (const version of versions) setAside.push(supersededBy(chosen, version));
  return { ...chosen, number: bySaving.indexOf(chosen) + 1 };
}

function supersededBy(chosen: Candidate, { received, submission }: Candidate): SetAside {
  const { file } = chosen.received;
  const { decision } = chosen;
  if (!decision) return aside(received, 'superseded', fill(setAsideMessages.superseded, { file }));
  const fillings = { file, why: decision.why, signature: signatureOf(decision) };
  const times = [submission.savedAt ?? received.modifiedAt, received.modifiedAt];
  return times.some((time) => instantOf(time) > instantOf(decision.at))
    ? aside(received, 'passed-over', fill(decisionMessages.laterThanDecision, fillings))
    : aside(received, 'superseded', fill(decisionMessages.chosenInstead, fillings));
}

function stateOf(issued: IssuedWorkbook, candidate: Candidate, due: string): WorkbookState {
  const { received, submission, findings } = candidate;
  const owed = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, explanationsOwed] = [owed('error'), owed('explain')];
  return {
    issued,
    state: errors + explanationsOwed === 0 ? 'accepted' : 'received',
    file: received.file,
    sha256: received.sha256,
    savedAt: submission.savedAt,
    isLate: dateOf(savedTime(candidate)) > due,
    errors,
    explanationsOwed,
    decision: candidate.decision ?? null,
    confirmed: findings.filter((finding) => finding.confirmed !== undefined).length,
  };
}

/** The document's own saved time, else the file's. */
function savedTime({ received, submission }: Candidate): string {
  return submission.savedAt ?? received.modifiedAt;
}

/** What was accepted comes after all others, the last decision last. */
function byRank(left: Candidate, right: Candidate): number {
  const decidedAt = ({ decision }: Candidate) => (decision ? instantOf(decision.at) : -Infinity);
  const [first, second] = [decidedAt(left), decidedAt(right)];
  return first === second ? bySavedTime(left, right) : first - second;
}

function bySavedTime(left: Candidate, right: Candidate): number {
  return (
    instantOf(savedTime(left)) - instantOf(savedTime(right)) ||
    instantOf(left.received.modifiedAt) - instantOf(right.received.modifiedAt) ||
    byName(left.received, right.received)
  );
}

interface NamedFile {
  readonly file: string;
  readonly sha256: string;
}

/** By code units, which no language setting changes. */
function byName(left: NamedFile, right: NamedFile): number {
  return compare(left.file, right.file) || compare(left.sha256, right.sha256);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function aside(
  { file, sha256 }: ReceivedFile,
  code: string,
  reason: Text,
  decision?: Decision,
): SetAside {
  return { file, sha256, code, reason, ...(decision && { decision }) };
}

function titles(plans: readonly { readonly title: string }[]): string {
  return plans.map(({ title }) => `《${title}》`).join('、');
}
