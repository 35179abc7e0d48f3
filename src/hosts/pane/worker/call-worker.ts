import { Cancelled, Refused, type Call, type CallOptions, type Caller, type ToPage } from './calls';
import type { ToWorker } from './calls';

/** The part of Worker that calls go through. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  onmessage: ((event: { readonly data: ToPage }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
}

interface Waiting {
  readonly options: CallOptions<Call>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Calls the tasks of a worker. A worker that breaks fails every call that waits for it. */
export function callWorker<C extends { readonly [Name in keyof C]: Call }>(
  worker: WorkerPort,
): Caller<C> {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  worker.onmessage = ({ data }) => {
    const call = waiting.get(data.id);
    if (!call) return;
    if (data.is === 'progress') {
      call.options.onProgress?.(data.value);
      return;
    }
    if (data.is === 'question') {
      const { question, value } = data;
      const ask = call.options.onQuestion ?? (() => Promise.resolve(null));
      void ask(value)
        .catch(() => null)
        .then((reply) => {
          worker.postMessage({ is: 'reply', question, value: reply });
        });
      return;
    }
    waiting.delete(data.id);
    settle(call, data);
  };
  worker.onerror = (event) => {
    event.preventDefault?.();
    const error = new Error(`the worker broke: ${event.message ?? 'it could not be started'}`);
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  };
  return (name, request, options = {}) => {
    const id = ++calls;
    return new Promise((resolve, reject) => {
      // what comes back under this id is what the task of this name answers
      const settled = { resolve: resolve, reject };
      waiting.set(id, { options: options as unknown as CallOptions<Call>, ...settled });
      const { signal } = options;
      signal?.addEventListener('abort', () => {
        worker.postMessage({ is: 'cancel', id });
      });
      worker.postMessage({ is: 'call', id, name, request });
      if (signal?.aborted === true) worker.postMessage({ is: 'cancel', id });
    });
  };
}

function settle(
  { resolve, reject }: Waiting,
  message: Exclude<ToPage, { is: 'progress' | 'question' }>,
): void {
  switch (message.is) {
    case 'answer':
      resolve(message.value);
      break;
    case 'refused':
      reject(new Refused(message.text));
      break;
    case 'cancelled':
      reject(new Cancelled('cancelled'));
      break;
    case 'failed':
      reject(new Error(message.detail));
      break;
  }
}
