import type { WorkerPort } from '../worker/call-worker';

declare const TALLYBOOK_BUILD: string;

/** The worker's script lies beside the page's own, under the name that the build gives it. */
export function startCoordinatorWorker(): WorkerPort {
  const address = new URL(`scripts/coordinator-worker.${TALLYBOOK_BUILD}.js`, document.baseURI);
  const worker = new Worker(address);
  return worker as WorkerPort;
}
