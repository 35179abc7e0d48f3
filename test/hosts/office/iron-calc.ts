import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import type { Model } from '@ironcalc/wasm' with { 'resolution-mode': 'import' };
import ts from 'typescript';
import { ironCalculator, type Calculator } from './double/calculator';

interface IronCalc {
  readonly Model: typeof Model;
  readonly start: (wasm: Uint8Array) => unknown;
}

const FOLDER = path.dirname(require.resolve('@ironcalc/wasm/package.json'));
let loaded: IronCalc | null = null;

/** IronCalc in Node. Its package is an ECMAScript module, which jest does not load, so it is rewritten here. */
export function nodeCalculator(): Calculator {
  if (!loaded) {
    // the module takes no options made in the test's own context
    const start = 'export const start = (wasm) => initSync({ module: wasm });';
    loaded = requireModule(path.join(FOLDER, 'wasm.js'), start) as IronCalc;
    loaded.start(readFileSync(path.join(FOLDER, 'wasm_bg.wasm')));
  }
  return ironCalculator(loaded.Model);
}

function requireModule(file: string, more = ''): unknown {
  // nothing here asks where it was loaded from
  const source = readFileSync(file, 'utf8').replaceAll('import.meta.url', '""');
  const { outputText } = ts.transpileModule(`${source}\n${more}`, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported = {};
  const run = runInThisContext(`(function (exports, require) {${outputText}\n})`) as (
    exported: object,
    load: (name: string) => unknown,
  ) => void;
  run(exported, (name) => requireModule(path.join(path.dirname(file), name)));
  return exported;
}
