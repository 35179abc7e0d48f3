/** A part of a sheet that one request reads; rows and columns count from 0, as Office.js counts. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cells that one request asks for at first; about 1 MB of a form's cells. */
const CELLS_PER_REQUEST = 10_000;

export function cellCount({ rows, columns }: Pick<Area, 'rows' | 'columns'>): number {
  return rows * columns;
}

/** The area in bands of rows, and bands of columns where one row is too much, none above `most` cells. */
export function pagesOf(area: Area, most = CELLS_PER_REQUEST): Area[] {
  const columns = Math.min(area.columns, most);
  const rows = Math.max(1, Math.floor(most / columns));
  const pages: Area[] = [];
  for (let row = 0; row < area.rows; row += rows)
    for (let column = 0; column < area.columns; column += columns)
      pages.push({
        row: area.row + row,
        column: area.column + column,
        rows: Math.min(rows, area.rows - row),
        columns: Math.min(columns, area.columns - column),
      });
  return pages;
}

/** Both halves of an area whose answer was too large; null for a single cell. */
export function halves(area: Area): readonly [Area, Area] | null {
  const { row, column, rows, columns } = area;
  if (rows > 1) {
    const half = Math.ceil(rows / 2);
    return [
      { ...area, rows: half },
      { ...area, row: row + half, rows: rows - half },
    ];
  }
  if (columns === 1) return null;
  const half = Math.ceil(columns / 2);
  return [
    { ...area, columns: half },
    { ...area, column: column + half, columns: columns - half },
  ];
}

/** Groups items so that a group asks for no more cells than one request may, one item at least. */
export function requestsOf<Item extends { readonly area: Area }>(
  items: readonly Item[],
  most = CELLS_PER_REQUEST,
): Item[][] {
  const groups: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const count = cellCount(item.area);
    if (count > room || groups.length === 0) {
      groups.push([]);
      room = most;
    }
    groups.at(-1)!.push(item);
    room -= count;
  }
  return groups;
}
