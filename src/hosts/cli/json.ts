import type { ReceivedFile } from '../../core/consolidation/consolidation';
import type { Language } from '../../core/plan/text';
import type { Resubmission } from '../../core/report/resubmission';
import type { Finding } from '../../core/review/finding';
import type { SubmittedEntry } from '../../core/submission/submission';

/** One file of `check --json`, in the shape that other programs rely on. */
export function checkedFileJson(
  { file, content }: ReceivedFile,
  language: Language,
  resubmission: Resubmission | null = null,
) {
  if (content.is === 'unreadable')
    return {
      file,
      outcome: 'unreadable',
      code: content.code,
      reason: content.reason[language],
      entries: [],
      findings: [],
    };
  const { submission, findings } = content;
  const { plans, period, organisation, region } = submission.model;
  return {
    file,
    outcome: findings.length === 0 ? 'clean' : 'findings',
    template: { plans: plans.map(({ id }) => id), period, organisation, region },
    signature: submission.seal,
    entries: submission.entries.map(entryJson),
    findings: findings.map((finding) => findingJson(finding, language)),
    ...(resubmission ? { resubmission: resubmissionJson(resubmission, language) } : {}),
  };
}

/** What became of the findings that the submission before this one was returned for. */
export function resubmissionJson(
  { returned, fixed, still, fresh }: Resubmission,
  language: Language,
) {
  return {
    returned,
    fixed: fixed.map(({ rule, severity, sheet, cell, name, message }) => ({
      ...{ rule, severity, name },
      ...(sheet === null ? {} : { sheet }),
      ...(cell === null ? {} : { cell }),
      message: message[language],
    })),
    still: still.map((finding) => findingJson(finding, language)),
    new: fresh.map((finding) => findingJson(finding, language)),
  };
}

/** Writes {"name": […]} item by item, laid out as JSON.stringify does with two spaces. */
export class JsonList {
  private count = 0;

  constructor(
    private readonly name: string,
    private readonly write: (text: string) => Promise<void>,
  ) {}

  /** @param json one item, laid out as a value of its own */
  async add(json: string): Promise<void> {
    const before = this.count++ === 0 ? this.opening : ',';
    // line breaks stand between values only: in a text they are escaped
    await this.write(`${before}\n    ${json.replaceAll('\n', '\n    ')}`);
  }

  async end(): Promise<void> {
    await this.write(this.count === 0 ? `${this.opening}]\n}\n` : '\n  ]\n}\n');
  }

  private get opening(): string {
    return `{\n  ${JSON.stringify(this.name)}: [`;
  }
}

function entryJson(submitted: SubmittedEntry) {
  const { entry, state, value, milestone, raw, cells } = submitted;
  return {
    indicator: entry.serves[0],
    ...(entry.item === null ? {} : { item: entry.item }),
    // a state that contradicts its figure is no figure
    state: state === 'conflict' ? 'invalid' : state,
    value: milestone ?? value,
    raw,
    cell: cells.actual ?? null,
  };
}

function findingJson(
  { rule, severity, indicator, sheet, cell, message }: Finding,
  language: Language,
) {
  return {
    rule,
    severity,
    ...(indicator === null ? {} : { indicator }),
    ...(sheet === null ? {} : { sheet }),
    ...(cell === null ? {} : { cell }),
    message: message[language],
  };
}
