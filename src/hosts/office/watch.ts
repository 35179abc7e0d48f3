import { PortFailure, type Edit } from '../pane/port';
import type { Requests } from './requests';
import type { SheetNames } from './sheet-names';

/** Milliseconds in which what happens is told together: a paste or a macro makes hundreds of events. */
const BURST = 15;

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Tells of edits: typing, pasting, rows and sheets that come and go, and recalculation, since a pick
 * from a dropdown makes no event of its own in some versions but makes the form's formulas compute.
 * A renamed sheet is found when the workbook is next read.
 * What the add-in itself writes is left out.
 * @throws PortFailure
 */
export async function watchWorkbook(
  requests: Requests,
  names: SheetNames,
  listener: (edit: Edit) => void,
): Promise<() => Promise<void>> {
  const burst = new Burst(requests, names, listener);
  const at = (sheetId: string, range: string | null = null): Promise<void> => {
    burst.edited(sheetId, range);
    return Promise.resolve();
  };
  const handlers = await requests.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    const added: Handler[] = [
      worksheets.onChanged.add((event) => {
        const { worksheetId, changeType, address } = event;
        if (isOwn(event)) return Promise.resolve();
        return at(worksheetId, changeType === 'RangeEdited' ? address : null);
      }),
      worksheets.onCalculated.add(({ worksheetId }) => {
        burst.recalculated(worksheetId);
        return Promise.resolve();
      }),
      worksheets.onAdded.add(({ worksheetId }) => at(worksheetId)),
      worksheets.onDeleted.add(({ worksheetId }) => at(worksheetId)),
    ];
    if (Office.context.requirements.isSetSupported('ExcelApi', '1.11'))
      added.push(worksheets.onRowHiddenChanged.add(({ worksheetId }) => at(worksheetId)));
    await context.sync();
    names.learn(worksheets.items);
    return added;
  });
  return async () => {
    burst.stop();
    await requests.run(async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    }, handlers[0]!.context);
  };
}

/** From ExcelApi 1.14 on events say whose they are; before, own writing makes none (Requests.change). */
function isOwn({ triggerSource }: Pick<Excel.WorksheetChangedEventArgs, 'triggerSource'>): boolean {
  return (triggerSource as string | undefined) === 'ThisLocalAddin';
}

/** Gathers what happens within a short time into one edit for each sheet. */
class Burst {
  /** By sheet id. */
  private readonly ranges = new Map<string, string | null>();
  private readonly recalculatedSheets = new Set<string>();
  private isPending = false;
  private isStopped = false;

  constructor(
    private readonly requests: Requests,
    private readonly names: SheetNames,
    private readonly listener: (edit: Edit) => void,
  ) {}

  edited(sheetId: string, range: string | null): void {
    const before = this.ranges.get(sheetId);
    this.ranges.set(sheetId, before === undefined || before === range ? range : null);
    this.tellSoon();
  }

  /** A recalculation that follows an edit in the same burst says nothing new. */
  recalculated(sheetId: string): void {
    this.recalculatedSheets.add(sheetId);
    this.tellSoon();
  }

  stop(): void {
    this.isStopped = true;
  }

  private tellSoon(): void {
    if (this.isPending || this.isStopped) return;
    this.isPending = true;
    void this.requests.options.pause(BURST).then(() => this.tell());
  }

  private async tell(): Promise<void> {
    this.isPending = false;
    const edits = new Map(this.ranges);
    if (edits.size === 0) for (const id of this.recalculatedSheets) edits.set(id, null);
    this.ranges.clear();
    this.recalculatedSheets.clear();
    if ([...edits.keys()].some((id) => this.names.nameOf(id) === null)) await this.learnNames();
    if (this.isStopped) return;
    for (const [id, range] of edits) {
      const sheet = this.names.nameOf(id);
      // a sheet that came and went unseen
      if (sheet !== null) this.listener({ sheet, range });
    }
  }

  private async learnNames(): Promise<void> {
    try {
      await this.requests.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load('items/id,items/name');
        await context.sync();
        this.names.learn(worksheets.items);
      });
    } catch (error) {
      // whoever reads the workbook next meets the same refusal, and says it
      if (!(error instanceof PortFailure)) throw error;
    }
  }
}
