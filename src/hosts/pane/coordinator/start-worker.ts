import { BUILD } from '../build';
import type { WorkerPort } from '../worker/call-worker';

/** The worker's script lies beside the page's own, under the name that the build gives it. */
export function startCoordinatorWorker(): WorkerPort {
  const address = new URL(`scripts/coordinator-worker.${BUILD}.js`, document.baseURI);
  const worker = new Worker(address);
  return worker as WorkerPort;
}
