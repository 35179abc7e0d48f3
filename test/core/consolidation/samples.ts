import { consolidate } from '../../../src/core/consolidation/consolidate';
import type {
  Consolidation,
  IndicatorResult,
  IssuedWorkbook,
  ReceivedFile,
  RoundInput,
} from '../../../src/core/consolidation/consolidation';
import { parsePeriod, formatPeriod, type Period } from '../../../src/core/plan/period';
import type { SharedFigure } from '../../../src/core/plan/links';
import type { Indicator, Item, Plan } from '../../../src/core/plan/schema';
import type { Finding } from '../../../src/core/review/finding';
import { review } from '../../../src/core/review/review';
import { evaluateNumber } from '../../../src/core/rule/evaluate';
import { roundTo } from '../../../src/core/rule/rounding';
import { milestoneCode, type MilestoneStatus } from '../../../src/core/rule/row';
import type {
  EntryState,
  Submission,
  SubmittedEntry,
} from '../../../src/core/submission/submission';
import { carriedRules } from '../../../src/core/template/carried-rules';
import { derivedExpression } from '../../../src/core/template/derivation';
import type { Entry } from '../../../src/core/template/entry';
import type { TemplateModel } from '../../../src/core/template/model';
import type { SealState } from '../../../src/core/template/seal';
import { entriesFor, recipientsOf, type Division } from '../../../src/core/template/select';

export const REGIONS = ['海曙区', '江北区', '镇海区'] as const;

export function indicator(id: string, shape: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: `指标${id}`,
    section: ['一、目标'],
    quotes: [],
    measureUnit: '个',
    precision: 0,
    kind: 'cumulative',
    target: {
      operator: '>=',
      value: 100,
      upper: null,
      year: 2022,
      everyYear: false,
      tolerance: null,
    },
    direction: 'higher',
    strength: 'firm',
    attribute: null,
    soft: false,
    baseline: null,
    leadUnit: '市经信局',
    supportingUnits: [],
    leader: null,
    responsibility: 'stated',
    collect: { method: 'direct' },
    rollUp: 'none',
    frequency: 'quarter',
    yearlyTargets: [],
    allocations: [],
    note: null,
    ...shape,
  };
}

export function target(
  value: number | null,
  shape: Partial<Indicator['target']> = {},
): Indicator['target'] {
  return {
    operator: '>=',
    value,
    upper: null,
    year: 2022,
    everyYear: false,
    tolerance: null,
    ...shape,
  };
}

/** A share computed from two items, in per cent with two decimals. */
export function ratioIndicator(id: string, shape: Partial<Indicator> = {}): Indicator {
  return indicator(id, {
    kind: 'share',
    measureUnit: '%',
    precision: 2,
    target: target(50),
    collect: { method: 'ratio', numerator: 'part', denominator: 'whole', scale: 100 },
    rollUp: 'ratio',
    ...shape,
  });
}

export const ITEMS: readonly Item[] = ['part', 'whole', 'level'].map((id) => ({
  id,
  name: `报送项${id}`,
  measureUnit: '亿元',
  precision: 2,
  accumulation: 'stock',
}));

/** A plan for 2020 to 2022. */
export function plan(indicators: readonly Indicator[], shape: Partial<Plan> = {}): Plan {
  return {
    schemaVersion: 1,
    id: 'quality',
    title: '质量提升计划',
    issuer: '市政府',
    documentNumber: null,
    issuedOn: null,
    startYear: 2020,
    endYear: 2022,
    source: { file: 'source.txt', sha256: '0'.repeat(64) },
    coordinator: '市汇总办',
    organisations: [{ name: '市经信局', aliases: [] }],
    regions: REGIONS.map((name) => ({ name })),
    indicators: [...indicators],
    items: [...ITEMS],
    rules: [],
    ...shape,
  };
}

export function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(`no period: ${text}`);
  return parsed;
}

