import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formatAddress, parseAddress } from '../../src/core/sheet/address';
import type { CellValue, WorkbookDescription } from '../../src/core/sheet/description';
import { patchWorkbook } from '../../src/xlsx/write/patch-workbook';
import { writeWorkbook } from '../../src/xlsx/write/write-workbook';
import { footEdits, type Filling } from '../factories/filling';
import type { FormShape } from './answer';
import type { Blank } from './blanks';
import type { Typed, WorkbookFilling } from './fillings';

interface Place {
  readonly cell: string;
  readonly typed: Typed;
}

/** The blank as a department sends it back with these cells filled in. */
export async function fillBlank(
  { built, rows }: Blank,
  shape: FormShape,
  filling: WorkbookFilling,
): Promise<Uint8Array> {
  const sheet = shape.name;
  const places = placesOf(rows, shape, filling);
  const issued = await writeWorkbook(withFormats(built.description, sheet, places));
  const edits = places.map(({ cell, typed }, index) => ({
    sheet,
    cell,
    value: isSpecial(typed) ? markOf(index) : typedValue(typed),
  }));
  const filled = patchWorkbook(issued, [...footEdits(built), ...edits]);
  return places.some(({ typed }) => isSpecial(typed)) ? withSpecials(filled, places) : filled;
}

/** The number, text or truth value of what was typed, whatever it is shown as. */
function typedValue(typed: Typed): CellValue {
  if (typeof typed !== 'object' || typed === null) return typed;
  return 'number' in typed ? typed.number : null;
}

function placesOf(rows: Blank['rows'], shape: FormShape, filling: WorkbookFilling): Place[] {
  return rows.flatMap(({ entry }) => {
    const row = filling.get(entry.key)!;
    return (Object.keys(row) as (keyof Filling)[]).flatMap((column) =>
      row[column] === null
        ? []
        : [
            {
              cell: formatAddress(shape.rows.get(entry.key)!, shape.columns.get(column)!),
              typed: row[column],
            },
          ],
    );
  });
}

/** Errors and formulas, which no one types through the product. */
function isSpecial(typed: Typed): typed is { error: string } | { formula: string; value: string } {
  return typeof typed === 'object' && typed !== null && !('number' in typed);
}

const markOf = (index: number) => `@special ${index}@`;

/** Puts errors and formulas where their marks stand. */
function withSpecials(bytes: Uint8Array, places: readonly Place[]): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts)) {
    const xml = path.startsWith('xl/worksheets/') ? strFromU8(part) : '';
    if (!xml.includes('@special ')) continue;
    parts[path] = strToU8(
      xml.replace(
        / t="inlineStr"><is><t xml:space="preserve">@special (\d+)@<\/t><\/is>/g,
        (_, index: string) => specialXml(places[Number(index)]!.typed),
      ),
    );
  }
  return zipSync(parts, { level: 1 });
}

function specialXml(typed: Typed): string {
  if (!isSpecial(typed)) throw new Error('only errors and formulas are marked');
  if ('error' in typed) return ` t="e"><v>${typed.error}</v>`;
  const { formula, value } = typed as { formula: string; value: string | number };
  const type = typeof value === 'number' ? '' : value.startsWith('#') ? ' t="e"' : ' t="str"';
  return `${type}><f>${formula}</f><v>${value}</v>`;
}

/** Cells that her program shows as a date or a percentage have such a format. */
function withFormats(
  description: WorkbookDescription,
  sheet: string,
  places: readonly Place[],
): WorkbookDescription {
  const formats = new Map<string, string>();
  for (const { cell, typed } of places)
    if (typeof typed === 'object' && typed !== null && 'number' in typed)
      formats.set(cell, typed.shownAs === 'date' ? 'yyyy-mm-dd' : '0.00%');
  if (formats.size === 0) return description;
  const styles = { ...description.styles };
  const at = [...formats].map(([cell, format]) => ({ ...parseAddress(cell)!, format }));
  const sheets = description.sheets.map((one) =>
    one.name !== sheet
      ? one
      : {
          ...one,
          cells: one.cells.map((cell) => {
            const shown = at.find(({ row, column }) => row === cell.row && column === cell.column);
            if (!shown) return cell;
            const style = `${cell.style} ${shown.format}`;
            styles[style] = { ...styles[cell.style], numberFormat: shown.format };
            return { ...cell, style };
          }),
        },
  );
  return { ...description, styles, sheets };
}
