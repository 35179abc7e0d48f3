import type { Worksheet } from 'exceljs';
import type { SubmittedEntry } from '../../../core/submission/submission';
import { columnLetters, parseAddress } from '../../../core/sheet/address';
import { loadExceljs } from '../../../xlsx/write/load-exceljs';
import { patchWorkbook } from '../../../xlsx/write/patch-workbook';
import { openForm } from './fill-in';

/** One way in which a filled workbook goes wrong on its way back. */
export type Mishap = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** 数字栏里写文字。 */
export const textInNumber: Mishap = (bytes) => setFigure(bytes, figure(bytes, 0), '约50家');

/** 亿元的数按万元填。 */
export const unitSlip: Mishap = (bytes) => {
  const entry = figure(bytes, 0, ({ entry: { measureUnit, subject } }) =>
    measureUnit === '亿元' && subject !== null,
  );
  return setFigure(bytes, entry, (entry.value ?? 1) * 10_000);
};

/** 百分数按小数填。 */
export const percentAsFraction: Mishap = (bytes) => {
  const entry = figure(bytes, 0, ({ entry: { measureUnit } }) => measureUnit === '%');
  return setFigure(bytes, entry, Number(((entry.value ?? 1) / 100).toFixed(4)));
};

/** 填成负数。 */
export const negative: Mishap = (bytes) => {
  const entry = figure(bytes, 0, ({ entry: { accumulation } }) => accumulation !== 'rate');
  return setFigure(bytes, entry, -(entry.value ?? 1));
};

/** 数字以文本填写，带千分位。 */
export const numberAsText: Mishap = (bytes) => {
  const entry = figure(bytes, 0);
  return setFigure(bytes, entry, ` ${(entry.value ?? 0).toLocaleString('en-US')}\u3000`);
};

/** 把一行整行复制粘贴到另一行上。 */
export const pastedRow: Mishap = (bytes) =>
  withSheet(bytes, (sheet, entries) => {
    const [from, to] = entries;
    if (!from?.row || !to?.row) return;
    const [source, target] = [from.row, to.row];
    sheet.getRow(source).eachCell({ includeEmpty: true }, (cell, column) => {
      sheet.getRow(target).getCell(column).value = moved(cell.value, source, target);
    });
  });

/** 按完成值重新排序，各行整行移动。 */
export const sortedRows: Mishap = (bytes) =>
  withSheet(bytes, (sheet, entries) => {
    const rows = entries.flatMap(({ row }) => row ?? []);
    const values = rows.map((row) => {
      const cells: unknown[] = [];
      sheet.getRow(row).eachCell({ includeEmpty: true }, (cell, column) => {
        cells[column] = cell.value;
      });
      return cells;
    });
    rows.forEach((target, index) => {
      const source = rows.length - 1 - index;
      values[source]?.forEach((value, column) => {
        sheet.getRow(target).getCell(column).value = moved(value, rows[source]!, target);
      });
    });
  });

/** 工作表被改名。 */
export const renamedSheet: Mishap = (bytes) =>
  withSheet(bytes, (sheet) => {
    sheet.name = '上报数据（定稿）';
  });

/** 完成率公式被数值覆盖。 */
export const overwrittenFormula: Mishap = (bytes) => {
  const entry = figure(bytes, 0, ({ entry: { subject } }) => subject !== null);
  return setLocked(bytes, entry, '完成率', 0.95);
};

/** 目标值被改低。 */
export const loweredTarget: Mishap = (bytes) => {
  const entry = figure(bytes, 0, ({ entry: { subject } }) => typeof subject?.target.value === 'number');
  return setLocked(bytes, entry, '目标值', (entry.entry.subject?.target.value ?? 0) / 2);
};

/** 表尾的填报人、联系电话没有填。 */
export const missingHead: Mishap = (bytes) =>
  patchWorkbook(
    bytes,
    openForm(bytes).fields.flatMap(({ id, sheet, cell }) =>
      cell !== null && (id === 'filler' || id === 'phone') ? [{ sheet, cell, value: null }] : [],
    ),
  );

/** 传输中断，只剩前半个文件。 */
export const truncated: Mishap = (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** 不是工作簿：一段文字改名为 .xlsx。 */
export const notAWorkbook: Mishap = () => Buffer.from('报送表见附件，请查收。\n', 'utf8');

/** The n-th row that a number was typed into, of those that `fits`. */
function figure(
  bytes: Uint8Array,
  index: number,
  fits: (entry: SubmittedEntry) => boolean = () => true,
): SubmittedEntry {
  const open = openForm(bytes).entries.filter(
    (entry) => !entry.entry.derivation && entry.entry.accumulation !== 'status' && fits(entry),
  );
  const found = open[index];
  if (!found) throw new Error('the demo’s form has no such row');
  return found;
}

function setFigure(bytes: Uint8Array, { sheet, cells }: SubmittedEntry, value: string | number) {
  return patchWorkbook(bytes, [{ sheet, cell: cells.actual!, value }]);
}

/** Writes over a locked cell of the row, as pasting or an unprotected sheet lets people do. */
function setLocked(bytes: Uint8Array, { sheet, row, entry }: SubmittedEntry, label: string, value: number) {
  const { model } = openForm(bytes);
  const labels = Object.values(model.labels.columns).filter(
    (name) => name !== model.labels.columns.plan || model.plans.length > 1,
  );
  const index = labels.indexOf(label);
  if (index < 0) throw new Error(`the form for ${entry.name} has no column ${label}`);
  return patchWorkbook(bytes, [{ sheet, cell: `${columnLetters(index + 2)}${row ?? 0}`, value }]);
}

/** Opens and saves the workbook with another program, changing its form's sheet in between. */
async function withSheet(
  bytes: Uint8Array,
  change: (sheet: Worksheet, entries: readonly SubmittedEntry[]) => void,
): Promise<Uint8Array> {
  const { Workbook } = loadExceljs();
  const { entries } = openForm(bytes);
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = workbook.getWorksheet(entries[0]?.sheet);
  if (!sheet) throw new Error('the demo’s form has no sheet');
  change(sheet, entries);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A cell's value in another row: its formula's references to its own row move along. */
function moved(value: unknown, from: number, to: number): never {
  if (value === null || typeof value !== 'object' || !('formula' in value)) return value as never;
  const formula = String(value.formula).replace(/\$?[A-Z]{1,3}\d+/g, (reference) => {
    const place = parseAddress(reference);
    return place?.row === from ? reference.replace(String(from), String(to)) : reference;
  });
  return { ...value, formula } as never;
}
