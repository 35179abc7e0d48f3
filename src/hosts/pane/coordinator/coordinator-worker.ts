// The coordinator's worker: everything that takes its time, away from the page.
import { fill } from '../../../core/plan/text';
import { VERSION } from '../build';
import { Refused, type ToPage, type ToWorker } from '../worker/calls';
import { serveCalls } from '../worker/serve-calls';
import { coordinatorTasks } from './coordinator-tasks';
import { readJsonBytes } from './read-json-file';
import { taskMessages } from './task-messages';

/** The part of a worker's global scope that is used here. */
interface Scope {
  postMessage(message: ToPage): void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  readonly location: { readonly href: string };
}
const scope = globalThis as unknown as Scope;

/** The page's folder: the script lies one below. */
const BASE = new URL('../', scope.location.href);

const tasks = coordinatorTasks({
  product: `Tallybook ${VERSION}`,
  load: async (path, schema) =>
    readJsonBytes(path, await fetched(path, new URL(path, BASE)), schema),
  writing: async () => ({
    ...(await import('./writing.js')),
    briefing: async () =>
      (await import('../../../docx/write-round-briefing.js')).writeRoundBriefing,
  }),
});

const receive = serveCalls(tasks, (message) => {
  scope.postMessage(message);
});
scope.onmessage = ({ data }) => {
  receive(data);
};

async function fetched(file: string, address: URL): Promise<Uint8Array> {
  const refuse = (detail: string) => new Refused(fill(taskMessages.fileMissing, { file, detail }));
  let response: Response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw refuse(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
