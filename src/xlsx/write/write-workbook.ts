import type { Workbook } from 'exceljs';
import type { WorkbookDescription } from '../../core/sheet/description';
import { withBodyAsCells } from '../../core/sheet/body';
import { isBig, packBigSheet, sampleOf } from './big-sheet';
import { portableDeflate } from './deflate';
import { loadExceljs } from './load-exceljs';
import { finishParts, type Parts } from './package';
import { passwordHashes, sheetProtection } from './protection';
import { addSheet } from './sheets';
import { cellStyles } from './styles';
import { cleanText } from './text';
import { joined, packPart, zipPieces, type PackedPart } from './zip';
import type { WriteOptions } from './write-options';

/**
 * Writes the described workbook as .xlsx; the same description always gives the same bytes.
 * Throws on a description that no program could open: that is a bug of whoever made it.
 */
export async function writeWorkbook(
  description: WorkbookDescription,
  options?: WriteOptions,
): Promise<Uint8Array> {
  return joined(await workbookPieces(description, options));
}

/** The same in pieces that follow each other: a long workbook need not be in memory twice. */
export async function workbookPieces(
  description: WorkbookDescription,
  { deflate = portableDeflate, sha512 }: WriteOptions = {},
): Promise<readonly Uint8Array[]> {
  const sheets = description.sheets.map((sheet) => (isBig(sheet) ? sampleOf(sheet) : sheet));
  const parts = await renderParts({ ...description, sheets }, sha512);
  const packed = new Map<string, PackedPart>();
  for (const [path, content] of Object.entries(parts)) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1];
    const sheet = number === undefined ? undefined : description.sheets[Number(number) - 1];
    const isStreamed = sheet !== undefined && isBig(sheet);
    packed.set(
      path,
      isStreamed ? packBigSheet(content, sheet, deflate) : packPart(content, deflate),
    );
  }
  return zipPieces(packed);
}

/** The parts of the described workbook, not packed yet. */
export async function renderParts(
  description: WorkbookDescription,
  sha512: WriteOptions['sha512'],
): Promise<Parts> {
  const active = description.sheets.findIndex(({ state }) => state === 'visible');
  if (active < 0) throw new Error('a workbook needs a visible sheet');

  const sheets = description.sheets.map(withBodyAsCells);
  const exceljs = loadExceljs();
  const workbook = new exceljs.Workbook();
  setProperties(workbook, description, active);
  const styles = cellStyles(description.styles);
  const hashes = passwordHashes(description, sha512);
  sheets.forEach((sheet, index) => {
    const protection = sheet.protection && sheetProtection(sheet.protection, hashes);
    addSheet(workbook, sheet, styles, protection, index === active);
  });
  const written = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return finishParts(new Uint8Array(written), { ...description, sheets });
}

function setProperties(workbook: Workbook, description: WorkbookDescription, active: number): void {
  const createdAt = new Date(description.createdAt);
  if (Number.isNaN(createdAt.getTime()))
    throw new Error(`createdAt is an ISO time, not “${description.createdAt}”`);
  workbook.title = cleanText(description.title);
  workbook.creator = cleanText(description.creator);
  workbook.lastModifiedBy = workbook.creator;
  workbook.created = createdAt;
  workbook.modified = createdAt;
  // the sheets carry the language of the interface; the title is the plan's own
  const isChinese = description.sheets.some(({ name }) => /\p{Script=Han}/u.test(name));
  Object.assign(workbook, { language: isChinese ? 'zh-CN' : 'en' });
  workbook.views = [
    {
      x: 0,
      y: 0,
      width: 28_800,
      height: 17_000,
      firstSheet: 0,
      activeTab: active,
      visibility: 'visible',
    },
  ];
}
