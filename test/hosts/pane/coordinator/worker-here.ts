import { promises as fs, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeRoundBriefing } from '../../../../src/docx/write-round-briefing';
import type { CoordinatorCalls } from '../../../../src/hosts/pane/coordinator/coordinator-calls';
import { coordinatorTasks } from '../../../../src/hosts/pane/coordinator/coordinator-tasks';
import { readJsonBytes } from '../../../../src/hosts/pane/coordinator/read-json-file';
import * as writing from '../../../../src/hosts/pane/coordinator/writing';
import type { DroppedFile } from '../../../../src/panel/coordinator/model';
import { callWorker, type WorkerPort } from '../../../../src/hosts/pane/worker/call-worker';
import type { Caller, ToWorker } from '../../../../src/hosts/pane/worker/calls';
import { serveCalls } from '../../../../src/hosts/pane/worker/serve-calls';

export const PRODUCT_FOLDER = path.join(__dirname, '../../../..');
const { version } = JSON.parse(readFileSync(path.join(PRODUCT_FOLDER, 'package.json'), 'utf8')) as {
  version: string;
};

/** The coordinator's tasks in this thread, reached through the same messages as in a worker. */
export function workerHere(): Caller<CoordinatorCalls> {
  const port: WorkerPort = {
    onmessage: null,
    onerror: null,
    postMessage: (message: ToWorker) => {
      setImmediate(() => {
        receive(message);
      });
    },
  };
  const receive = serveCalls(
    coordinatorTasks({
      product: `Tallybook ${version}`,
      load: async (file, schema) =>
        readJsonBytes(file, await fs.readFile(path.join(PRODUCT_FOLDER, file)), schema),
      writing: () =>
        Promise.resolve({ ...writing, briefing: () => Promise.resolve(writeRoundBriefing) }),
    }),
    (message) => {
      setImmediate(() => {
        port.onmessage?.({ data: message });
      });
    },
  );
  return callWorker<CoordinatorCalls>(port);
}

export function dropped(
  place: string,
  content: Uint8Array | string,
  lastModified = 0,
): DroppedFile {
  const name = place.slice(place.lastIndexOf('/') + 1);
  return { path: place, file: new File([content as BlobPart], name, { lastModified }) };
}

/** A folder of this machine as if it had been dropped. */
export async function droppedFolder(folder: string): Promise<DroppedFile[]> {
  const found = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    found
      .filter((item) => item.isFile())
      .map(async (item) => {
        const file = path.join(item.parentPath, item.name);
        const place = path.join(path.basename(folder), path.relative(folder, file));
        const { mtimeMs } = await fs.stat(file);
        return dropped(place.split(path.sep).join('/'), await fs.readFile(file), mtimeMs);
      }),
  );
}
