// One thread of the pool that reads files.
import { parentPort, workerData } from 'node:worker_threads';
import { readerWith, type FileToRead, type ReadingSettings, type ReadResult } from './reading';
import type { Outcome, TaskMessage, ThreadMessage } from './thread-pool';

const port = parentPort;
if (!port) throw new Error('a thread of the pool is started by the pool');

const settings = workerData as ReadingSettings;
// colours are for the terminal of the main thread
process.stdout.isTTY = settings.report?.isTerminal ?? false;
const read = readerWith(settings);

const answer = (message: ThreadMessage<ReadResult>) => {
  port.postMessage(message);
};

port.on('message', ({ index, task }: TaskMessage<FileToRead>) => {
  read(task)
    .then(
      (result): Outcome<ReadResult> => ({ is: 'done', result }),
      (error: unknown): Outcome<ReadResult> => ({ is: 'failed', error }),
    )
    .then((outcome) => {
      answer({ index, outcome });
    }, rethrow);
});
answer('ready');

/** Out of the promise, so that the thread ends with it. */
function rethrow(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
