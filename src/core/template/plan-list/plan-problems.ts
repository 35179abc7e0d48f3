import { checkPlan, type PlanProblem } from '../../plan/check';
import { planSchema, type Indicator, type Plan } from '../../plan/schema';
import { fill, verbatim, type Text } from '../../plan/text';
import { checkPlanRules } from '../../rule/plan-rules/check';
import { labelOf } from './choices';
import type { IndicatorColumn } from './columns';
import { partsOf, reportAt } from './locate-path';
import { findingMessages as messages, notApplicableReasons } from './messages';
import type { PlanDraft } from './plan-draft';
import { refuseContent } from './read-indicator';
import type { RecordReader } from './record-reader';

/**
 * Says what checkPlan finds in the draft at the cells where it is put right. What rests on a cell that
 * could not be read is left out: that cell is reported already.
 */
export function reportProblems(draft: PlanDraft, source: string | null): void {
  for (const { code, path, message } of checkPlan(draft.plan, source)) {
    const [list, index] = partsOf(path);
    const at = typeof index === 'number' ? index : 0;
    if (code === 'yearsReversed') reportYearsReversed(draft);
    else if (code === 'unusedItem') reportUnusedItem(draft, at);
    else if (code === 'duplicateId') reportDuplicate(draft, list, at);
    // the stand-in of an item that is reported where it is read
    else if (code === 'unknownItem') continue;
    else {
      const inIndicator = list === 'indicators' ? IN_INDICATOR[code] : undefined;
      if (inIndicator) inIndicator(wrongIndicator(draft, at));
      else reportAt(path, message, draft);
    }
  }
}

/** Says what keeps a rule, a setting or a computed item from being applied, at its cell. */
export function reportRuleProblems(draft: PlanDraft): void {
  for (const { path, detail } of checkPlanRules(draft.plan)) reportAt(path, detail, draft);
}

/** The plan as the schema gives it; what the schema refuses is reported, and null given. */
export function finishPlan(draft: PlanDraft): Plan | null {
  const read = planSchema.safeParse(draft.plan);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues)
    reportAt(path.join('.'), verbatim(message), draft);
  return null;
}

function reportYearsReversed({ plan, fields }: PlanDraft): void {
  if (fields.isFaulty('startYear')) return;
  fields.report('endYear', messages.yearsReversed, { start: plan.startYear, end: plan.endYear });
}

function reportUnusedItem({ plan, indicators, items }: PlanDraft, index: number): void {
  const isUnsure = indicators.some((reader) =>
    (['collect', 'numerator', 'denominator', 'growthItem'] as const).some((id) =>
      reader.isFaulty(id),
    ),
  );
  if (isUnsure) return;
  items[index]!.report('name', messages.unusedItem, { found: plan.items[index]!.name });
}

function reportDuplicate(draft: PlanDraft, list: string | number | undefined, index: number): void {
  if (list !== 'indicators' && list !== 'items' && list !== 'rules') return;
  const readers: readonly RecordReader<'id'>[] = draft[list];
  const { id } = draft.plan[list][index]!;
  const first = draft.plan[list].findIndex((entry) => entry.id === id);
  const other = readers[first]!.place('id').cell;
  readers[index]!.report('id', messages.duplicateId, { found: id, other });
}

/** An indicator that checkPlan objects to, with what its messages need. */
interface WrongIndicator {
  readonly draft: PlanDraft;
  readonly indicator: Indicator;
  readonly reader: RecordReader<IndicatorColumn>;
  /** Whether one of these cells could not be read. */
  readonly rests: (...columns: readonly IndicatorColumn[]) => boolean;
  /** “the relation is …” */
  readonly because: Text;
}

function wrongIndicator(draft: PlanDraft, index: number): WrongIndicator {
  const reader = draft.indicators[index]!;
  const indicator = draft.plan.indicators[index]!;
  return {
    draft,
    indicator,
    reader,
    rests: (...columns) => columns.some((id) => reader.isFaulty(id)),
    because: fill(notApplicableReasons.operator, {
      is: labelOf('operator', indicator.target.operator),
    }),
  };
}

const IN_INDICATOR: Partial<
  Readonly<Record<PlanProblem['code'], (wrong: WrongIndicator) => void>>
> = {
  yearOutside: ({ draft, reader, indicator }) => {
    const { startYear: start, endYear: end } = draft.plan;
    const found = indicator.target.year;
    const isUnsure = draft.fields.isFaulty('startYear') || draft.fields.isFaulty('endYear');
    // the years of yearly targets are checked where they are read
    if (isUnsure || (found >= start && found <= end)) return;
    reader.report('targetYear', messages.yearOutside, { found, start, end });
  },
  rangeNeedsUpper: ({ reader, indicator, rests }) => {
    if (rests('operator', 'targetValue', 'upper')) return;
    if (indicator.target.value === null) reader.report('targetValue', messages.rangeNeedsValue);
    if (indicator.target.value === null && indicator.target.upper !== null) return;
    reader.report('upper', messages.rangeNeedsUpper);
  },
  upperWithoutRange: ({ reader, rests, because }) => {
    if (!rests('operator')) refuseContent(reader, 'upper', because);
  },
  toleranceNeeded: ({ reader, indicator, rests, because }) => {
    if (rests('operator')) return;
    if (indicator.target.tolerance === null) reader.report('tolerance', messages.toleranceNeeded);
    else refuseContent(reader, 'tolerance', because);
  },
  qualitative: ({ reader, indicator, rests, because }) => {
    if (rests('operator', 'kind')) return;
    if (indicator.target.operator !== 'qualitative')
      reader.report('operator', messages.milestoneOperator);
    else if (indicator.kind !== 'milestone') reader.report('kind', messages.milestoneKind);
    else refuseContent(reader, 'targetValue', because);
  },
  unitMissing: ({ reader, rests }) => {
    if (!rests('kind')) reader.report('measureUnit', messages.unitMissing);
  },
  rollUpNeedsRatio: ({ reader, rests }) => {
    if (!rests('collect')) reader.report('rollUp', messages.rollUpNeedsRatio);
  },
  noQuote: ({ draft, reader, indicator, rests }) => {
    const isUnsure = rests('quoteStart') || hasFaultyQuote(draft, indicator.id);
    if (!isUnsure) reader.report('quote', messages.noQuote);
  },
};

function hasFaultyQuote({ moreQuotes }: PlanDraft, id: string): boolean {
  return moreQuotes.some((quote) => {
    const isIts = quote.isFaulty('indicator') || quote.name('indicator') === id;
    return (
      isIts && (['indicator', 'quote', 'quoteStart'] as const).some((it) => quote.isFaulty(it))
    );
  });
}
