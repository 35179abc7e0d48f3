import { examine } from '../../../core/pipeline';
import { fill, type Text } from '../../../core/plan/text';
import type { CellValue } from '../../../core/sheet/description';
import type { WorkbookGrid } from '../../../core/sheet/grid';
import type { Digest } from '../../../core/template/seal';
import { countGroups, type ShownForm } from '../../../panel/department/form';
import { PortFailure, type Edit, type Place, type Port, type WrittenCell } from '../port';
import { declareFinal, type Declared } from './declare-final';
import { formOf } from './form-of';
import { departmentMessages as messages } from './messages';
import { typedFigure, typedText } from './typed-figure';

export interface DepartmentState {
  /** Null until the workbook is read, and where it is no form. */
  readonly form: ShownForm | null;
  /** Why it is no form. */
  readonly problem: Text | null;
  /** What went wrong last, until the person puts it away. */
  readonly failure: Text | null;
  /** What was typed into the pane and is not in the workbook yet, by input. */
  readonly drafts: ReadonlyMap<string, string>;
  /** What is being done on the person's request. */
  readonly doing: 'checking' | 'writing' | 'declaring' | 'saving' | null;
  /** What the last self-check says. */
  readonly checked: Text | null;
  readonly declared: Declared | null;
  /** For a screen reader. */
  readonly news: Text | null;
}

export interface SessionOptions {
  readonly port: Port;
  readonly digest: Digest;
  readonly now: () => Date;
  /** Runs later what was typed a moment ago; the wait in milliseconds. */
  readonly later: (run: () => void, wait: number) => void;
}

/** What the pane holds a form against: no round is named, and its plans are those that it carries. */
const ALONE = { round: null, plans: [], isSigned: false } as const;
/** After the last key, in milliseconds. */
const TYPING_PAUSE = 60;

/**
 * The department's pane without its looks: reads the open workbook, reads it again after every edit,
 * keeps what was typed until it is in the workbook, checks, and declares the form final.
 */
export class DepartmentSession {
  private state: DepartmentState = {
    ...{ form: null, problem: null, failure: null, drafts: new Map(), doing: null },
    ...{ checked: null, declared: null, news: null },
  };
  private readonly listeners = new Set<() => void>();
  private grid: WorkbookGrid | null = null;
  /** What happened since `grid` was read. */
  private edits: Edit[] = [];
  private reading: Promise<void> | null = null;
  private unwatch: (() => Promise<void>) | null = null;
  private isStopped = false;
  /** Inputs whose drafts go to the workbook by themselves. */
  private readonly typed = new Set<string>();
  private isCommitDue = false;
  private committing: Promise<boolean> = Promise.resolve(true);

  constructor(private readonly options: SessionOptions) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DepartmentState => this.state;

  /** Watches the workbook and shows it; `grid` where it was just read. */
  async start(grid: WorkbookGrid | null = null): Promise<void> {
    if (grid) this.take(grid);
    await this.attempt(async () => {
      const unwatch = await this.options.port.watch((edit) => {
        this.edits.push(edit);
        void this.refresh();
      });
      if (this.isStopped) await unwatch();
      else this.unwatch = unwatch;
    });
    if (!grid) await this.refresh();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.attempt(async () => this.unwatch?.());
  }

  dismissFailure(): void {
    this.change({ failure: null });
  }

  async goTo(place: Place): Promise<void> {
    await this.attempt(() => this.options.port.goTo(place));
  }

  /** Keeps what is typed into the pane; it stays there until it is in the workbook or taken back. */
  draft(input: string, text: string): void {
    this.change({ drafts: new Map(this.state.drafts).set(input, text) });
  }

  discard(input: string): void {
    this.forget([input]);
  }

  /** Keeps what is typed, and puts it into the workbook when the typing pauses. */
  type(input: string, text: string): void {
    this.typed.add(input);
    this.draft(input, text);
    if (this.isCommitDue) return;
    this.isCommitDue = true;
    this.options.later(() => {
      this.isCommitDue = false;
      void this.commit([...this.typed]);
    }, TYPING_PAUSE);
  }

  /** Puts an explanation into its cell. */
  async explain(input: string): Promise<void> {
    await this.busy('writing', async () => {
      if (!(await this.commit([input]))) return;
      const cell = this.cellsByInput().get(input)?.place.cell ?? '';
      this.change({ news: fill(messages.explained, { cell }) });
    });
  }

  /** Reads everything anew, as a verdict that counts needs it. */
  async selfCheck(): Promise<void> {
    await this.busy('checking', async () => {
      if (!(await this.commitAll()) || !(await this.readAnew())) return;
      const left = this.leftToDo();
      const checked =
        left === 0 ? messages.checkedClean : fill(messages.checkedOpen, { count: left });
      this.change({ checked, news: checked });
    });
  }

  /** Stamps, locks and saves the form where nothing is left to do. */
  async declare(): Promise<void> {
    await this.busy('declaring', async () => {
      if (!(await this.commitAll()) || !(await this.readAnew())) return;
      const { form } = this.state;
      if (!form) return;
      const left = this.leftToDo();
      if (left > 0) {
        this.change({ checked: fill(messages.checkedOpen, { count: left }) });
        return;
      }
      const declared = await this.attempt(() =>
        declareFinal(form, {
          port: this.options.port,
          now: this.options.now(),
          recheck: async () => (await this.readAnew()) && this.leftToDo() === 0,
        }),
      );
      if (declared) this.change({ declared, checked: null, news: declared.text });
    });
  }