/** What somebody fills in: a figure, a status, a state, or a figure with an explanation. */
export type Filling =
  | number
  | MilestoneStatus
  | Exclude<EntryState, 'value'>
  | { readonly value: Filling; readonly explanation?: string; readonly evidence?: string };

/** By the key without the plan's id: headline, item.part. */
export type Fillings = Readonly<Record<string, Filling>>;

export interface Sent {
  readonly organisation?: string;
  readonly region?: string | null;
  readonly fill?: Fillings;
  readonly file?: string;
  readonly sha256?: string;
  readonly savedAt?: string | null;
  readonly modifiedAt?: string;
  readonly seal?: SealState;
  readonly sealValue?: string;
  readonly model?: Partial<TemplateModel>;
  /** Besides those of review. */
  readonly findings?: readonly Finding[];
}

export interface Shape {
  readonly plans: readonly Plan[];
  readonly division?: Division;
  readonly period?: string;
  readonly sent?: readonly Sent[];
  readonly unreadable?: readonly ReceivedFile[];
  readonly issued?: readonly IssuedWorkbook[];
  readonly history?: RoundInput['history'];
  /** Figures asked once for several plans. */
  readonly shared?: readonly SharedFigure[];
}

/** A round due on 10 July 2021 with what was sent back to it; reviewed by the real rules. */
export function roundInput(shape: Shape): RoundInput {
  const when = period(shape.period ?? '2021Q2');
  const recipients = recipientsOf(shape.plans, when, shape.division ?? 'unit');
  return {
    round: 'round-1',
    plans: shape.plans,
    period: when,
    due: '2021-07-10',
    nearSchedule: 0.9,
    issued:
      shape.issued ??
      recipients.map(({ organisation, region }) => ({
        organisation,
        region,
        file: `${organisation}-${region ?? ''}.xlsx`,
        seal: sealOf(organisation, region),
      })),
    received: [
      ...(shape.sent ?? []).map((sent) => receivedFile(shape, when, sent)),
      ...(shape.unreadable ?? []),
    ],
    history: shape.history ?? [],
  };
}

export function consolidated(shape: Shape): Consolidation {
  return consolidate(roundInput(shape));
}

/** Merges a round by unit and one by region: the reporter and the regions are asked for one figure. */
export function wholeAndRegions(
  of: Indicator,
  unit: Fillings | null,
  regional: readonly (Fillings | null)[],
): Consolidation {
  const plans = [plan([of])];
  const issued = [null, ...REGIONS].map((region) => ({
    organisation: region ?? '市经信局',
    region,
    file: 'blank.xlsx',
    seal: sealOf(region ?? '市经信局', region),
  }));
  const byUnit = roundInput({ plans, sent: unit ? [{ fill: unit }] : [] });
  const byRegion = roundInput({
    plans,
    division: 'region',
    sent: regional.flatMap((fill, index): Sent[] => {
      const region = REGIONS[index]!;
      return fill ? [{ organisation: region, region, fill }] : [];
    }),
  });
  const received = [...byUnit.received, ...byRegion.received];
  return consolidate({ ...roundInput({ plans, division: 'region', issued }), received });
}

export function resultOf(consolidation: Consolidation, id: string): IndicatorResult {
  const found = consolidation.indicators.find((result) => result.id.endsWith(`/${id}`));
  if (!found) throw new Error(`no result ${id}`);
  return found;
}

export function sealOf(organisation: string, region: string | null): string {
  return `seal:${organisation}:${region ?? ''}`;
}

