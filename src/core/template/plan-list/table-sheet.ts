import type { Language } from '../../plan/text';
import { columnLetters, formatRange } from '../../sheet/address';
import type { CellStyle, CellValue, SheetDescription } from '../../sheet/description';
import { SheetBuilder } from '../sheet-builder';
import {
  BAND_ROW,
  FIELD_IDS,
  FIRST_ROW,
  HEAD_ROW,
  sheetDesigns,
  type ColumnDesign,
  type SheetDesign,
  type SheetId,
} from './columns';
import { fieldWords } from './plan-messages';
import { bandStyle, cellStyle, headStyle, TAB_COLOURS } from './design';
import { groupWords, planListMessages } from './messages';
import type { PlanCells } from './plan-cells';
import { heightOf } from './row-height';
import { marksOf, validationsOf } from './table-aids';

type Rows = readonly Readonly<Record<string, CellValue>>[];

/** Free rows with dropdowns and hints below what a sheet already holds. */
const FREE_ROWS: Readonly<Record<SheetId, number>> = {
  plan: 60,
  indicators: 150,
  quotes: 60,
  items: 60,
  rules: 30,
  settings: 30,
};
/** Columns that stay in view on the left. */
const FROZEN: Readonly<Record<SheetId, number>> = {
  plan: 1,
  indicators: 2,
  quotes: 2,
  items: 1,
  rules: 1,
  settings: 1,
};

/** A sheet of one table: 指标清单, 补充摘录, 报送项, 审核规则. */
export function tableSheet(
  id: Exclude<SheetId, 'plan'>,
  cells: PlanCells,
  language: Language,
  styles: Map<string, CellStyle>,
): SheetDescription {
  const design = sheetDesigns[id];
  const builder = new SheetBuilder(styles);
  const lastRow = FIRST_ROW - 1 + cells[id].length + FREE_ROWS[id];
  addHead(builder, design, language);
  addRows(builder, design.columns, 1, cells[id], lastRow);
  if (id === 'quotes') addNameFormulas(builder, cells, lastRow, language);
  return {
    ...described(builder, design, lastRow, language),
    autoFilter: formatRange(HEAD_ROW, 1, lastRow, design.columns.length),
  };
}

/** 规划信息: the plan's fields, its organisations and its regions, side by side. */
export function planSheet(
  cells: PlanCells,
  language: Language,
  styles: Map<string, CellStyle>,
): SheetDescription {
  const design = sheetDesigns.plan;
  const builder = new SheetBuilder(styles);
  const longest = Math.max(FIELD_IDS.length, cells.organisations.length, cells.regions.length);
  const lastRow = FIRST_ROW - 1 + longest + FREE_ROWS.plan;
  addHead(builder, design, language);
  FIELD_IDS.forEach((id, index) => {
    const row = FIRST_ROW + index;
    const value = cells.fields[id];
    const explanation = fieldWords[id].hint[language];
    const isYear = id === 'startYear' || id === 'endYear' || id === 'schemaVersion';
    builder.put(row, 1, fieldWords[id].header[language], 'field');
    const style = builder.variant(
      `${isYear ? 'whole' : 'text'} filled`,
      isYear ? { horizontal: 'left' } : {},
    );
    builder.put(row, 2, value, style);
    builder.put(row, 3, explanation, 'shown');
    const texts = [null, value, explanation].map((text, column) => ({
      value: text,
      width: design.columns[column]!.width,
    }));
    builder.rows.set(row, { height: heightOf(texts) });
  });
  const of = (...ids: string[]) => design.columns.filter((column) => ids.includes(column.id));
  addRows(builder, of('organisation', 'aliases'), 4, cells.organisations, lastRow);
  addRows(builder, of('region'), 6, cells.regions, lastRow);
  return described(builder, design, lastRow, language);
}

function addHead(builder: SheetBuilder, { columns }: SheetDesign, language: Language): void {
  columns.forEach(({ group, words, required, width }, index) => {
    const isFirst = columns[index - 1]?.group !== group;
    const band = isFirst ? groupWords[group][language] : null;
    builder.columns.push({ width });
    builder.put(BAND_ROW, index + 1, band, bandStyle(group));
    const header = `${words.header[language]}${required ? '*' : ''}`;
    builder.put(HEAD_ROW, index + 1, header, headStyle(group));
  });
  builder.rows.set(BAND_ROW, { height: 22 });
  builder.rows.set(HEAD_ROW, { height: 32 });
}

/** The rows that hold something, then the free ones, whose heights follow what is typed. */
function addRows(
  builder: SheetBuilder,
  columns: readonly ColumnDesign[],
  firstColumn: number,
  rows: Rows,
  lastRow: number,
): void {
  for (let row = FIRST_ROW; row <= lastRow; row++) {
    const filled = rows[row - FIRST_ROW];
    columns.forEach(({ id, input }, index) => {
      const style = cellStyle(input, filled !== undefined);
      builder.put(row, firstColumn + index, filled?.[id] ?? null, style);
    });
    if (filled === undefined) continue;
    const height = heightOf(columns.map(({ id, width }) => ({ value: filled[id] ?? null, width })));
    builder.rows.set(row, { height: Math.max(height, builder.rows.get(row)?.height ?? 0) });
  }
}

/** The indicator's name beside its id, so that a person sees what an id means. */
function addNameFormulas(
  builder: SheetBuilder,
  cells: PlanCells,
  lastRow: number,
  language: Language,
): void {
  const { name, columns } = sheetDesigns.indicators;
  const whole = (id: string) => {
    const letters = columnLetters(columns.findIndex((column) => column.id === id) + 1);
    return `'${name[language]}'!$${letters}:$${letters}`;
  };
  const input = { type: 'shown' } as const;
  for (let row = FIRST_ROW; row <= lastRow; row++) {
    const filled = cells.quotes[row - FIRST_ROW];
    builder.put(row, 2, filled?.indicatorName ?? '', cellStyle(input, filled !== undefined), {
      formula: `IF($A${row}="","",IFERROR(INDEX(${whole('name')},MATCH($A${row},${whole('id')},0)),""))`,
    });
  }
}

function described(
  builder: SheetBuilder,
  design: SheetDesign,
  lastRow: number,
  language: Language,
): SheetDescription {
  return {
    name: design.name[language],
    state: 'visible',
    tabColour: TAB_COLOURS[design.id],
    columns: builder.columns,
    rows: builder.rows,
    cells: builder.sorted(),
    merges: [],
    validations: design.id === 'plan' ? [] : validationsOf(design, lastRow, language),
    conditionalFormats: marksOf(design, lastRow, language),
    freeze: { rows: HEAD_ROW, columns: FROZEN[design.id] },
    print: {
      paper: ['indicators', 'rules', 'settings'].includes(design.id) ? 'A3' : 'A4',
      landscape: true,
      // its columns are as wide as three pages that can be read
      fitToWidth: design.id === 'indicators' ? 3 : 1,
      titleRows: { from: BAND_ROW, to: HEAD_ROW },
      footer: `&C${planListMessages.pageFooter[language]}`,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4 },
    },
    showGridLines: true,
  };
}
