import type { Text } from '../../core/plan/text';
import type { SheetGrid, WorkbookGrid } from '../../core/sheet/grid';
import { readComments } from './comments';
import { readApplication, readSavedAt } from './document-properties';
import { portableInflate, type Inflate } from './inflate';
import { DEFAULT_LIMITS, type ReadLimits } from './limits';
import { PackageReader, type SheetEntry, type WorkbookParts } from './package';
import { CellReader, type SheetContext } from './cell-reader';
import { parseSheet } from './parse-sheet';
import type { PartText } from './part-text';
import type { ReadPath } from './read-xml';
import { refuseOtherFile } from './recognise';
import { scanSheet } from './scan-sheet';
import { readSharedStrings, type SharedStrings } from './shared-strings';
import type { SheetContent } from './sheet-content';
import { readNumberFormats, type NumberFormats } from './styles';
import { Unreadable, type UnreadableCode } from './unreadable';
import { ZipArchive } from './zip';

export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>;
  /** How deflate data are unpacked; the portable way where absent. */
  readonly inflate?: Inflate;
  readonly path?: ReadPath;
}

export type ReadResult =
  | { readonly ok: true; readonly grid: WorkbookGrid }
  | { readonly ok: false; readonly code: UnreadableCode; readonly message: Text };

/**
 * Reads a returned workbook (.xlsx, .xlsm). Whatever the bytes are, the answer is a grid or a
 * refusal for a person to read; links, macros and DTDs are never followed, run or expanded.
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  try {
    return { ok: true, grid: new WorkbookReader(bytes, options).read() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, code: error.code, message: error.text };
  }
}

class WorkbookReader {
  private readonly limits: ReadLimits;
  private readonly path: ReadPath;
  private readonly reader: PackageReader;
  private cellCount = 0;

  constructor(
    bytes: Uint8Array,
    { limits, inflate = portableInflate, path = 'auto' }: ReadOptions,
  ) {
    const refusal = refuseOtherFile(bytes);
    if (refusal) throw refusal;
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.path = path;
    const zip = new ZipArchive(bytes, this.limits, inflate);
    this.reader = new PackageReader(zip, path, inflate);
  }

  read(): WorkbookGrid {
    const { reader, path, limits } = this;
    const parts = reader.workbook();
    const strings = readSharedStrings(reader.part(parts.sharedStrings), path, limits);
    const formats = reader.remembered(`styles ${limits.styles}`, parts.styles, (part) =>
      readNumberFormats(part, path, limits),
    );
    return {
      sheets: parts.sheets.map((sheet) => this.readSheet(sheet, strings, formats ?? [])),
      definedNames: parts.definedNames,
      externalLinks: parts.externalLinks,
      hasMacros: parts.hasMacros,
      ...this.readProperties(parts),
    };
  }

  private readProperties(parts: WorkbookParts): Pick<WorkbookGrid, 'application' | 'savedAt'> {
    const { reader, path } = this;
    return {
      application: reader.remembered('application', parts.appProperties, (part) =>
        readApplication(part, path),
      ),
      savedAt: readSavedAt(reader.part(parts.coreProperties), path),
    };
  }

  private readSheet(
    { name, state, part }: SheetEntry,
    strings: SharedStrings,
    formats: NumberFormats,
  ): SheetGrid {
    const content = this.readContent(this.reader.requirePart(part), {
      part,
      strings,
      formats,
      limits: this.limits,
      cellsBefore: this.cellCount,
    });
    this.cellCount += content.cells.size;
    return {
      name,
      state,
      rowCount: content.rowCount,
      columnCount: content.columnCount,
      cells: content.cells,
      hiddenRows: content.hiddenRows,
      hiddenColumns: content.hiddenColumns,
      merges: content.merges,
      isProtected: content.isProtected,
      comments: this.readSheetComments(part),
    };
  }

  private readContent(part: PartText, context: SheetContext): SheetContent {
    const reader = new CellReader(context);
    const scanned = this.path === 'auto' ? scanSheet(part, reader) : null;
    return scanned ?? parseSheet(part, reader);
  }

  private readSheetComments(sheetPart: string): Map<string, string> {
    const relationships = this.reader.relationships(sheetPart);
    const parts = (type: string): PartText[] =>
      relationships
        .filter((one) => one.type === type && !one.isExternal)
        .map(({ target }) => this.reader.requirePart(target));
    return readComments(parts('comments'), parts('threadedComment'), this.path, this.limits);
  }
}
