import type { Place } from '../pane/port';
import { failure } from './failures';
import type { Requests } from './requests';

/** Selects a cell and brings its sheet to the front. @throws PortFailure */
export async function goToCell(requests: Requests, { sheet, cell }: Place): Promise<void> {
  await requests.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load('visibility');
    await context.sync();
    if (worksheet.isNullObject) throw failure('no-sheet', 'noSheet', { sheet });
    if (worksheet.visibility !== 'Visible')
      throw failure('refused', 'hiddenSheet', { sheet, cell });
    worksheet.activate();
    worksheet.getRange(cell).select();
    await context.sync();
  });
}
