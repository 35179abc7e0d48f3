import type { Text } from '../../../core/plan/text';

/**
 * What a worker can be asked, by name. A question is what a task asks back of whoever called it,
 * because only a page can do it; `never` where it asks nothing.
 */
export interface Call {
  readonly request: unknown;
  readonly answer: unknown;
  readonly progress: unknown;
  readonly question: unknown;
  readonly reply: unknown;
}

type CallsOf<C> = { readonly [Name in keyof C]: Call };

/** What a task has besides its request. */
export interface TaskContext<One extends Call> {
  readonly signal: AbortSignal;
  readonly tell: (progress: One['progress']) => void;
  readonly ask: (question: One['question']) => Promise<One['reply']>;
}

export type Tasks<C extends CallsOf<C>> = {
  readonly [Name in keyof C]: (
    request: C[Name]['request'],
    context: TaskContext<C[Name]>,
  ) => Promise<C[Name]['answer']>;
};

export interface CallOptions<One extends Call> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: One['progress']) => void;
  readonly onQuestion?: (question: One['question']) => Promise<One['reply']>;
}

/**
 * Asks a worker, or whoever stands in for it.
 * @throws Refused for what cannot be done, Cancelled where the signal ended it, Error for a bug of ours
 */
export type Caller<C extends CallsOf<C>> = <Name extends keyof C & string>(
  name: Name,
  request: C[Name]['request'],
  options?: CallOptions<C[Name]>,
) => Promise<C[Name]['answer']>;

/** What was asked for can't be done, said in words for a person. */
export class Refused extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** The person ended it. */
export class Cancelled extends Error {}

/** From the page to the worker. */
export type ToWorker =
  | {
      readonly is: 'call';
      readonly id: number;
      readonly name: string;
      readonly request: unknown;
    }
  | { readonly is: 'cancel'; readonly id: number }
  | { readonly is: 'reply'; readonly question: number; readonly value: unknown };

/** From the worker to the page. */
export type ToPage =
  | { readonly is: 'progress'; readonly id: number; readonly value: unknown }
  | {
      readonly is: 'question';
      readonly id: number;
      readonly question: number;
      readonly value: unknown;
    }
  | { readonly is: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly is: 'refused'; readonly id: number; readonly text: Text }
  | { readonly is: 'cancelled'; readonly id: number }
  | { readonly is: 'failed'; readonly id: number; readonly detail: string };
