import { openForm, fillIn } from '../../src/hosts/cli/demo/fill-in';
import { patchWorkbook, type CellEdit } from '../../src/xlsx/write/patch-workbook';
import { writeWorkbook } from '../../src/xlsx/write/write-workbook';
import { seedPlan, type SEED_IDS } from '../factories/plan';
import { contextOf, templateFor } from '../factories/template';
import { PERIODS } from '../hosts/office/periods';

type SeedId = (typeof SEED_IDS)[number];

/** The blank of a real plan for the organisation that reports most. */
export function blankForm(id: SeedId): Promise<Uint8Array> {
  return writeWorkbook(templateFor(contextOf([seedPlan(id)], PERIODS[id])).description);
}

/** The same filled in without a fault. */
export async function filledForm(id: SeedId): Promise<Uint8Array> {
  return fillIn(await blankForm(id), '2021-07-08');
}

/** The same with a fault of each kind: wrong, behind, blank, not explained, head incomplete. */
export async function faultyForm(id: SeedId): Promise<Uint8Array> {
  const bytes = await filledForm(id);
  const { entries, fields } = openForm(bytes);
  const open = entries.filter(({ entry }) => entry.derivation === null);
  const edits: CellEdit[] = [];
  const put = (cell: string | null | undefined, value: CellEdit['value']) => {
    const [first] = entries;
    if (cell && first) edits.push({ sheet: first.sheet, cell, value });
  };
  put(open[0]?.cells.actual, '约50');
  put(open[1]?.cells.actual, null);
  put(open[2]?.cells.actual, -5);
  put(open[3]?.cells.state, '不适用');
  for (const { cells } of open) put(cells.explanation, null);
  put(fields.find(({ id: field }) => field === 'filler')?.cell, null);
  return patchWorkbook(bytes, edits);
}
