import { browserLanguage } from '../pane/browser-language';
import { startPane } from '../pane/start-pane';
import { workInWorker } from '../pane/worker/work-in-worker';
import { webPort } from './web-port';

const port = webPort({
  work: workInWorker(),
  now: () => new Date(),
  language: browserLanguage(),
});
startPane(port, {
  open: (file) => port.openFile(file),
  close: () => {
    port.closeFile();
  },
  hasUnsaved: () => port.hasUnsaved(),
});
