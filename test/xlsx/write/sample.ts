import type {
  CellDescription,
  SheetDescription,
  WorkbookDescription,
} from '../../../src/core/sheet/description';

/** A sheet with nothing in it but what `parts` says. */
export function sheetOf(parts: Partial<SheetDescription>): SheetDescription {
  return {
    name: 'S',
    state: 'visible',
    columns: [],
    rows: new Map(),
    cells: [],
    merges: [],
    validations: [],
    conditionalFormats: [],
    showGridLines: true,
    ...parts,
  };
}

/** A workbook with nothing in it but what `parts` says; the style “plain” is always there. */
export function workbookOf(parts: Partial<WorkbookDescription>): WorkbookDescription {
  return {
    title: 'T',
    creator: 'C',
    createdAt: '2021-07-01T08:30:00.000Z',
    sheets: [sheetOf({})],
    names: [],
    ...parts,
    styles: { plain: {}, ...parts.styles },
  };
}

/** One cell in A1 style places. */
export function cellOf(
  row: number,
  column: number,
  value: CellDescription['value'],
  more: Partial<CellDescription> = {},
): CellDescription {
  return { row, column, value, style: 'plain', ...more };
}

const GRID = {
  top: 'thin',
  bottom: 'thin',
  left: 'thin',
  right: 'thin',
  colour: '404040',
} as const;

