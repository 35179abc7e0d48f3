import type { Finding } from '../review/finding';
import type { Entry } from '../template/entry';
import { rowsBehind } from '../template/derivation';
import type { Alias } from '../template/share';
import type { CountedFile } from './assign';
import type { CountedEntry, Fact, IssuedWorkbook } from './consolidation';
import { withoutTail } from './decimals';

/** The figures of one counted submission. */
export interface FiledFacts {
  readonly issued: IssuedWorkbook;
  /** By row key, in the order of the form. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Findings that keep a row's figure out: errors and explanations owed, by row key. */
  readonly blocking: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * One fact for each row. A figure counts when it is a value or a nil report without an error or an
 * explanation owed on its row; a derived one when, besides, the rows behind it count.
 */
export function factsOf(file: CountedFile): FiledFacts {
  const { issued, submission } = file;
  const blocking = new Map<string, Finding[]>();
  for (const finding of file.findings)
    if (finding.entry !== null && finding.severity !== 'note')
      blocking.set(finding.entry, [...(blocking.get(finding.entry) ?? []), finding]);

  const rows = new Map(submission.entries.map((row) => [row.entry.key, row]));
  const passed = (key: string): boolean => {
    const row = rows.get(key);
    return row !== undefined && !blocking.has(key) && isFigure(row);
  };
  const behind = (key: string, known = new Set<string>()): Set<string> => {
    const { entry } = rows.get(key) ?? {};
    for (const part of entry ? partsOf(entry) : [])
      if (!known.has(part)) behind(part, known.add(part));
    return known;
  };
  const facts = new Map<string, Fact>();
  for (const row of submission.entries) {
    const counts = [row.entry.key, ...behind(row.entry.key)].every(passed);
    const fact = factOf(file, row, counts);
    facts.set(fact.key, fact);
    for (const alias of row.entry.aliases) {
      facts.set(alias.key, asSharedFact(fact, alias));
      const findings = blocking.get(fact.key);
      if (findings) blocking.set(alias.key, findings);
    }
  }
  return { issued, facts, blocking };
}

/** The keys of the rows that a derived row is computed from; none for a row that is typed in. */
export function partsOf({ derivation }: Pick<Entry, 'derivation'>): string[] {
  return rowsBehind(derivation);
}

/** The same figure as another plan counts it, in that plan's unit. */
function asSharedFact(fact: Fact, { key, measureUnit, factor }: Alias): Fact {
  const { value: reported } = fact;
  const value = reported === null ? null : withoutTail(reported * factor);
  const isConverted = reported !== null && measureUnit !== fact.measureUnit;
  const convertedFrom = isConverted ? { value: reported, measureUnit: fact.measureUnit } : null;
  return { ...fact, key, measureUnit, value, sharedFrom: fact.key, convertedFrom };
}

function isFigure({ entry, state, value, milestone }: CountedEntry): boolean {
  // a nil report of a milestone does not say where it stands
  if (entry.accumulation === 'status') return milestone !== null;
  return (state === 'value' || state === 'nil') && value !== null;
}

function factOf(
  { file, sha256, number, submission }: CountedFile,
  row: CountedEntry,
  counts: boolean,
): Fact {
  const { entry } = row;
  const { organisation, region } = submission.model;
  return {
    key: entry.key,
    name: entry.name,
    measureUnit: entry.measureUnit,
    precision: entry.precision,
    organisation,
    region,
    state: row.state,
    value: entry.accumulation === 'status' ? null : row.value,
    milestone: row.milestone,
    counts,
    isDerived: entry.derivation !== null,
    sharedFrom: null,
    convertedFrom: null,
    raw: row.raw,
    explanation: row.explanation,
    evidence: row.evidence,
    file,
    submissionNumber: number,
    sha256,
    sheet: row.sheet,
    cell: row.cells.actual ?? null,
    ...(row.behind && { behind: row.behind }),
  };
}
