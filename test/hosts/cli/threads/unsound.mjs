// A reading thread that has a bug with one file and ends under another.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ index, task }) => {
  if (task.name === 'ends.xlsx') process.exit(1);
  const outcome =
    task.name === 'bug.xlsx'
      ? { is: 'failed', error: new Error('a bug of ours') }
      : { is: 'done', result: { outcome: 'clean', hasError: false, text: task.shown } };
  parentPort.postMessage({ index, outcome });
});
parentPort.postMessage('ready');
