import type { IndicatorResult } from '../../consolidation/consolidation';
import { fill } from '../../plan/text';
import { formatAddress } from '../../sheet/address';
import { shortened } from '../../sheet/text-size';
import { sectionGroups } from '../groups';
import { reportMessages } from '../messages';
import { text } from '../table-sheet';
import { tally, tallyCells, tallyLabels, textOf, type TallyCriterion } from '../tally';
import { chartMessages } from './messages';
import {
  FIRST_FIGURE_COLUMN,
  LABEL_WIDTH,
  linesOf,
  MOST_BARS,
  type Drawn,
  type TableFrame,
} from './chart-table';

/** A bar of the chart: a part of the plan, or a whole plan where there are several. */
interface Part {
  readonly name: string;
  readonly label: string;
  readonly results: readonly IndicatorResult[];
  /** Counted from 1 as 指标对照 does; null for a plan. */
  readonly group: number | null;
}

/** 各章节指标状态: how many indicators have each status, by the plan's parts. */
export function sectionsTable(frame: TableFrame): Drawn {
  const { context, builder, headRow } = frame;
  const { say, consolidation } = context;
  const { plans } = consolidation;
  const all = (plans.length > 1 ? planParts(frame) : sectionParts(frame)).filter(
    ({ results }) => tally(results).asked > 0,
  );
  if (all.length === 0) return { is: 'omitted', why: say(chartMessages.nothingAsked) };
  const parts = largest(all);
  const isByPlan = plans.length > 1;
  const lines = linesOf(parts, frame, ({ name, label, results, group }, row) => {
    const criterion: TallyCriterion =
      group === null
        ? { column: 'plan', equals: textOf(`$${formatAddress(row, 2)}`) }
        : { column: 'group', equals: String(group) };
    const place = { row, firstColumn: FIRST_FIGURE_COLUMN };
    return {
      name,
      label: text(label),
      figures: tallyCells(results, criterion, place, builder, context),
    };
  });
  const limited = fill(chartMessages.limitedSections, { most: MOST_BARS, all: all.length });
  return {
    is: 'table',
    table: {
      id: 'sections',
      title: say(isByPlan ? chartMessages.plansTitle : chartMessages.sectionsTitle),
      note: say(chartMessages.sectionsNote),
      limit: parts.length < all.length ? say(limited) : null,
      heads: [
        say(chartMessages.number),
        say(isByPlan ? chartMessages.planName : reportMessages.section),
        say(chartMessages.inChart),
        ...tallyLabels(context),
      ],
      lines,
      headRow,
    },
  };
}

function sectionParts({ context: { consolidation, say } }: TableFrame): Part[] {
  return sectionGroups(consolidation.indicators).map(({ number, headings, results }) => {
    const name = headings.length > 0 ? headings.join(' / ') : say(reportMessages.noSection);
    return { name, label: headingLabel(headings.at(-1) ?? name), results, group: number };
  });
}

function planParts({ context: { consolidation } }: TableFrame): Part[] {
  return consolidation.plans.map((plan) => ({
    name: plan.title,
    label: shortened(plan.title, LABEL_WIDTH, 'middle'),
    results: consolidation.indicators.filter((result) => result.plan === plan),
    group: null,
  }));
}

/** The parts with the most indicators, in the plan's order. */
function largest(parts: readonly Part[]): Part[] {
  if (parts.length <= MOST_BARS) return [...parts];
  const counted = parts.map((part) => ({ part, asked: tally(part.results).asked }));
  const kept = new Set(
    counted
      .sort((left, right) => right.asked - left.asked)
      .slice(0, MOST_BARS)
      .map(({ part }) => part),
  );
  return parts.filter((part) => kept.has(part));
}

const CLAUSE_END = /[，,、：:；;“（(]/g;
/** A heading cut at a clause keeps at least so many digits' width. */
const LEAST_CLAUSE = 10;

/** A heading cut after a clause where one ends in time, as a person would. */
function headingLabel(heading: string): string {
  const cut = shortened(heading, LABEL_WIDTH, 'end');
  if (cut === heading) return heading;
  const ends = [...cut.matchAll(CLAUSE_END)].map(({ index }) => index);
  const last = ends.filter((index) => index * 2 >= LEAST_CLAUSE).at(-1);
  return last === undefined ? cut : `${cut.slice(0, last)}…`;
}
