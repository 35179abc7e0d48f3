import type { LastPeriod } from '../../consolidation/last-period';
import type { Consolidation, IndicatorResult } from '../../consolidation/consolidation';
import type { Language, Text } from '../../plan/text';
import type { Status } from '../../rule/progress/subject';
import type { Form } from '../../template/form';
import type { PastFigure } from '../../template/round';
import type { BriefingDesign } from './briefing-design';
import { textOf, type Run, type Sentence } from './briefing';
import { piecesOf, type WordingKey } from './wording';

/** What the caller decides about the briefing. */
export interface BriefingOptions {
  /** Of the round: the words and colours of statuses. */
  readonly form: Form;
  readonly design: BriefingDesign;
  readonly language: Language;
  /** Who signs. */
  readonly coordinator: string;
  /** ISO time; core has no clock. */
  readonly createdAt: string;
  readonly product: string;
  /** Figures of earlier rounds, for the comparison with the last period. */
  readonly history: readonly PastFigure[];
}

/** What every part of the briefing needs to know. */
export interface BriefingContext extends BriefingOptions {
  readonly consolidation: Consolidation;
  /** The indicators that the round asks for, in the plans' order. */
  readonly asked: readonly IndicatorResult[];
  readonly last: LastPeriod | null;
  /** The label of each appendix that the briefing has. */
  readonly appendices: { readonly indicators: Run; readonly findings: Run; readonly regions: Run };
}

export type Filling = Run | readonly Run[];
export type FillingsOfWording = Readonly<Record<string, Filling>>;

/** The words in the briefing's language, as they are. */
export function wordsOf({ design, language }: BriefingContext, key: WordingKey): string {
  return design.wording[key][language];
}

/** The wording with runs in its places. @throws where nothing fills a place, which the design's schema says beforehand */
export function compose(
  context: BriefingContext,
  key: WordingKey,
  fillings: FillingsOfWording = {},
): Run[] {
  return piecesOf(wordsOf(context, key)).flatMap((piece): readonly Run[] => {
    if (piece.is === 'words') return [{ is: 'words', text: piece.text }];
    const filling = fillings[piece.name];
    if (filling === undefined) throw new Error(`nothing fills {${piece.name}} in ${key}`);
    const runs = Array.isArray(filling) ? (filling as readonly Run[]) : [filling as Run];
    if (piece.is === 'place') return runs;
    const [first] = runs;
    const isOne = first?.is === 'figure' && first.value === 1;
    return [{ is: 'words', text: isOne ? piece.one : piece.many }];
  });
}

/** A wording as one line of text. */
export function headingOf(
  context: BriefingContext,
  key: WordingKey,
  fillings: FillingsOfWording = {},
): string {
  return textOf(compose(context, key, fillings));
}

export function sentence(
  context: BriefingContext,
  key: WordingKey,
  fillings: FillingsOfWording = {},
  about: readonly IndicatorResult[] = [],
): Sentence {
  return { runs: compose(context, key, fillings), indicators: about.map(({ id }) => id) };
}

export function named(text: string): Run {
  return { is: 'name', text };
}

export function strong(runs: readonly Run[]): Run[] {
  return runs.map((run) => (run.is === 'name' ? { ...run, isStrong: true } : run));
}

/** In the briefing's language. */
export function said({ language }: BriefingContext, text: Text): string {
  return text[language];
}

export function statusName(context: BriefingContext, status: Status): Run {
  return named(said(context, context.form.statuses[status].label));
}

/** Somebody's own words on one line, shortened at the end where they are too many. */
export function quoted(context: BriefingContext, words: string): Run {
  const line = words.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  const { quote: most } = context.design.limits;
  const text =
    characters.length > most
      ? characters.slice(0, most).join('') + wordsOf(context, 'shortened')
      : line;
  return { is: 'quote', text };
}

/** 甲、乙、丙; where they are more than `most`, the first of them and that there are others. */
export function listed(
  context: BriefingContext,
  items: readonly Filling[],
  most: number = context.design.limits.names,
): Run[] {
  const separator: Run = { is: 'words', text: wordsOf(context, 'separator') };
  const shown = items.slice(0, Math.max(1, most));
  const names = shown.flatMap((item, index): Run[] => [
    ...(index === 0 ? [] : [separator]),
    ...(Array.isArray(item) ? (item as readonly Run[]) : [item as Run]),
  ]);
  return items.length > shown.length ? compose(context, 'moreNames', { names }) : names;
}

/** An indicator's name, with its plan's where the round has another indicator of that name. */
export function indicatorName(context: BriefingContext, result: IndicatorResult): Run[] {
  const { indicator, plan } = result;
  const name = named(oneLine(indicator.name));
  const isAmbiguous = context.consolidation.indicators.some(
    (other) => other !== result && other.indicator.name === indicator.name && other.plan !== plan,
  );
  return isAmbiguous
    ? compose(context, 'ambiguous', { name, plan: planName(context, plan.title) })
    : [name];
}

export function planName(context: BriefingContext, title: string): Run[] {
  return compose(context, 'plan', { title: named(oneLine(title)) });
}

/** An organisation, with the region that it reports for where that is not the same. */
export function reporterName(
  context: BriefingContext,
  { organisation, region }: { readonly organisation: string; readonly region: string | null },
): Run[] {
  return region === null || region === organisation
    ? [named(organisation)]
    : compose(context, 'inRegion', { organisation: named(organisation), region: named(region) });
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
