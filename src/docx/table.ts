import type * as Docx from 'docx';
import type { Cell, Column, Table } from '../core/report/briefing/briefing';
import { spacing, textRuns, twips, type Setting } from './setting';

/** Fill of the head row. */
const HEAD_FILL = 'F1F3F6';
const BORDER = { size: 4, color: '555555' };
/** Twips between a cell's border and its text. */
const PADDING = { top: 30, bottom: 30, left: 60, right: 60 };

/** A table over the whole width, its head repeated on every page. @param width in millimetres */
export function tableOf({ columns, rows }: Table, width: number, setting: Setting): Docx.Table {
  const { docx } = setting;
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / whole) * twips(width)));
  const border = { style: docx.BorderStyle.SINGLE, ...BORDER };
  const borders = {
    top: border,
    bottom: border,
    left: border,
    right: border,
    insideHorizontal: border,
    insideVertical: border,
  };
  return new docx.Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: docx.WidthType.DXA },
    layout: docx.TableLayoutType.FIXED,
    margins: { ...PADDING, marginUnitType: docx.WidthType.DXA },
    borders,
    rows: [
      headRow(columns, widths, setting),
      ...rows.map((row) => rowOf(row, columns, widths, setting)),
    ],
  });
}

function headRow(
  columns: readonly Column[],
  widths: readonly number[],
  setting: Setting,
): Docx.TableRow {
  const { docx, design } = setting;
  const letters = design.letters.tableHead;
  return new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label }, index) =>
        new docx.TableCell({
          width: { size: widths[index]!, type: docx.WidthType.DXA },
          shading: { type: docx.ShadingType.CLEAR, fill: HEAD_FILL, color: 'auto' },
          verticalAlign: docx.VerticalAlignTable.CENTER,
          children: [
            new docx.Paragraph({
              alignment: docx.AlignmentType.CENTER,
              spacing: spacing(setting, letters),
              keepNext: true,
              children: textRuns(setting, [{ is: 'words', text: label }], letters),
            }),
          ],
        }),
    ),
  });
}

function rowOf(
  row: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  setting: Setting,
): Docx.TableRow {
  const { docx, design, form } = setting;
  const letters = design.letters.table;
  return new docx.TableRow({
    cantSplit: true,
    children: row.map(({ runs, status }, index) => {
      const fill = status === undefined ? null : form.statuses[status].fill;
      return new docx.TableCell({
        width: { size: widths[index]!, type: docx.WidthType.DXA },
        verticalAlign: docx.VerticalAlignTable.CENTER,
        ...(fill !== null && {
          shading: { type: docx.ShadingType.CLEAR, fill, color: 'auto' },
        }),
        children: [
          new docx.Paragraph({
            alignment: columns[index]!.align,
            spacing: spacing(setting, letters),
            children: textRuns(setting, runs, letters),
          }),
        ],
      });
    }),
  });
}
