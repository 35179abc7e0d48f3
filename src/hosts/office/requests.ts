import { PortFailure } from '../pane/port';
import { asFailure } from './failures';

export interface RequestOptions {
  /** Milliseconds before each further try while a cell is being edited. */
  readonly editingWaits: readonly number[];
  readonly pause: (milliseconds: number) => Promise<void>;
}

export const DEFAULT_REQUESTS: RequestOptions = {
  // 4.25 s in all, then the person is told
  editingWaits: [150, 300, 600, 1200, 2000],
  pause: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

type Batch<Result> = (context: Excel.RequestContext) => Promise<Result>;

/** Runs batches in Excel, waits while a cell is being edited, and says what went wrong. */
export class Requests {
  /** Whether a change that failed half-way has left Excel silent. */
  private isSilent = false;

  constructor(readonly options: RequestOptions = DEFAULT_REQUESTS) {}

  /**
   * Runs a batch that may be run again from its start: Excel refuses every request while a cell is
   * being edited.
   * @param known the context of objects that the batch goes on with
   * @throws PortFailure
   */
  async run<Result>(
    batch: Batch<Result>,
    known?: OfficeExtension.ClientRequestContext,
  ): Promise<Result> {
    const { editingWaits, pause } = this.options;
    const wanted: Batch<Result> = async (context) => {
      if (this.isSilent) context.runtime.enableEvents = true;
      const result = await batch(context);
      this.isSilent = false;
      return result;
    };
    for (let attempt = 0; ; attempt++) {
      try {
        return await (known ? Excel.run(known, wanted) : Excel.run(wanted));
      } catch (error) {
        const failure = asFailure(error);
        const wait = editingWaits[attempt];
        if (!(failure instanceof PortFailure) || failure.code !== 'editing' || wait === undefined)
          throw failure;
        await pause(wait);
      }
    }
  }

  /**
   * Changes the workbook in one request during which Excel tells the add-in of no event, so that it
   * does not take its own writing for a person's.
   * @throws PortFailure
   */
  async change(queue: (context: Excel.RequestContext) => void): Promise<void> {
    try {
      await this.run(async (context) => {
        context.runtime.enableEvents = false;
        queue(context);
        context.runtime.enableEvents = true;
        await context.sync();
      });
    } catch (error) {
      await this.listenAgain();
      throw error;
    }
  }

  /** Has Excel tell of events again, at once or else with the next request that it takes. */
  private async listenAgain(): Promise<void> {
    this.isSilent = true;
    try {
      await this.run((context) => context.sync());
    } catch (error) {
      if (!(error instanceof PortFailure)) throw error;
    }
  }
}
