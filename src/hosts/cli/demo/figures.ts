import { endMonth, parsePeriod, type Period } from '../../../core/plan/period';
import { MILESTONE_STATUSES } from '../../../core/rule/row';
import { roundTo } from '../../../core/rule/rounding';
import { rowsOf, type Row } from '../../../core/template/facts';
import type { TemplateModel } from '../../../core/template/model';
import { between, chance } from './chance';

/** What a department would enter in one row of the demo. */
export interface DemoFigure {
  readonly actual: number | string | null;
  readonly explanation: string;
  readonly evidence: string;
}

/** Marks everything made up, in every form. */
export const SAMPLE_MARK = '示例数据';

/** Made-up figures that are plausible against the targets, and the same every time. */
export function demoFigures(model: TemplateModel): Map<string, DemoFigure> {
  const period = parsePeriod(model.period);
  if (!period) throw new Error(`a template has the period ${model.period}`);
  const rows = rowsOf(model, period);
  const items = itemFigures(rows, period);
  const figures = new Map<string, DemoFigure>();
  for (const row of rows) {
    const { entry } = row;
    if (entry.derivation) {
      figures.set(entry.key, { actual: null, explanation: reasonFor(row), evidence: '' });
    } else {
      const actual = items.get(entry.key) ?? ownFigure(row, model);
      const explanation = needsReason(row, actual) ? reasonFor(row) : '';
      figures.set(entry.key, { actual, explanation, evidence: evidenceFor(row, actual) });
    }
  }
  return figures;
}

/** How far ahead of or behind its schedule an indicator runs throughout the demo. */
function pace(key: string): number {
  return between(0.84, 1.14, key, 'pace');
}

function ownFigure(row: Row, model: TemplateModel): number | string {
  const { entry, facts, yardstick } = row;
  if (entry.accumulation === 'status') {
    const index = Math.min(3, 1 + Math.floor(between(0, 3, entry.key, 'milestone')));
    return model.labels.milestones[MILESTONE_STATUSES[index]!];
  }
  const scheduled = yardstick?.scheduled ?? facts.target ?? between(5, 90, entry.key);
  const isCeiling = entry.subject?.direction === 'lower' && entry.kind !== 'change';
  const figure = scheduled * (isCeiling ? 2 - pace(entry.key) : pace(entry.key));
  const isShareOfAll = entry.kind === 'share' && entry.measureUnit === '%';
  const limited = isShareOfAll ? Math.min(figure, 100) : figure;
  const grown = facts.months === null ? limited : Math.max(limited, facts.previous ?? 0);
  return roundTo(grown, entry.precision);
}

/** Items behind ratios and growth, chosen so that what is computed from them lands near its target. */
function itemFigures(rows: readonly Row[], period: Period): Map<string, number> {
  const figures = new Map<string, number>();
  const byKey = new Map(rows.map((row) => [row.entry.key, row]));
  const put = (key: string, value: number) => {
    const row = byKey.get(key);
    if (!row || figures.has(key)) return;
    const isTotal = row.entry.accumulation === 'since-start';
    const grown = isTotal ? Math.max(value, row.facts.previous ?? 0) : value;
    figures.set(key, roundTo(grown, row.entry.precision));
  };
  for (const { entry, facts } of rows) {
    const { derivation } = entry;
    const goal = (facts.scheduled ?? facts.target ?? 10) * pace(entry.key);
    if (derivation?.method === 'ratio') {
      const { numerator, denominator, scale } = derivation;
      const share = Math.min(goal / scale, scale === 100 ? 1 : Infinity);
      const known = figures.get(numerator);
      put(denominator, known === undefined ? sizeOf(byKey.get(denominator), period) : known / share);
      put(numerator, (figures.get(denominator) ?? 0) * share);
    }
    if (derivation?.method === 'average-growth') {
      const base = sizeOf(byKey.get(derivation.level), period);
      put(derivation.base, base);
      put(derivation.level, base * (1 + goal / 100) ** derivation.years);
    }
  }
  return figures;
}

/** A likely size for a figure in this unit; a total of the year so far grows with its months. */
function sizeOf(row: Row | undefined, period: Period): number {
  if (!row) return 1000;
  const { entry } = row;
  const size = entry.measureUnit.includes('元')
    ? between(900, 5200, entry.key, 'size')
    : between(1800, 9200, entry.key, 'size');
  const grows = entry.accumulation === 'year-to-date';
  return grows ? (size * endMonth(period)) / 12 : size * (1 + 0.002 * period.index);
}

/** Some departments forget the reason; the review then asks for it. */
function needsReason({ entry }: Row, actual: number | string): boolean {
  return typeof actual === 'number' && chance(entry.key, 'explains') < 0.8;
}

function reasonFor({ entry, yardstick }: Row): string {
  return yardstick && pace(entry.key) < 0.92
    ? `${SAMPLE_MARK}：受项目进度影响，下一步将加大推进力度。`
    : '';
}

function evidenceFor({ entry }: Row, actual: number | string): string {
  return entry.accumulation === 'status' && actual !== '' ? SAMPLE_MARK : '';
}
