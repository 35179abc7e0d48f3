import type { GridCell, GridCellType } from '../../../core/sheet/grid';

/** A cell as Office.js gives it. */
export interface OfficeCell {
  readonly value: unknown;
  /** The formula with its “=”, or what the cell holds where it has none. */
  readonly formula: unknown;
  /** Excel.RangeValueType. */
  readonly type: string;
  /** The number format's code in its English spelling. */
  readonly format: unknown;
}

/** The cell that a file of the same workbook gives; null for a blank one. */
export function gridCellOf({ value, formula, type, format }: OfficeCell): GridCell | null {
  // a text that begins with “=” comes as its own formula
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  const isBlank = value === '' || value === null || value === undefined || type === 'Empty';
  if (isBlank && !isFormula) return null;
  const numberFormat = typeof format === 'string' ? format : 'General';
  return {
    ...contentOf(isBlank ? '' : value, type),
    ...(isFormula ? { formula: formula.slice(1), hasCachedValue: true } : {}),
    ...(isGeneral(numberFormat) ? {} : { numberFormat }),
  };
}

function contentOf(
  value: unknown,
  type: string,
): { type: GridCellType } & Pick<GridCell, 'value' | 'raw'> {
  if (type === 'Error') return { type: 'error', value: String(value), raw: String(value) };
  if (typeof value === 'number') return { type: 'number', value, raw: String(value) };
  if (typeof value === 'boolean') return { type: 'boolean', value, raw: value ? '1' : '0' };
  return { type: 'text', value: String(value), raw: String(value) };
}

/** The format of cells without one, also as Chinese Excel spells it. */
function isGeneral(format: string): boolean {
  return format === '' || format === 'General' || format === 'G/通用格式';
}
