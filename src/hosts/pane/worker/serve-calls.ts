import { Cancelled, Refused, type TaskContext, type ToPage, type ToWorker } from './calls';

type AnyTask = (request: unknown, context: TaskContext<AnyCall>) => Promise<unknown>;

interface AnyCall {
  readonly request: unknown;
  readonly answer: unknown;
  readonly progress: unknown;
  readonly question: unknown;
  readonly reply: unknown;
}

/**
 * Answers calls inside a worker: give each message that arrives to the function returned.
 * @param tasks what can be asked, by name; `Tasks` of the worker's own calls
 */
export function serveCalls(
  tasks: Readonly<Record<string, unknown>>,
  post: (message: ToPage) => void,
): (message: ToWorker) => void {
  const running = new Map<number, AbortController>();
  const waiting = new Map<number, (value: unknown) => void>();
  let questions = 0;
  const run = async (id: number, name: string, request: unknown): Promise<ToPage> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      // the caller's types hold the names to those that there are
      const task = tasks[name] as AnyTask;
      const value = await task(request, {
        signal: controller.signal,
        tell: (progress) => {
          post({ is: 'progress', id, value: progress });
        },
        ask: (question) =>
          new Promise((resolve) => {
            const number = ++questions;
            waiting.set(number, resolve);
            post({ is: 'question', id, question: number, value: question });
          }),
      });
      return { is: 'answer', id, value };
    } catch (error) {
      if (error instanceof Refused) return { is: 'refused', id, text: error.text };
      if (error instanceof Cancelled) return { is: 'cancelled', id };
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { is: 'failed', id, detail };
    } finally {
      running.delete(id);
    }
  };
  return (message) => {
    switch (message.is) {
      case 'call':
        void run(message.id, message.name, message.request).then(post);
        break;
      case 'cancel':
        running.get(message.id)?.abort();
        break;
      case 'reply':
        waiting.get(message.question)?.(message.value);
        waiting.delete(message.question);
        break;
    }
  };
}
