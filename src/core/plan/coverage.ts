/** A stretch of a plan's text, `start` in UTF-16 code units. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

/** Digits, and the words that stand for a number in a target (conventions: 三分之二, 翻一番, 零的突破, 全覆盖 …). */
const NUMBER =
  /[0-9０-９]+(?:\.[0-9]+)?|[一二三四五六七八九十百]+分之|一半|翻.?番|倍增|零的突破|全覆盖|首个/g;
const CLAUSE = /[^。；;，,！!？?：:\n]+/g;

/**
 * The clauses that hold a number which lies in none of the given stretches:
 * what a reading of the plan passed over.
 */
export function uncoveredClauses(source: string, stretches: readonly Stretch[]): Stretch[] {
  const covered = new Uint8Array(source.length);
  for (const { text, start } of stretches) covered.fill(1, start, start + text.length);
  const passedOver: Stretch[] = [];
  for (const clause of source.matchAll(CLAUSE)) {
    const isOpen = [...clause[0].matchAll(NUMBER)].some((number) => {
      const start = clause.index + number.index;
      return covered.subarray(start, start + number[0].length).includes(0);
    });
    if (isOpen) passedOver.push({ text: clause[0], start: clause.index });
  }
  return passedOver;
}
