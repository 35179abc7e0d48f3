import { STATUSES } from '../../rule/progress/subject';
import { indicatorColumns } from '../column-labels';
import { sectionGroups, type SectionGroup } from '../groups';
import { reportMessages } from '../messages';
import { tally } from '../tally';
import type { Cell, Chart } from './briefing';
import { named, said, wordsOf, type BriefingContext } from './context';
import { counted } from './figures';

/** How the indicators asked of each section stand, as bars; null without indicators. */
export function statusChart(context: BriefingContext): Chart | null {
  const { asked, form } = context;
  const groups = sectionGroups(asked);
  if (groups.length === 0) return null;
  const shown = STATUSES.filter((status) => tally(asked)[status] > 0);
  const label = (group: SectionGroup) => labelOf(group, context);
  const caption = wordsOf(context, 'chart');
  const bars = groups.map((group) => {
    const counts = tally(group.results);
    return { label: label(group), counts: shown.map((status) => counts[status]) };
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
        { label: said(context, indicatorColumns.section), width: 10, align: 'left' },
        { label: said(context, reportMessages.asked), width: 3, align: 'center' },
        ...shown.map((status) => ({
          label: said(context, form.statuses[status].label),
          width: 3,
          align: 'center' as const,
        })),
      ],
      rows: groups.map((group): Cell[] => {
        const counts = tally(group.results);
        const within = { section: group.number };
        return [
          { runs: [named(label(group))] },
          { runs: [counted(counts.asked, 'asked', within)] },
          ...shown.map((status): Cell => {
            return { runs: [counted(counts[status], status, within)] };
          }),
        ];
      }),
    },
  };
}

/** The heading that stands right over the group, after its plan's title where there are several. */
function labelOf({ plan, headings }: SectionGroup, context: BriefingContext): string {
  const heading = headings.at(-1) ?? said(context, reportMessages.noSection);
  return context.consolidation.plans.length > 1 ? `${plan.title} ${heading}` : heading;
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
