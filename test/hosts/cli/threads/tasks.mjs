// A thread of the pool whose tasks say themselves how they end.
import { parentPort, workerData } from 'node:worker_threads';
import { setTimeout } from 'node:timers/promises';

const begun = new Int32Array(workerData);

parentPort.on('message', async ({ index, task }) => {
  Atomics.add(begun, 0, 1);
  if (task.dies) process.exit(1);
  if (task.waits) await setTimeout(task.waits);
  const outcome = task.throws
    ? { is: 'failed', error: new Error(task.throws) }
    : { is: 'done', result: index };
  parentPort.postMessage({ index, outcome });
});
parentPort.postMessage('ready');
