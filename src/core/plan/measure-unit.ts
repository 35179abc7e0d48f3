/** A unit of measure as a power of ten of a plain one: 万亿元 is 10¹² of 元, 万元/亩 is 10⁴ of 元/亩. */
export interface ScaledUnit {
  readonly scale: number;
  readonly base: string;
}

const SCALES: readonly [string, number][] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
];

/** Percentages, their differences and what is counted per thousand are one measure. */
const PERCENT: Readonly<Record<string, number>> = { '%': 1, 百分点: 1, 个百分点: 1, '‰': 0.1 };

/** Takes the multiplier off the front of a unit. A unit that is all multiplier (万) has the base ''. */
export function scaledUnit(measureUnit: string): ScaledUnit {
  const percent = Object.hasOwn(PERCENT, measureUnit) ? PERCENT[measureUnit] : undefined;
  if (percent !== undefined) return { scale: percent, base: '%' };
  for (const [word, scale] of SCALES)
    if (measureUnit.startsWith(word)) return { scale, base: measureUnit.slice(word.length) };
  return { scale: 1, base: measureUnit };
}

/**
 * What a figure in `from` is multiplied by to be in `to`: 万亿元 to 亿元 is 10,000.
 * Null where the two measure different things.
 */
export function conversionFactor(from: string, to: string): number | null {
  const source = scaledUnit(from);
  const target = scaledUnit(to);
  return source.base === target.base ? source.scale / target.scale : null;
}
