import type { Indicator } from '../../core/plan/schema';

/** The indicators in which every word of the query is found: name, unit, section, organisations, quotes. */
export function searchIndicators(
  indicators: readonly Indicator[],
  query: string,
): readonly Indicator[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return indicators;
  return indicators.filter((indicator) => {
    const { name, id, section, measureUnit, leadUnit, supportingUnits, quotes, note } = indicator;
    const text = [
      ...[name, id, measureUnit, leadUnit ?? '', note ?? ''],
      ...[...section, ...supportingUnits],
      ...quotes.map((quote) => quote.text),
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
