// Loaded before the command line: writes the process's peak of resident memory, in kilobytes, to descriptor 3.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  process.on('exit', () => {
    writeSync(3, String(process.resourceUsage().maxRSS));
  });
