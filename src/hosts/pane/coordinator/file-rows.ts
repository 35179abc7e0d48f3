import type { FileRow } from '../../../panel/coordinator/model';

/** The table after some files were checked: a file checked again keeps its place. */
export function filesAfter(
  before: readonly FileRow[],
  checked: readonly FileRow[],
): readonly FileRow[] {
  if (checked.length === 0) return before;
  const rows = new Map(before.map((row) => [row.file, row]));
  for (const row of checked) rows.set(row.file, row);
  return [...rows.values()];
}
