import type { IndicatorResult } from '../../consolidation/consolidation';
import { STATUSES } from '../../rule/progress/subject';
import { indicatorColumns } from '../column-labels';
import { sectionGroups } from '../groups';
import { reportMessages } from '../messages';
import { tally } from '../tally';
import type { Cell, Chart, Within } from './briefing';
import { named, said, wordsOf, type BriefingContext } from './context';
import { counted } from './figures';

/** Indicators that make one bar. */
interface Group {
  readonly label: string;
  readonly results: readonly IndicatorResult[];
  readonly within: Within;
}

/** How the indicators asked of each section stand, of each plan where there are several; null without indicators. */
export function statusChart(context: BriefingContext): Chart | null {
  const { asked, form } = context;
  const groups = groupsOf(context);
  if (groups.length === 0) return null;
  const shown = STATUSES.filter((status) => tally(asked)[status] > 0);
  const hasPlans = context.consolidation.plans.length > 1;
  const caption = wordsOf(context, hasPlans ? 'chartPlans' : 'chart');
  const { section, plan } = indicatorColumns;
  const bars = groups.map((group) => {
    const counts = tally(group.results);
    return { label: group.label, counts: shown.map((status) => counts[status]) };
  });
  return {
    caption,
    series: shown.map((status) => {
      const { label: text, fill, font: ink } = form.statuses[status];
      return { label: said(context, text), fill, ink };
    }),
    bars: shorten(bars, context),
    table: {
      caption,
      columns: [
        { label: said(context, hasPlans ? plan : section), width: 10, align: 'left' },
        { label: said(context, reportMessages.asked), width: 3, align: 'center' },
        ...shown.map((status) => ({
          label: said(context, form.statuses[status].label),
          width: 3,
          align: 'center' as const,
        })),
      ],
      rows: groups.map((group): Cell[] => {
        const counts = tally(group.results);
        const { within } = group;
        return [
          { runs: [named(group.label)] },
          { runs: [counted(counts.asked, 'asked', within)] },
          ...shown.map((status): Cell => {
            return { runs: [counted(counts[status], status, within)] };
          }),
        ];
      }),
    },
  };
}

function groupsOf(context: BriefingContext): Group[] {
  const { asked, consolidation } = context;
  if (consolidation.plans.length > 1)
    return consolidation.plans.flatMap(({ id, title }) => {
      const results = asked.filter(({ plan }) => plan.id === id);
      return results.length === 0 ? [] : [{ label: title, results, within: { plan: id } }];
    });
  return sectionGroups(asked).map(({ number, headings, results }) => ({
    label: headings.at(-1) ?? said(context, reportMessages.noSection),
    results,
    within: { section: number },
  }));
}

type Bar = Chart['bars'][number];

/** The first bars, and one for all that are left. */
function shorten(bars: readonly Bar[], context: BriefingContext): readonly Bar[] {
  const { bars: most } = context.design.limits;
  if (bars.length <= most) return bars;
  const rest = bars.slice(most - 1);
  const counts = rest[0]!.counts.map((_, index) =>
    rest.reduce((sum, bar) => sum + bar.counts[index]!, 0),
  );
  return [...bars.slice(0, most - 1), { label: wordsOf(context, 'otherParts'), counts }];
}
