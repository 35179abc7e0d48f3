import type { Plan } from '../../plan/schema';
import { fill, type Language } from '../../plan/text';
import { formatAddress } from '../../sheet/address';
import type { CellStyle, SheetDescription, WorkbookDescription } from '../../sheet/description';
import { SheetBuilder } from '../sheet-builder';
import { LONGEST_CELL_TEXT } from './cell-text';
import { CHOICE_NAMES, codesOf, labelOf } from './choices';
import { styles as allStyles } from './design';
import { guideSheet } from './guide-sheet';
import { planListMessages as messages, sheetNames } from './messages';
import { planCells } from './plan-cells';
import { planSheet, tableSheet } from './table-sheet';

/** When the workbook is made, ISO time, and by which program. */
export interface Making {
  readonly createdAt: string;
  readonly creator: string;
}

/**
 * A plan's indicator list as a workbook to edit, which readPlanList reads back without loss; an
 * empty one where there is no plan. See overlongCell for the one thing that a cell cannot hold.
 */
export function describePlanList(
  plan: Plan | null,
  language: Language,
  { createdAt, creator }: Making,
): WorkbookDescription {
  const styles = allStyles();
  const cells = planCells(plan, language);
  const sheets = [
    guideSheet(language, styles),
    planSheet(cells, language, styles),
    ...(['indicators', 'quotes', 'items', 'rules', 'settings'] as const).map((id) =>
      tableSheet(id, cells, language, styles),
    ),
    listsSheet(language, styles),
  ];
  const title =
    plan === null ? messages.emptyTitle : fill(messages.workbookTitle, { plan: plan.title });
  return {
    title: title[language],
    creator,
    createdAt,
    sheets,
    styles: Object.fromEntries(styles),
    names: [],
  };
}

/** The first cell whose text is longer than a spreadsheet can hold and would be cut; null where there is none. */
export function overlongCell({
  sheets,
}: WorkbookDescription): { readonly sheet: string; readonly cell: string } | null {
  for (const sheet of sheets)
    for (const { row, column, value } of sheet.cells)
      if (typeof value === 'string' && value.length > LONGEST_CELL_TEXT)
        return { sheet: sheet.name, cell: formatAddress(row, column) };
  return null;
}

/** What the dropdowns offer, one list a column. */
function listsSheet(language: Language, styles: Map<string, CellStyle>): SheetDescription {
  const builder = new SheetBuilder(styles);
  CHOICE_NAMES.forEach((name, index) => {
    builder.columns.push({ width: 24 });
    builder.put(1, index + 1, name, 'list');
    codesOf(name).forEach((code, at) => {
      builder.put(at + 2, index + 1, labelOf(name, code)[language], 'list');
    });
  });
  return {
    name: sheetNames.lists[language],
    state: 'hidden',
    columns: builder.columns,
    rows: builder.rows,
    cells: builder.sorted(),
    merges: [],
    validations: [],
    conditionalFormats: [],
    showGridLines: true,
  };
}
