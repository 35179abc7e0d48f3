import fc from 'fast-check';
import { FUZZ_PROPERTIES, fuzzProperty, type FuzzName } from './properties';
import { soundFiles, type SoundFile } from './sound-files';

// slow where the machine is busy, and quick enough elsewhere
jest.setTimeout(120_000);

let files: readonly SoundFile[];
beforeAll(async () => {
  files = await soundFiles(['exceljs', 'sheetjs', 'wps']);
});

// `npm run fuzz` runs the same for as long as one likes
test.each(Object.keys(FUZZ_PROPERTIES) as FuzzName[])('%s', (name) => {
  fc.assert(fuzzProperty(name, files), { numRuns: 150 });
});
