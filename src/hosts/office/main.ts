import { PortFailure } from '../pane/port';
import { startPane, startWithout } from '../pane/start-pane';
import { officePort } from './office-port';

async function start(): Promise<void> {
  try {
    startPane(await officePort());
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    startWithout(error);
  }
}

void start();
