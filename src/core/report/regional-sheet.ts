import type { Fact } from '../consolidation/consolidation';
import { withoutTail } from '../consolidation/decimals';
import { formatPeriod } from '../plan/period';
import { formatAddress } from '../sheet/address';
import type { SheetDescription } from '../sheet/description';
import {
  encodeRegional,
  type RegionalContent,
  type RegionalFigure,
} from '../submission/regional/carrier';
import { CARRIER_SHEET } from '../template/model';
import { columnNumber, dataColumns } from './column-labels';
import type { RegionIdentity, ReportContext } from './context';
import { milestoneLabel } from './figures';
import { sheetNames } from './messages';

/** `_tallybook`: very hidden; what the level above reads the workbook by. */
export function regionalSheet(identity: RegionIdentity, context: ReportContext): SheetDescription {
  const texts = encodeRegional(contentOf(identity, context), identity.digest);
  return {
    name: CARRIER_SHEET,
    state: 'veryHidden',
    columns: [{ width: 20 }],
    rows: new Map(),
    cells: texts.map((value, index) => ({ row: index + 1, column: 1, value, style: 'fine' })),
    merges: [],
    validations: [],
    conditionalFormats: [],
    protection: { allow: [] },
    showGridLines: true,
  };
}

function contentOf({ region, plans }: RegionIdentity, context: ReportContext): RegionalContent {
  const { consolidation, createdAt, product, say } = context;
  return {
    version: 1,
    product,
    round: consolidation.round,
    plans: plans.map(({ id, title, hash }) => ({ id, title, hash })),
    period: formatPeriod(consolidation.period),
    region,
    compiledAt: createdAt,
    sheet: say(sheetNames.data),
    figures: figuresOf(consolidation.facts, context),
  };
}

/** One figure for each row that somebody filled in; what the region did not accept is left out. */
function figuresOf(facts: readonly Fact[], context: ReportContext): RegionalFigure[] {
  const byKey = new Map<string, Fact[]>();
  for (const fact of facts) byKey.set(fact.key, [...(byKey.get(fact.key) ?? []), fact]);
  return [...byKey.values()].flatMap((own) => figureOf(own, context) ?? []);
}

function figureOf(facts: readonly Fact[], context: ReportContext): RegionalFigure | null {
  const counted = facts.filter(({ counts }) => counts);
  const declared = facts.filter(({ state }) => state === 'not-applicable' || state === 'not-due');
  // one level up computes such a row again; its cell and its explanation are what it takes from here
  const computed = facts.filter(({ isDerived, value }) => isDerived && value !== null);
  const [chosen = []] = [computed, counted, declared].filter(({ length }) => length > 0);
  const [first] = chosen;
  const row = first && context.places.factRow(first);
  if (!first || !row) return null;
  // an item that two departments report must be the same from both
  const isOne = chosen.every(
    ({ value, milestone }) => value === first.value && milestone === first.milestone,
  );
  const { state, value, milestone } = first;
  return {
    key: first.key,
    measureUnit: first.measureUnit,
    state: !isOne ? 'conflict' : stateOf(state),
    value: isOne && value !== null ? withoutTail(value) : null,
    milestone: isOne ? milestone : null,
    shown: value === null ? (milestoneLabel(first, context) ?? '') : String(value),
    explanation: textsOf(chosen, 'explanation'),
    evidence: textsOf(chosen, 'evidence'),
    cell: formatAddress(row, columnNumber(dataColumns, 'value')),
    behind: first.isDerived ? [] : chosen.map(originOf),
  };
}

function stateOf(state: Fact['state']): RegionalFigure['state'] {
  switch (state) {
    case 'value':
    case 'nil':
    case 'not-applicable':
    case 'not-due':
    case 'conflict':
      return state;
    case 'blank':
    case 'invalid':
      throw new Error('a figure that counts or was declared has a state of its own');
  }
}

type Below = RegionalFigure['behind'][number];

function originOf(fact: Fact): Below {
  const { organisation, region, file, sha256, sheet, cell, raw, value, measureUnit } = fact;
  return {
    ...{ organisation, region, file, sha256, sheet, cell, raw, value, measureUnit },
    // what a region's workbook held is as deep as its own schema lets it be
    ...(fact.behind && { behind: fact.behind as NonNullable<Below['behind']> }),
  };
}

/** Each text once. */
function textsOf(facts: readonly Fact[], id: 'explanation' | 'evidence'): string {
  return [...new Set(facts.map((fact) => fact[id]))].filter((text) => text !== '').join('；');
}
