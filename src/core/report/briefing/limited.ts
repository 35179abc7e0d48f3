import type { FigureSource, Run, Sentence } from './briefing';
import { sentence, type BriefingContext } from './context';

/** How a table says how many more there are than it shows. */
type RestWording = 'restOfTable' | 'restOfRegions';

/** The first ones, as many as a table has room for, and a sentence on the others. */
export function limited<T>(
  context: BriefingContext,
  all: readonly T[],
  what: Extract<FigureSource, { of: 'rest' }>['what'],
  { most, wording }: { readonly most: number; readonly wording: RestWording } = {
    most: context.design.limits.appendix,
    wording: 'restOfTable',
  },
): { readonly shown: readonly T[]; readonly notes: readonly Sentence[] } {
  const shown = all.slice(0, most);
  if (shown.length === all.length) return { shown, notes: [] };
  const value = all.length - shown.length;
  const source = { of: 'rest', what, listed: shown.length } as const;
  const rest: Run = { is: 'figure', text: String(value), value, source };
  return { shown, notes: [sentence(context, wording, { rest })] };
}

/** The regions that the bulletin has room for. */
export function limitedRegions(
  context: BriefingContext,
  regions: readonly string[],
): ReturnType<typeof limited<string>> {
  const most = context.design.limits.regions;
  return limited(context, regions, 'regions', { most, wording: 'restOfRegions' });
}
