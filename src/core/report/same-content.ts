import type { GridCell, SheetGrid, WorkbookGrid } from '../sheet/grid';

/**
 * Whether a marked copy reads as the workbook that it was made from: every sheet but the slip's own,
 * in order, with every cell, hidden row and merge.
 * @param slips names of sheets that are slips, before or after
 */
export function hasSameContent(
  before: WorkbookGrid,
  after: WorkbookGrid,
  slips: ReadonlySet<string>,
): boolean {
  const own = ({ sheets }: WorkbookGrid) => sheets.filter(({ name }) => !slips.has(name));
  const [left, right] = [own(before), own(after)];
  return left.length === right.length && left.every((sheet, index) => isSame(sheet, right[index]!));
}

function isSame(left: SheetGrid, right: SheetGrid): boolean {
  return (
    left.name === right.name &&
    left.state === right.state &&
    left.isProtected === right.isProtected &&
    left.merges.join() === right.merges.join() &&
    [...left.hiddenRows].join() === [...right.hiddenRows].join() &&
    [...left.hiddenColumns].join() === [...right.hiddenColumns].join() &&
    left.cells.size === right.cells.size &&
    [...left.cells].every(([key, cell]) => isSameCell(cell, right.cells.get(key)))
  );
}

function isSameCell(left: GridCell, right: GridCell | undefined): boolean {
  return (
    left.type === right?.type &&
    Object.is(left.value, right.value) &&
    left.raw === right.raw &&
    left.formula === right.formula &&
    left.hasCachedValue === right.hasCachedValue &&
    left.numberFormat === right.numberFormat
  );
}
