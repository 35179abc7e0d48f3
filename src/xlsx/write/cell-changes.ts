import type {
  CellDescription,
  SheetDescription,
  WorkbookDescription,
} from '../../core/sheet/description';

/** The cells of one sheet that hold another value, each with the cell it takes the place of. */
export interface SheetChanges {
  /** Counted from 0. */
  readonly sheet: number;
  readonly cells: readonly { readonly before: CellDescription; readonly after: CellDescription }[];
}

/**
 * In which cells two workbooks hold different values. Null where they differ in anything else but
 * their titles: in what cells there are, in formulas, styles, widths, validations, protection, names.
 */
export function cellChanges(
  before: WorkbookDescription,
  after: WorkbookDescription,
): SheetChanges[] | null {
  const { sheets, ...frame } = before;
  const { sheets: changed, ...changedFrame } = { ...after, title: before.title };
  if (!isSame(frame, changedFrame) || sheets.length !== changed.length) return null;
  const changes: SheetChanges[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (sheet === changed[index]) continue;
    const cells = changesOfSheet(sheet, changed[index]!);
    if (cells === null) return null;
    if (cells.length > 0) changes.push({ sheet: index, cells });
  }
  return changes;
}

function changesOfSheet(
  before: SheetDescription,
  after: SheetDescription,
): SheetChanges['cells'] | null {
  const { cells, ...frame } = before;
  const { cells: changed, ...changedFrame } = after;
  if (cells.length !== changed.length || !isSame(frame, changedFrame)) return null;
  const changes: { before: CellDescription; after: CellDescription }[] = [];
  for (const [index, cell] of cells.entries()) {
    const other = changed[index]!;
    if (cell === other) continue;
    const isLike =
      cell.row === other.row &&
      cell.column === other.column &&
      cell.style === other.style &&
      cell.formula === other.formula &&
      cell.link === other.link;
    if (!isLike) return null;
    // an empty cell may not be written at all, and a merged range may hide it
    if ((cell.value === null) !== (other.value === null)) return null;
    if (cell.value !== other.value) changes.push({ before: cell, after: other });
  }
  return changes;
}

/** Whether two descriptions of plain data say the same; members with undefined count as absent. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (one instanceof Map)
    return other instanceof Map && one.size === other.size && isSame([...one], [...other]);
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((member, index) => isSame(member, other[index]))
    );
  const [left, right] = [one, other] as Record<string, unknown>[];
  return [...new Set([...Object.keys(left!), ...Object.keys(right!)])].every((name) =>
    isSame(left![name], right![name]),
  );
}
