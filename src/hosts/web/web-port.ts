import { fill, type Fillings, type Language } from '../../core/plan/text';
import { parseAddress } from '../../core/sheet/address';
import type { CellValue } from '../../core/sheet/description';
import { gridKey, type GridCell, type SheetGrid, type WorkbookGrid } from '../../core/sheet/grid';
import type { CellEdit } from '../../xlsx/write/patch-workbook';
import { storedChoices } from '../pane/choices';
import { downloadFile } from '../pane/download';
import { PortFailure, type Port, type PortFailureCode, type WrittenCell } from '../pane/port';
import type { FileWork } from '../pane/worker/file-work';
import { webMessages } from './messages';

/** A picked file, as the browser gives it. */
export type PickedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** The port over files, and what a page needs besides: a file to be open. */
export interface WebPort extends Port {
  /** Opens a workbook in place of the one that is open. @throws PortFailure, and then nothing has changed */
  openFile(file: PickedFile): Promise<void>;
  /** Puts the open workbook away, with what was entered. */
  closeFile(): void;
  /** Whether something was entered since it was last handed over. */
  hasUnsaved(): boolean;
}

export interface WebPortOptions {
  readonly work: FileWork;
  readonly now: () => Date;
  /** Of the browser. */
  readonly language: Language;
  readonly download?: (bytes: Uint8Array, name: string) => void;
}

/** Bytes; far above any form, and no more than the reader unpacks. */
const LARGEST_FILE = 64 * 1_048_576;

interface OpenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  grid: WorkbookGrid;
  /** By sheet and cell; the last one counts. */
  readonly edits: Map<string, CellEdit>;
  readonly lockedSheets: Set<string>;
  isUnsaved: boolean;
}

/** A port that holds one picked file, changed in memory and handed back as a download. */
export function webPort({ work, now, language, download = downloadFile }: WebPortOptions): WebPort {
  let open: OpenFile | null = null;
  const required = (): OpenFile => {
    if (!open) throw failure('refused', 'noWorkbook');
    return open;
  };
  return {
    kind: 'web',
    program: null,
    language,
    can: { openWorkbook: false, insertSheets: false, fillHere: true },
    async openFile(file) {
      const { name } = file;
      const bytes = await bytesOf(file);
      const read = await work.read(bytes);
      if (!read.ok) throw failure('refused', 'unreadable', { name, reason: read.message });
      open = {
        ...{ name, bytes, grid: read.grid, edits: new Map() },
        ...{ lockedSheets: new Set(), isUnsaved: false },
      };
    },
    closeFile: () => {
      open = null;
    },
    hasUnsaved: () => open?.isUnsaved ?? false,
    readWorkbook: () => Promise.resolve(open?.grid ?? null),
    // nobody else edits what the page holds
    watch: () => Promise.resolve(() => Promise.resolve()),
    // the pane shows the form itself
    goTo: () => Promise.resolve(),
    mark: () => Promise.resolve(),
    write: (cells) =>
      settled(() => {
        writeInto(required(), cells);
      }),
    lock: (sheets) =>
      settled(() => {
        const { lockedSheets } = required();
        for (const sheet of sheets) lockedSheets.add(sheet);
      }),
    async save() {
      const file = required();
      const { name, bytes, edits, lockedSheets } = file;
      const finished = await work.finish(bytes, {
        edits: [...edits.values()],
        lockedSheets: [...lockedSheets],
        savedAt: now().toISOString(),
      });
      if (!finished.ok) throw failure('refused', 'notFinished', { name, reason: finished.reason });
      download(finished.bytes, /\.xls[xm]$/i.test(name) ? name : `${name}.xlsx`);
      file.isUnsaved = false;
    },
    open: (bytes, name) =>
      settled(() => {
        download(bytes, name);
      }),
    insertSheets: () => Promise.reject(failure('refused', 'noInsert')),
    download: (bytes, name) =>
      settled(() => {
        download(bytes, name);
      }),
    choices: storedChoices(),
  };
}

function settled(run: () => void): Promise<void> {
  return new Promise((resolve) => {
    run();
    resolve();
  });
}

async function bytesOf(file: PickedFile): Promise<Uint8Array> {
  const { name, size } = file;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_048_576);
  if (size > LARGEST_FILE)
    throw failure('too-large', 'tooLarge', {
      ...{ name, size: megabytes(size), limit: megabytes(LARGEST_FILE) },
    });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw failure('refused', 'notRead', { name });
  }
}

function writeInto(file: OpenFile, cells: readonly WrittenCell[]): void {
  for (const { sheet } of cells) {
    if (!file.grid.sheets.some(({ name }) => name === sheet))
      throw failure('no-sheet', 'noSheet', { sheet });
    if (file.lockedSheets.has(sheet)) throw failure('protected', 'locked');
  }
  for (const edit of cells) file.edits.set(`${edit.sheet}!${edit.cell}`, edit);
  file.isUnsaved = true;
  file.grid = {
    ...file.grid,
    sheets: file.grid.sheets.map((sheet) => {
      const own = cells.filter((edit) => edit.sheet === sheet.name);
      return own.length === 0 ? sheet : writtenSheet(sheet, own);
    }),
  };
}

/** The sheet as it is read from the file that these cells are written to. */
function writtenSheet(sheet: SheetGrid, edits: readonly WrittenCell[]): SheetGrid {
  const cells = new Map(sheet.cells);
  let { rowCount, columnCount } = sheet;
  for (const { cell, value } of edits) {
    const { row, column } = parseAddress(cell)!;
    const key = gridKey(row, column);
    const written = cellOf(value, cells.get(key)?.numberFormat);
    if (written) cells.set(key, written);
    else cells.delete(key);
    rowCount = Math.max(rowCount, row);
    columnCount = Math.max(columnCount, column);
  }
  return { ...sheet, cells, rowCount, columnCount };
}

function cellOf(value: CellValue, numberFormat: string | undefined): GridCell | null {
  const looks = numberFormat === undefined ? {} : { numberFormat };
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { type: 'number', value, raw: String(value), ...looks };
  if (typeof value === 'boolean')
    return { type: 'boolean', value, raw: value ? '1' : '0', ...looks };
  return { type: 'text', value, raw: value, ...looks };
}

function failure(
  code: PortFailureCode,
  message: keyof typeof webMessages,
  fillings: Fillings = {},
): PortFailure {
  return new PortFailure(code, fill(webMessages[message], fillings));
}
