import type { Text } from '../../../core/plan/text';
import { hasSameContent } from '../../../core/report/same-content';
import { returnSlip, type ReturnedFile } from '../../../core/report/return-slip';
import type { SlipDesign } from '../../../core/report/return-slip-design';
import { slipMarks } from '../../../core/report/return-slip-marks';
import { slipMessages } from '../../../core/report/return-slip-messages';
import { slipSheet, slipWorkbook } from '../../../core/report/return-slip-sheet';
import type { WorkbookGrid } from '../../../core/sheet/grid';
import { isReturnSlip } from '../../../core/submission/return-slip-mark';
import { nodeInflate } from '../../../xlsx/read/inflate-node';
import { readWorkbook } from '../../../xlsx/read/read-workbook';
import { NATIVE_WRITING } from '../native-writing';
import { markWorkbook } from '../../../xlsx/write/marking/mark-workbook';
import { writeWorkbook } from '../../../xlsx/write/write-workbook';
import { PRODUCT } from '../product';

/** Under which our marks are known again, in whatever language the round speaks. */
const SIGN = slipMessages.sheet.zh;

export interface WrittenSlip {
  readonly bytes: Uint8Array;
  /** Why the slip comes without a marked copy; null where it is one. */
  readonly noCopy: Text | null;
}

/**
 * Writes the slip for a returned file: a copy of the sender's workbook with the slip in front and its
 * cells marked, or, where such a copy would not be certain to hold the same, a workbook of the slip alone.
 */
export async function writeSlip(
  returned: ReturnedFile,
  file: { readonly bytes: Uint8Array; readonly grid: WorkbookGrid | null },
  design: SlipDesign,
  createdAt: string,
): Promise<WrittenSlip> {
  const slip = returnSlip(returned);
  const alone = async (noCopy: Text): Promise<WrittenSlip> => {
    const name = slipMessages.sheet[returned.round.language];
    const made = { createdAt, product: PRODUCT };
    const workbook = slipWorkbook(slip, { design, noCopy, name }, made);
    return { bytes: await writeWorkbook(workbook, NATIVE_WRITING), noCopy };
  };
  if (slip.noCopy !== null) return alone(slip.noCopy);
  if (file.grid === null) throw new Error(`${returned.file} has findings but was never read`);
  const replaces = file.grid.sheets.find(isReturnSlip)?.name ?? null;
  const name = freeName(file.grid, slipMessages.sheet[returned.round.language], replaces);
  const { sheet, styles } = slipSheet(slip, { design, noCopy: null, name });
  const marked = markWorkbook(
    file.bytes,
    { sheet, styles, replaces, sign: SIGN, marks: slipMarks(slip) },
    NATIVE_WRITING,
  );
  if (!marked.ok) return alone(marked.reason);
  const read = readWorkbook(marked.bytes, { inflate: nodeInflate });
  const slips = new Set([name, ...(replaces === null ? [] : [replaces])]);
  const isSame = read.ok && hasSameContent(file.grid, read.grid, slips);
  return isSame ? { bytes: marked.bytes, noCopy: null } : alone(slipMessages.differs);
}

/** A sheet's name that no other sheet has; the slip of an earlier time keeps its own. */
function freeName({ sheets }: WorkbookGrid, wanted: string, replaces: string | null): string {
  if (replaces !== null) return replaces;
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted} (${count})`;
  return name;
}
