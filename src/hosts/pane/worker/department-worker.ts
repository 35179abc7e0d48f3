// Reads and finishes files beside the page, so that a large or hostile one does not stop it.
import type { ReadResult } from '../../../xlsx/read/read-workbook';
import type { FileAnswer, FileCall } from './file-calls';
import { directWork } from './file-work';

addEventListener('message', ({ data }: MessageEvent<FileCall>) => {
  void carryOut(data);
});

async function carryOut(call: FileCall): Promise<void> {
  let answer: FileAnswer;
  try {
    const result =
      call.call === 'read'
        ? plain(await directWork.read(...call.given))
        : await directWork.finish(...call.given);
    answer = { id: call.id, result };
  } catch (error) {
    answer = { id: call.id, error: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer);
}

/** With every cell made: those that the reader makes when they are asked for cannot leave the worker. */
function plain(read: ReadResult): ReadResult {
  if (!read.ok) return read;
  const sheets = read.grid.sheets.map((sheet) => ({ ...sheet, cells: new Map(sheet.cells) }));
  return { ok: true, grid: { ...read.grid, sheets } };
}
