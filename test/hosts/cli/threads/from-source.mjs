// The reading thread, compiled from its sources as it loads; what was compiled is kept for the next one.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { threadId } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const kept = path.join(tmpdir(), 'tallybook-test-threads');
mkdirSync(kept, { recursive: true });

Module._extensions['.ts'] = (module, file) => {
  const source = readFileSync(file, 'utf8');
  const hash = createHash('sha256').update(source).digest('hex');
  const compiled = path.join(kept, `${hash}.js`);
  if (!existsSync(compiled)) {
    const temporary = `${compiled}.${process.pid}-${threadId}`;
    writeFileSync(temporary, compile(source));
    renameSync(temporary, compiled);
  }
  module._compile(readFileSync(compiled, 'utf8'), file);
};

function compile(source) {
  const ts = require('typescript');
  return ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  }).outputText;
}

require('../../../../src/hosts/cli/jobs/thread.ts');
