#!/usr/bin/env node
import { fill } from '../../core/plan/text';
import { EXIT } from './failure';
import { cliMessages } from './messages';
import { run } from './program';

// whoever reads our output may stop early, as head does
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), () => new Date()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const text = fill(cliMessages.internal, { detail });
    process.stderr.write(`${text.zh}\n${text.en}\n`);
    process.exitCode = EXIT.unusable;
  },
);
