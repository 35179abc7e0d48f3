import { all } from './make/description-changes';
import { inTurn } from './make/package-changes';
import type { Case } from './case';

/**
 * Every two cases that touch nothing in common, done one after the other: what must come of both is
 * what comes of each. Typing comes first, as it does at a desk.
 */
export function pairsOf(singles: readonly Case[]): Case[] {
  const pairs: Case[] = [];
  const able = singles.filter(({ touches }) => touches !== undefined);
  for (const [index, left] of able.entries())
    for (const right of able.slice(index + 1))
      if (left.group !== right.group && !meet(left, right)) pairs.push(pairOf(left, right));
  return pairs;
}

function meet({ touches: left = [] }: Case, { touches: right = [] }: Case): boolean {
  return left.some((part) => right.includes(part));
}

function rank({ touches = [] }: Case): number {
  if (touches.includes('sheet')) return 3;
  if (touches.includes('sheets') || touches.includes('form-copy')) return 2;
  return touches.includes('place') ? 1 : 0;
}

function pairOf(left: Case, right: Case): Case {
  // what names cells goes before what moves them, and what names the sheet before what renames it
  const both = [left, right].sort((one, other) => rank(one) - rank(other));
  const changes = both.flatMap(({ change }) => change ?? []);
  const bytes = both.flatMap((one) => one.bytes ?? []);
  const program = right.program ?? left.program;
  return {
    id: `${left.id}+${right.id}`,
    name: {
      zh: `${left.name.zh}＋${right.name.zh}`,
      en: `${left.name.en} + ${right.name.en}`,
    },
    group: 'pairs',
    typed: { ...left.typed, ...right.typed },
    change: all(...changes),
    ...(bytes.length > 0 ? { bytes: inTurn(...bytes) } : {}),
    ...(program ? { program } : {}),
    entries: { ...left.entries, ...right.entries },
    findings: [...new Set([...(left.findings ?? []), ...(right.findings ?? [])])],
  };
}
