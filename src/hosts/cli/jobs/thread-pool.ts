import { Worker } from 'node:worker_threads';
import { Interrupted } from './interrupt';

/** What became of one task. */
export type Outcome<Result> =
  | { readonly is: 'done'; readonly result: Result }
  /** The task threw: a bug of ours. */
  | { readonly is: 'failed'; readonly error: unknown }
  /** Its thread ended under it, out of memory for one. */
  | { readonly is: 'lost' };

/** From the pool to a thread. */
export interface TaskMessage<Task = unknown> {
  readonly index: number;
  readonly task: Task;
}

/** From a thread to the pool: that it is ready, then the outcome of each task. */
export type ThreadMessage<Result> =
  'ready' | { readonly index: number; readonly outcome: Outcome<Result> };

export interface PoolOptions {
  /** A compiled script that answers each TaskMessage with a ThreadMessage. */
  readonly script: string;
  /** Its workerData. */
  readonly settings: unknown;
  readonly threads: number;
  readonly signal: AbortSignal;
}

/** How many outcomes for each thread may wait for one that takes long, so that memory stays bounded. */
export const AHEAD = 16;
/** What one file may need, in megabytes: a limit far above what the reader itself lets through. */
const HEAP = 1024;

/**
 * Runs tasks in worker threads and gives their outcomes in the order of the tasks.
 * @throws Interrupted when the signal is set, and whatever keeps the script from starting
 */
export async function* inThreads<Result>(
  tasks: readonly unknown[],
  options: PoolOptions,
): AsyncGenerator<Outcome<Result>, void, undefined> {
  const pool = new ThreadPool<Result>(tasks, options);
  try {
    for (const index of tasks.keys()) yield await pool.take(index);
  } finally {
    await pool.end();
  }
}

class ThreadPool<Result> {
  private readonly threads = new Set<Worker>();
  private readonly idle = new Set<Worker>();
  private readonly busy = new Map<Worker, number>();
  private readonly outcomes = new Map<number, Outcome<Result>>();
  private failure: Error | null = null;
  private isEnding = false;
  private next = 0;
  private taken = 0;
  /** Wakes whoever waits for an outcome. */
  private wake: () => void = () => undefined;
  private readonly interrupt = (): void => {
    this.fail(new Interrupted());
  };

  constructor(
    private readonly tasks: readonly unknown[],
    private readonly options: PoolOptions,
  ) {
    options.signal.addEventListener('abort', this.interrupt);
    for (let thread = 0; thread < Math.min(options.threads, tasks.length); thread++) this.start();
  }

  /** The outcome of the task of this number; to be asked for one after the other. */
  async take(index: number): Promise<Outcome<Result>> {
    for (;;) {
      if (this.options.signal.aborted) throw new Interrupted();
      if (this.failure) throw this.failure;
      const outcome = this.outcomes.get(index);
      if (outcome) {
        this.outcomes.delete(index);
        this.taken = index + 1;
        for (const thread of [...this.idle]) this.give(thread);
        return outcome;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  async end(): Promise<void> {
    this.isEnding = true;
    this.options.signal.removeEventListener('abort', this.interrupt);
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private start(): void {
    const thread = new Worker(this.options.script, {
      workerData: this.options.settings,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    let isReady = false;
    let reason: Error | null = null;
    this.threads.add(thread);
    thread.on('message', (message: ThreadMessage<Result>) => {
      if (message === 'ready') isReady = true;
      else this.settle(thread, message.index, message.outcome);
      this.give(thread);
    });
    thread.on('error', (error) => {
      reason = error instanceof Error ? error : new Error(String(error));
    });
    thread.on('exit', () => {
      this.threads.delete(thread);
      this.idle.delete(thread);
      if (this.isEnding) return;
      const index = this.busy.get(thread);
      if (index !== undefined) this.settle(thread, index, { is: 'lost' });
      // one that never got ready would not the second time either
      if (isReady) this.start();
      else this.fail(reason ?? new Error('a thread ended before it began'));
    });
  }

  /** Gives the thread its next task; it rests where the others are far enough ahead. */
  private give(thread: Worker): void {
    const isLast = this.next >= this.tasks.length;
    if (isLast || this.next >= this.taken + AHEAD * this.options.threads) {
      this.idle.add(thread);
      return;
    }
    this.idle.delete(thread);
    const message: TaskMessage = { index: this.next, task: this.tasks[this.next] };
    this.busy.set(thread, this.next++);
    thread.postMessage(message);
  }

  private settle(thread: Worker, index: number, outcome: Outcome<Result>): void {
    this.busy.delete(thread);
    this.outcomes.set(index, outcome);
    this.wake();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }
}
