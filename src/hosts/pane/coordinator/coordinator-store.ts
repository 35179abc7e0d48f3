import { fill, type Language, type Text } from '../../../core/plan/text';
import type { CoordinatorState, FileRow, Notice, Work } from '../../../panel/coordinator/model';
import { PortFailure, type Port } from '../port';
import { Cancelled, Refused, type Caller } from '../worker/calls';
import { readChoices, writeChoices } from './choices';
import type { CoordinatorCalls } from './coordinator-calls';
import { filesAfter } from './file-rows';
import { storeMessages as messages } from './store-messages';

/** The state of the coordinator's pane, apart from how it is shown, so that closing a view loses nothing. */
export class CoordinatorStore {
  private current: CoordinatorState;
  private readonly listeners = new Set<() => void>();
  private controller: AbortController | null = null;

  constructor(
    readonly call: Caller<CoordinatorCalls>,
    readonly port: Port,
    /** The person's clock. */
    readonly now: () => Date,
  ) {
    this.current = initialState(port, now());
  }

  get state(): CoordinatorState {
    return this.current;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  set(change: Partial<CoordinatorState>): void {
    this.current = { ...this.current, ...change };
    writeChoices(this.port, this.current);
    for (const listener of this.listeners) listener();
  }

  say(intent: Notice['intent'], text: Text): void {
    this.set({ notice: { intent, text } });
  }

  /**
   * Does one piece of work at a time and says what goes wrong. Null where it was refused, cancelled
   * or broke off, or where other work is under way.
   */
  async run<T>(
    what: Work['what'],
    work: (signal: AbortSignal) => Promise<T>,
    { canCancel = false } = {},
  ): Promise<T | null> {
    if (this.current.work) return null;
    this.controller = new AbortController();
    this.set({ work: { what, progress: null, canCancel }, notice: null });
    try {
      return await work(this.controller.signal);
    } catch (error) {
      this.sayError(error);
      return null;
    } finally {
      this.controller = null;
      this.set({ work: null });
    }
  }

  progress(done: number, total: number): void {
    const { work } = this.current;
    if (work) this.set({ work: { ...work, progress: { done, total } } });
  }

  /** Some files were checked: they and how far it is show together. */
  checked(rows: readonly FileRow[], done: number, total: number): void {
    const { work, files } = this.current;
    this.set({
      files: filesAfter(files, rows),
      work: work && { ...work, progress: { done, total } },
    });
  }

  /** Ends the work under way; what is done stays. */
  cancel(): void {
    this.controller?.abort();
  }

  sayError(error: unknown): void {
    if (error instanceof Cancelled) this.say('info', messages.cancelled);
    else if (error instanceof Refused || error instanceof PortFailure)
      this.say('error', error.text);
    else {
      console.error(error);
      // the rest of it is for the console
      const [detail = ''] = String(error instanceof Error ? error.message : error).split('\n');
      this.say('error', fill(messages.internal, { detail }));
    }
  }

  /** Language of what is made: forms, lists. */
  language: Language = 'zh';
}

function initialState(port: Port, now: Date): CoordinatorState {
  const choices = readChoices(port, now);
  return {
    ...choices,
    notice: null,
    work: null,
    plans: null,
    shown: null,
    refusedPlan: null,
    previous: null,
    preview: null,
    round: null,
    isUnsaved: false,
    files: [],
    fileFilter: 'all',
    fileSearch: '',
    standing: null,
    reasons: {},
    outputs: null,
  };
}
