// Compiles wasm/ (AssemblyScript) into src/xlsx/read/scan-code.ts, so that every host loads it like any
// other module. With --check it only says whether that file is what the sources give.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'src/xlsx/read/scan-code.ts');

const compiled = await compile();
const text = moduleOf(compiled);
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
  console.log(`src/xlsx/read/scan-code.ts: ${compiled.length} bytes of WebAssembly`);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/xlsx/read/scan-code.ts is not what wasm/ gives: npm run wasm');
  process.exitCode = 1;
}

async function compile() {
  let binary = null;
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      '--outFile=scan.wasm',
      '--optimizeLevel=3',
      '--noAssert',
      '--runtime=stub',
      '--enable=simd',
      // nothing is asked of the host
      '--use=abort=',
    ],
    {
      readFile: (name) => {
        try {
          return readFileSync(path.join(root, 'wasm', name), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (_, contents) => {
        binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`wasm/ does not compile:\n${stderr.toString()}`);
  return binary;
}

function moduleOf(binary) {
  const base64 = Buffer.from(binary).toString('base64');
  const lines = base64.match(/.{1,90}/g).map((line) => `  '${line}'`);
  return [
    '// Made of wasm/ by `npm run wasm`; not to be edited.',
    '/** WebAssembly that scans sheets and shared strings, in base64. */',
    `export const SCAN_CODE =\n${lines.join(' +\n')};\n`,
  ].join('\n');
}