/** A small reporting form that uses every field of a description. */
export const FORM: WorkbookDescription = workbookOf({
  title: '宁波市推进“质量新政”报送表 & <试>',
  creator: '市经信局',
  styles: {
    title: {
      font: { name: '黑体', size: 18, bold: true },
      horizontal: 'center',
      vertical: 'middle',
    },
    head: {
      font: { name: '宋体', size: 10.5, bold: true, colour: 'FFFFFF' },
      fill: '1F4E79',
      border: GRID,
      horizontal: 'center',
      vertical: 'middle',
      wrap: true,
    },
    text: {
      font: { name: '仿宋', size: 11 },
      border: GRID,
      vertical: 'middle',
      wrap: true,
      indent: 1,
    },
    number: {
      font: { name: '宋体', size: 11 },
      border: GRID,
      horizontal: 'right',
      numberFormat: '#,##0.00;[Red]-#,##0.00',
      shrink: true,
    },
    open: {
      font: { name: '宋体', size: 11 },
      fill: 'FFF9DB',
      border: { ...GRID, bottom: 'double', top: 'hair', left: 'medium' },
      unlocked: true,
      horizontal: 'right',
      numberFormat: '0.00',
    },
    link: { font: { name: '宋体', size: 11, underline: true, italic: true, colour: '0563C1' } },
  },
  sheets: [
    sheetOf({ name: '_names', state: 'veryHidden', cells: [cellOf(1, 1, '{"version":1}')] }),
    sheetOf({
      name: '填报表',
      tabColour: 'c00000',
      columns: [
        { width: 6 },
        { width: 30 },
        { width: 9 },
        { width: 9 },
        { width: 12, hidden: true },
        { width: 14 },
      ],
      rows: new Map([
        [1, { height: 36 }],
        [9, { hidden: true }],
        [4, { height: 30, hidden: false }],
      ]),
      cells: [
        cellOf(1, 1, '指标完成情况报送表', { style: 'title' }),
        ...['序号', '指标', '目标值', '本期完成值', '隐', '完成率'].map((label, index) =>
          cellOf(3, index + 1, label, { style: 'head' }),
        ),
        cellOf(4, 1, 1, { style: 'number' }),
        cellOf(4, 2, '规上企业全员劳动生产率\n（万元/人·年）', { style: 'text' }),
        cellOf(4, 3, 30, { style: 'number' }),
        cellOf(4, 4, 27, { style: 'open' }),
        cellOf(4, 6, 0.9, { style: 'number', formula: 'IF(D4="","",D4/C4)' }),
        cellOf(5, 1, 2, { style: 'number', link: "'口径'!A2" }),
        cellOf(5, 2, '=HYPERLINK("http://example.org")', { style: 'text' }),
        cellOf(5, 3, 20, { style: 'number' }),
        cellOf(5, 4, null, { style: 'open' }),
        cellOf(5, 6, null, { style: 'number', formula: 'IF(D5="","",D5/C5)' }),
        cellOf(6, 2, '口径', { style: 'link', link: "'口径'!A1" }),
        cellOf(6, 6, true, { style: 'text', formula: 'AND(C4>0,"<"<>"&")' }),
        cellOf(7, 2, false, { style: 'text' }),
        cellOf(8, 2, '说明：合并单元格的边框应当完整。', { style: 'text' }),
      ],
      merges: ['A1:F1', 'B8:F8'],
      validations: [
        {
          range: 'D4:D5',
          rule: { type: 'decimal', operator: 'between', low: 0, high: 1000 },
          prompt: { title: '填报', text: '计量单位：万元/人·年\n保留两位小数 "数值"' },
          error: { style: 'stop', title: '不是数', text: '请填数值' },
        },
        {
          range: 'B9 B10:B12',
          rule: { type: 'list', source: "'口径'!$A$1:$A$3" },
          error: { style: 'warning', title: '状态', text: '请从列表中选择' },
        },
        { range: 'C9', rule: { type: 'list', source: '"正常,零报告,不适用"' } },
        { range: 'C10', rule: { type: 'whole', operator: 'greaterThanOrEqual', low: 0 } },
        { range: 'D9', rule: { type: 'textLength', operator: 'lessThanOrEqual', low: 50 } },
        { range: 'D10', rule: { type: 'custom', formula: 'ISNUMBER(D10)' } },
        { range: 'F9', rule: { type: 'any' }, prompt: { title: '提示', text: '只提示' } },
      ],
      conditionalFormats: [
        {
          range: 'F4:F5',
          rules: [
            {
              type: 'formula',
              formula: '$F4="错误"',
              fontColour: 'FFFFFF',
              fill: 'C00000',
              bold: true,
              stopIfTrue: true,
            },
            { type: 'formula', formula: 'AND(ISNUMBER($F4),$F4<1)', fill: 'FFE699' },
            { type: 'dataBar', colour: '5B9BD5', min: 0, max: 1 },
          ],
        },
        {
          range: 'D4:D5',
          rules: [{ type: 'formula', formula: 'ISTEXT(D4)', fontColour: 'C00000' }],
        },
      ],
      protection: { password: '密码1a', allow: ['sort', 'autoFilter', 'formatColumns'] },
      freeze: { rows: 3, columns: 2 },
      autoFilter: 'A3:F7',
      print: {
        paper: 'A4',
        landscape: true,
        fitToWidth: 1,
        titleRows: { from: 1, to: 3 },
        area: 'A1:F12',
        header: '&L表号：甲&R机密★',
        footer: '&C第 &P 页 共 &N 页',
        centred: true,
        margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.45 },
      },
      showGridLines: false,
      zoom: 90,
    }),
    sheetOf({
      name: '口径',
      state: 'hidden',
      cells: [cellOf(1, 1, '正常'), cellOf(2, 1, '零报告'), cellOf(3, 1, '不适用')],
      protection: { password: '密码1a', allow: [] },
    }),
    sheetOf({
      name: "O'Brien",
      print: { paper: 'A3', landscape: false, fitToWidth: 2, area: 'A1' },
      protection: { allow: ['formatRows', 'formatCells', 'insertRows'] },
    }),
  ],
  names: [
    { name: 'entry.productivity', reference: "'填报表'!$D$4" },
    { name: '状态', reference: "'口径'!$A$1:$A$3" },
    { name: 'doubled', reference: "'填报表'!$D$4*2" },
  ],
});
