import type { Fact } from '../consolidation/consolidation';
import type { Indicator } from '../plan/schema';
import { roundTo } from '../rule/rounding';
import type { SheetBuilder } from '../template/sheet-builder';
import { decimalsOf, numberFormat, targetFormat, targetText } from '../template/target-text';
import type { ReportContext } from './context';
import { text, type TableCell } from './table-sheet';

/** A figure as it is reported, right-aligned; blank for null. */
export function figureCell(
  builder: SheetBuilder,
  value: number | null,
  precision: number,
  extra: Pick<TableCell, 'formula' | 'link'> & { readonly style?: string } = {},
): TableCell {
  const { style = extra.link === undefined ? 'number' : 'linkNumber', ...rest } = extra;
  const format = numberFormat(precision);
  return { value, style: builder.variant(style, { numberFormat: format }), ...rest };
}

/** A figure that nobody reports but somebody works out: one decimal more where it needs one. */
export function workedOutCell(
  builder: SheetBuilder,
  value: number | null,
  precision: number,
  style = 'number',
): TableCell {
  const decimals = value === null ? 0 : decimalsOf(roundTo(value, precision + 1));
  return figureCell(builder, value, Math.max(precision, decimals), { style });
}

/** A target as a number that shows its operator, so that it can be reckoned with; text where it is none. */
export function targetCell(
  builder: SheetBuilder,
  { target }: Pick<Indicator, 'target'>,
  style: string,
  { say }: ReportContext,
): TableCell {
  const format = targetFormat(target);
  return format === null
    ? { value: say(targetText(target)), style }
    : { value: target.value, style: builder.variant(style, { numberFormat: format, wrap: false }) };
}

/** A target with its unit, for lists that hold many units. */
export function targetWithUnit(
  { target, measureUnit }: Indicator,
  { say }: ReportContext,
): TableCell {
  const unit = target.operator === 'qualitative' || target.value === null ? '' : measureUnit;
  return text(`${say(targetText(target))}${unit}`);
}

/** A milestone in the form's words; null for a figure. */
export function milestoneLabel(
  { milestone }: Pick<Fact, 'milestone'>,
  { form, language }: ReportContext,
): string | null {
  return milestone === null ? null : form.milestones[milestone][language];
}
