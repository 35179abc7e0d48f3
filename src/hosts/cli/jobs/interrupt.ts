/** The user pressed Ctrl-C; what had begun was ended in good order. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
  }
}

/**
 * Runs work that Ctrl-C asks to end, by `signal`, instead of killing the process in the middle.
 * A second Ctrl-C kills it.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
  };
  process.once('SIGINT', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
  }
}
