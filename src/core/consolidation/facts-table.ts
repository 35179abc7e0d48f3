import type { Language } from '../plan/text';
import type { Consolidation, Fact } from './consolidation';
import { withoutTail } from './decimals';
import { originsText } from './origins';
import { answers, factColumns, milestoneLabels, stateLabels } from './messages';

const COLUMNS = Object.keys(factColumns) as (keyof Fact)[];

/** One row for each fact under a header, every column of a fact; plain text, not yet quoted for any format. */
export function factsTable({ facts }: Consolidation, language: Language): string[][] {
  return [
    COLUMNS.map((column) => factColumns[column][language]),
    ...facts.map((fact) => {
      const texts = textsOf(fact, language);
      return COLUMNS.map((column) => texts[column]);
    }),
  ];
}

/** 3500万元: what was reported before it was converted; '' where nothing was. */
export function convertedText({ convertedFrom }: Pick<Fact, 'convertedFrom'>): string {
  return convertedFrom === null
    ? ''
    : `${String(withoutTail(convertedFrom.value))}${convertedFrom.measureUnit}`;
}

function textsOf(fact: Fact, language: Language): Record<keyof Fact, string> {
  const answer = (isSo: boolean) => answers[isSo ? 'yes' : 'no'][language];
  const { milestone, value } = fact;
  return {
    ...fact,
    precision: String(fact.precision),
    region: fact.region ?? '',
    state: stateLabels[fact.state][language],
    value: value === null ? '' : String(withoutTail(value)),
    milestone: milestone === null ? '' : milestoneLabels[milestone][language],
    counts: answer(fact.counts),
    isDerived: answer(fact.isDerived),
    sharedFrom: fact.sharedFrom ?? '',
    convertedFrom: convertedText(fact),
    submissionNumber: String(fact.submissionNumber),
    cell: fact.cell ?? '',
    behind: originsText(fact.behind ?? []),
  };
}
