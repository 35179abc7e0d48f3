// npm run bench [-- reading start batch writing] [-- --rounds N]: what reading and checking cost on this machine.
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { timeBatch } from './command/batch.mjs';
import { timeColdStart } from './command/cold-start.mjs';
import { timeReading } from './reading/reading.mjs';
import { workbooks } from './reading/workbooks.mjs';
import { timeWriting } from './writing/writing.mjs';

const PARTS = ['reading', 'start', 'batch', 'writing'];
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const parts = positionals.length === 0 ? PARTS : positionals;
const unknown = parts.filter((part) => !PARTS.includes(part));
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`usage: npm run bench -- [--rounds N] [${PARTS.join('] [')}]`);
  process.exit(2);
}

const note = (text) => console.error(text);
note('making the workbooks, or taking those made before');
const { folder, files, savedBy } = await workbooks();

console.log(`# Benchmark

${cpus()[0].model}, ${availableParallelism()} processors, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}.
${files.length} filled workbooks of 20 to 60 rows, saved again ${savedBy}; they are in ${folder}.`);

if (parts.includes('reading'))
  await section(`Reading (medians over all workbooks and ${rounds} rounds)`, () =>
    timeReading(files, rounds, note),
  );
if (parts.includes('start')) await section('Cold start', () => timeColdStart(files[0], note));
if (parts.includes('batch')) await section('Checking a whole batch', () => timeBatch(files, note));
if (parts.includes('writing')) await section('Writing', () => timeWriting(note));

/** The other work of the machine changes every figure, so it is said. */
async function section(title, measure) {
  const before = loadavg()[0];
  const table = await measure();
  const others = `Load of the machine when it began: ${before.toFixed(1)}.`;
  console.log(`\n## ${title}\n\n${table}\n\n${others}`);
}
