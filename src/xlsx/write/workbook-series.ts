import type { WorkbookDescription } from '../../core/sheet/description';
import { cellChanges } from './cell-changes';
import { portableDeflate } from './deflate';
import { Master } from './master';
import { renderParts } from './write-workbook';
import type { WriteOptions } from './write-options';

/** Masters kept at a time: as many as a round goes through between two recipients who are asked the same. */
const MOST_MASTERS = 48;

/**
 * Writes many workbooks, most of which differ from an earlier one in the values of some cells, as a
 * round's blanks do. Each is equal in meaning to what writeWorkbook gives: only the first of a kind
 * is rendered; of the others, only the parts with other values are packed anew. The same
 * descriptions in the same order always give the same bytes.
 */
export function workbookSeries({ deflate = portableDeflate, sha512 }: WriteOptions = {}): (
  description: WorkbookDescription,
) => Promise<Uint8Array> {
  const masters = new Map<string, Master>();
  return async (description) => {
    const kind = outline(description);
    const master = masters.get(kind);
    const changes = master && cellChanges(master.description, description);
    if (changes) {
      // the one used last goes last
      masters.delete(kind);
      masters.set(kind, master);
      return master.varyWith(description.title, changes);
    }
    const rendered = new Master(description, await renderParts(description, sha512), deflate);
    masters.delete(kind);
    masters.set(kind, rendered);
    if (masters.size > MOST_MASTERS) masters.delete(masters.keys().next().value!);
    return rendered.bytes();
  };
}

/** Tells most workbooks of different kinds apart without comparing them cell by cell. */
function outline({ sheets }: WorkbookDescription): string {
  return JSON.stringify(
    sheets.map(({ name, cells, validations, conditionalFormats }) => [
      name,
      cells.length,
      validations.map(({ prompt }) => prompt?.title),
      conditionalFormats.length,
    ]),
  );
}