function receivedFile(shape: Shape, when: Period, sent: Sent): ReceivedFile {
  const { organisation = '市经信局', region = null, fill = {} } = sent;
  const file = sent.file ?? `${organisation}${region ?? ''}-报送.xlsx`;
  const recipient = recipientsOf(shape.plans, when, shape.division ?? 'unit').find(
    (candidate) => candidate.organisation === organisation && candidate.region === region,
  );
  const entries = recipient
    ? entriesFor(recipient, when, { figure: () => null }, shape.shared ?? [])
    : [];
  const submission: Submission = {
    model: modelOf(shape.plans, when, { organisation, region }, entries, sent.model),
    seal: sent.seal ?? 'unsigned',
    sealValue: sent.sealValue ?? sealOf(organisation, region),
    entries: withDerived(entries.map((entry, index) => submitted(entry, fill, index))),
    fields: [],
    observations: [],
    savedAt: sent.savedAt === undefined ? '2021-07-05T02:00:00Z' : sent.savedAt,
    application: null,
  };
  return {
    file,
    sha256: sent.sha256 ?? `sha-of-${file}`,
    modifiedAt: sent.modifiedAt ?? '2021-07-06T02:00:00Z',
    content: {
      is: 'submission',
      submission,
      findings: [...review(submission), ...(sent.findings ?? [])],
    },
  };
}

function submitted(entry: Entry, fillings: Fillings, index: number): SubmittedEntry {
  const given = fillings[entry.key.slice(entry.key.indexOf('/') + 1)] ?? 'blank';
  const {
    value,
    explanation = '',
    evidence = '',
  } = typeof given === 'object' ? given : { value: given };
  const reading = read(value, entry);
  return {
    entry,
    ...reading,
    quoted: reading.raw,
    explanation,
    evidence,
    sheet: '填报表',
    row: index + 9,
    cells: { actual: `H${index + 9}`, state: `I${index + 9}`, explanation: `M${index + 9}` },
  };
}

function read(filling: Filling, entry: Entry) {
  if (typeof filling === 'object') throw new Error('a filling has one level');
  if (typeof filling === 'number')
    return { state: 'value', value: filling, milestone: null, raw: String(filling) } as const;
  const none = { value: null, milestone: null, raw: '' };
  if (entry.accumulation === 'status' && isMilestone(filling))
    return {
      state: 'value',
      value: milestoneCode(filling),
      milestone: filling,
      raw: filling,
    } as const;
  if (isMilestone(filling)) throw new Error(`${entry.key} has no status`);
  return { ...none, state: filling, value: filling === 'nil' ? 0 : null };
}

function isMilestone(filling: string): filling is MilestoneStatus {
  return ['not-started', 'under-way', 'on-schedule', 'completed'].includes(filling);
}

function withDerived(entries: readonly SubmittedEntry[]): SubmittedEntry[] {
  const values = new Map(entries.map(({ entry, value }) => [entry.key, value]));
  return entries.map((row) => {
    const expression = derivedExpression(row.entry);
    const value =
      expression &&
      evaluateNumber(expression, {
        number: () => null,
        text: () => '',
        entry: (key) => values.get(key) ?? null,
      });
    return value === null
      ? row
      : { ...row, state: 'value', value: roundTo(value, row.entry.precision) };
  });
}

function modelOf(
  plans: readonly Plan[],
  when: Period,
  { organisation, region }: { organisation: string; region: string | null },
  entries: readonly Entry[],
  shape: Partial<TemplateModel> = {},
): TemplateModel {
  return {
    version: 1,
    product: 'tallybook',
    round: 'round-1',
    plans: plans.map(({ id, title, startYear }) => ({ id, title, hash: 'hash', startYear })),
    period: formatPeriod(when),
    due: '2021-07-10',
    issuedAt: '2021-07-01T00:00:00Z',
    coordinator: '市汇总办',
    organisation,
    region,
    language: 'zh',
    form: { id: 'standard', nearSchedule: 0.9 },
    labels: {
      states: {
        normal: '正常',
        nil: '零报告',
        'not-applicable': '不适用',
        'not-due': '未到报送期',
      },
      milestones: {
        'not-started': '未启动',
        'under-way': '推进中',
        'on-schedule': '达序时',
        completed: '已完成',
      },
      columns: {},
    },
    entries,
    rules: carriedRules(plans, { entries, region }),
    fields: [],
    ...shape,
  };
}