  /** Hands the workbook over as it is. */
  async save(): Promise<void> {
    await this.busy('saving', async () => {
      if (!(await this.commitAll())) return;
      await this.attempt(() => this.options.port.save(fileNameOf(this.state.form)));
    });
  }

  private leftToDo(): number {
    const { form } = this.state;
    if (!form) return 0;
    const { error, explain, open } = countGroups(form.findings);
    return error + explain + open;
  }

  private async busy(doing: DepartmentState['doing'], run: () => Promise<void>): Promise<void> {
    if (this.state.doing !== null) return;
    this.change({ doing, failure: null });
    try {
      await run();
    } finally {
      this.change({ doing: null });
    }
  }

  /** Whether all of these are in the workbook now; what is not stays a draft. */
  private commit(inputs: readonly string[]): Promise<boolean> {
    // one after the other: a later text must not be overtaken by an earlier one
    this.committing = this.committing.then(() => this.write(inputs));
    return this.committing;
  }

  private commitAll(): Promise<boolean> {
    return this.commit([...this.state.drafts.keys()]);
  }

  private async write(inputs: readonly string[]): Promise<boolean> {
    const { drafts } = this.state;
    const cells = this.cellsByInput();
    const ready = inputs.flatMap((input) => {
      const [text, cell] = [drafts.get(input), cells.get(input)];
      return text === undefined || !cell ? [] : [{ input, text, ...cell }];
    });
    if (ready.length === 0) return true;
    const written = ready.map(({ place, text, isFigure }): WrittenCell => ({
      ...place,
      value: valueOf(text, isFigure),
    }));
    const isWritten = await this.attempt(async () => {
      await this.options.port.write(written);
      return true;
    });
    if (!isWritten) return false;
    this.edits.push(...written.map(({ sheet, cell }) => ({ sheet, range: cell })));
    await this.refresh();
    // what was typed meanwhile stays
    this.forget(
      ready
        .filter(({ input, text }) => this.state.drafts.get(input) === text)
        .map(({ input }) => input),
    );
    return true;
  }

  private forget(inputs: readonly string[]): void {
    const drafts = new Map(this.state.drafts);
    for (const input of inputs) {
      drafts.delete(input);
      this.typed.delete(input);
    }
    this.change({ drafts });
  }

  private cellsByInput(): Map<string, { readonly place: Place; readonly isFigure: boolean }> {
    const { form } = this.state;
    const cells = new Map<string, { place: Place; isFigure: boolean }>();
    for (const { cells: open, choices } of form?.rows ?? [])
      for (const [column, cell] of Object.entries(open))
        cells.set(cell.input, {
          place: cell.place,
          isFigure: column === 'actual' && choices === null,
        });
    for (const { input, place } of form?.fields ?? []) cells.set(input, { place, isFigure: false });
    return cells;
  }

  /** Reads what the edits may have touched; one reading at a time, and one more after it where needed. */
  private refresh(): Promise<void> {
    this.reading ??= this.readEdits().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readEdits(): Promise<void> {
    do {
      const edits = this.edits;
      this.edits = [];
      const grid = this.grid;
      const isRead = await this.attempt(async () => {
        const read = await this.options.port.readWorkbook(grid ? { grid, edits } : undefined);
        if (read) this.take(read);
        return true;
      });
      if (!isRead) {
        // the next edit tries again, with these
        this.edits = [...edits, ...this.edits];
        return;
      }
    } while (this.edits.length > 0 && !this.isStopped);
  }

  private async readAnew(): Promise<boolean> {
    await this.reading;
    this.grid = null;
    this.edits = [];
    await this.refresh();
    return this.isRead();
  }

  private isRead(): boolean {
    return this.grid !== null && this.state.form !== null;
  }

  private take(grid: WorkbookGrid): void {
    this.grid = grid;
    const examination = examine(grid, this.options.digest, ALONE);
    if (examination.is !== 'submission') {
      const problem = examination.is === 'damaged' ? messages.damaged : messages.foreign;
      this.change({ form: null, problem });
      return;
    }
    const before = this.state.form;
    const form = formOf(grid, examination.submission, examination.findings);
    this.change({ form, problem: null, ...(before ? changedNews(before, form) : {}) });
  }

  /** What `run` gives; undefined where the program refused, which is then said. */
  private async attempt<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof PortFailure)) throw error;
      this.change({ failure: error.text });
      return undefined;
    }
  }

  private change(part: Partial<DepartmentState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

function valueOf(text: string, isFigure: boolean): CellValue {
  return isFigure ? typedFigure(text) : typedText(text);
}

/** Says how things stand where that has changed; an earlier self-check is then out of date. */
function changedNews(before: ShownForm, form: ShownForm): Partial<DepartmentState> {
  const [was, is] = [before, form].map(standing) as [string, string];
  if (was === is) return {};
  const { error, explain } = countGroups(form.findings);
  const { filled, total } = form;
  return { checked: null, news: fill(messages.news, { filled, total, error, explain }) };
}

function standing({ filled, findings }: ShownForm): string {
  return JSON.stringify([filled, findings.map(({ id, group }) => [id, group])]);
}

/** Such as 市经信局_2021年二季度.xlsx. */
function fileNameOf(form: ShownForm | null): string {
  const name = form ? `${form.reporter.zh}_${form.period.zh}` : '报送表';
  return `${name.replace(/[\\/:*?"<>|\s]+/g, '_')}.xlsx`;
}
