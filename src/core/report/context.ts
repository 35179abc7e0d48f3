import type { CompiledBefore } from '../consolidation/compiled-before';
import type { Consolidation, Fact, IndicatorResult } from '../consolidation/consolidation';
import { fill, type Language, type Text } from '../plan/text';
import { formatAddress } from '../sheet/address';
import { entriesOf } from '../template/entry';
import type { Form } from '../template/form';
import type { Digest } from '../template/seal';
import type { CellStyle } from '../sheet/description';
import { reportMessages } from './messages';
import type { Places } from './places';
import type { ReportDesign, SheetId } from './report-design';

/** What the caller decides about the workbook. */
export interface ReportOptions {
  /** Of the round: the words and colours of statuses, states and severities. */
  readonly form: Form;
  readonly design: ReportDesign;
  readonly language: Language;
  /** ISO time; core has no clock. */
  readonly createdAt: string;
  readonly product: string;
  /** Makes the workbook a submission to the round one level up; absent in a round for the whole. */
  readonly asRegion?: RegionIdentity;
  /** What the round's last compile said; absent where this is the first one. */
  readonly lastCompile?: LastCompile;
}

/** Whose consolidated workbook it is, for the level above. */
export interface RegionIdentity {
  readonly region: string;
  /** As issued by the level above. */
  readonly plans: readonly { readonly id: string; readonly title: string; readonly hash: string }[];
  readonly digest: Digest;
}

/** What a compile is compared with. */
export interface LastCompile {
  /** ISO time of it, where that is known. */
  readonly at: string | null;
  /** Whether nothing is other than then; `before` is then the one before the last real change. */
  readonly isSame: boolean;
  /** Null where nothing ever changed. */
  readonly before: CompiledBefore | null;
  /** ISO time of `before`, where that is known. */
  readonly beforeAt: string | null;
}

/** What every sheet of the workbook needs to know. */
export interface ReportContext extends ReportOptions {
  readonly consolidation: Consolidation;
  readonly places: Places;
  readonly styles: Map<string, CellStyle>;
  /** The wording in the workbook's language. */
  readonly say: (text: Text) => string;
}

/** An organisation with the region that it reports for. */
export function reporterText(organisation: string, region: string | null): Text {
  return region === null || region === organisation
    ? { zh: organisation, en: organisation }
    : fill(reportMessages.inRegion, { organisation, region });
}

/** Whether any workbook was for a region; the columns that name it are hidden otherwise. */
export function hasRegions({ consolidation }: Pick<ReportContext, 'consolidation'>): boolean {
  return consolidation.workbooks.some(({ issued }) => issued.region !== null);
}

/** The title of the plan, or of the first one and how many there are. */
export function plansTitle({
  consolidation: { plans },
}: Pick<ReportContext, 'consolidation'>): Text {
  const first = fill(reportMessages.plan, { title: plans[0]!.title });
  return plans.length === 1
    ? first
    : fill(reportMessages.plansAndMore, { first, count: plans.length });
}

/** Where a figure came from: file, sheet and cell. */
export function sourceText({ file, sheet, cell }: Pick<Fact, 'file' | 'sheet' | 'cell'>): string {
  return [file, sheet, cell ?? ''].filter((part) => part !== '').join('·');
}

/** The indicator with this full name, if the round covers it. */
export function resultOf(
  { indicators }: Consolidation,
  id: string | null,
): IndicatorResult | undefined {
  return indicators.find((result) => result.id === id);
}

/** An ISO time as clocks in China show it, to the minute; without a zone it is UTC. */
export function chinaTime(iso: string): string {
  if (!iso.includes('T')) return iso;
  const isZoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(iso);
  const shown = new Date(Date.parse(isZoned ? iso : `${iso}Z`) + CHINA_OFFSET);
  return shown.toISOString().slice(0, 16).replace('T', ' ');
}

/** UTC+8 in milliseconds; China has one time zone and no summer time. */
const CHINA_OFFSET = 8 * 3_600_000;

/** The place of a cell as a link: '数据'!A12. */
export function linkTo({ places }: ReportContext, sheet: SheetId, row: number, column = 1): string {
  return `${places.sheet(sheet)}!${formatAddress(row, column)}`;
}

/** The indicator that each row of a form counts for first, by the row's key. */
export function resultsByKey({
  indicators,
  period,
}: Consolidation): ReadonlyMap<string, IndicatorResult> {
  const owners = new Map<string, IndicatorResult>();
  for (const result of indicators)
    for (const { key } of entriesOf(result.plan, result.indicator, null, period))
      if (!owners.has(key)) owners.set(key, result);
  return owners;
}
