import { BUILD } from '../build';
import type { FileAnswer } from './file-calls';
import type { FileWork } from './file-work';

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** Has the worker do it; the worker starts with the first file. */
export function workInWorker(): FileWork {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;
  const start = (): Worker => {
    const started = new Worker(`scripts/department-worker.${BUILD}.js`);
    started.addEventListener('message', ({ data }: MessageEvent<FileAnswer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('error' in data) asked?.reject(new Error(data.error));
      else asked?.resolve(data.result as never);
    });
    started.addEventListener('error', () => {
      // such as out of memory: the next file gets a fresh one
      worker = null;
      for (const { reject } of waiting.values()) reject(new Error('the worker stopped'));
      waiting.clear();
    });
    return started;
  };
  const ask = <Result>(call: keyof FileWork, given: readonly unknown[]): Promise<Result> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call, given });
    });
  return {
    read: (bytes) => ask('read', [bytes]),
    finish: (bytes, change) => ask('finish', [bytes, change]),
  };
}
