/** A cell to point at in a workbook that somebody else saved; nothing that was entered changes. */
export interface CellMark {
  readonly sheet: string;
  /** H9. */
  readonly cell: string;
  /** RRGGBB. */
  readonly fill: string;
  readonly fontColour: string;
  /** The cell is coloured while this formula is true; without “=”, in the spelling that files store. */
  readonly condition: string;
  /** What stands in the cell's comment. */
  readonly note: string;
}
