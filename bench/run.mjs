// npm run bench [-- reading start batch writing compile] [-- --rounds N] [-- --figures N]: what reading and checking cost on this machine.
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { timeBatch } from './command/batch.mjs';
import { timeColdStart } from './command/cold-start.mjs';
import { timeGrowth } from './compile/growth.mjs';
import { timeReading } from './reading/reading.mjs';
import { workbooks } from './reading/workbooks.mjs';
import { timeWriting } from './writing/writing.mjs';

const PARTS = ['reading', 'start', 'batch', 'writing', 'compile'];
const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    figures: { type: 'string', default: '500000' },
  },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const figures = Number(values.figures);
const parts = positionals.length === 0 ? PARTS : positionals;
const unknown = parts.filter((part) => !PARTS.includes(part));
if (unknown.length > 0 || !(rounds >= 1) || !(figures >= 500)) {
  console.error(`usage: npm run bench -- [--rounds N] [--figures N] [${PARTS.join('] [')}]`);
  process.exit(2);
}

const note = (text) => console.error(text);
console.log(`# Benchmark

${cpus()[0].model}, ${availableParallelism()} processors, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}.`);
const files = [];
if (['reading', 'start', 'batch'].some((part) => parts.includes(part))) {
  note('making the workbooks, or taking those made before');
  const made = await workbooks();
  files.push(...made.files);
  console.log(
    `${files.length} filled workbooks of 20 to 60 rows, saved again ${made.savedBy}; they are in ${made.folder}.`,
  );
}

if (parts.includes('reading'))
  await section(`Reading (medians over all workbooks and ${rounds} rounds)`, () =>
    timeReading(files, rounds, note),
  );
if (parts.includes('start')) await section('Cold start', () => timeColdStart(files[0], note));
if (parts.includes('batch')) await section('Checking a whole batch', () => timeBatch(files, note));
if (parts.includes('writing')) await section('Writing', () => timeWriting(note));
if (parts.includes('compile'))
  await section('Compiling a round that grows', () => timeGrowth(figures, note));

/** The other work of the machine changes every figure, so it is said. */
async function section(title, measure) {
  const before = loadavg()[0];
  const table = await measure();
  const others = `Load of the machine when it began: ${before.toFixed(1)}.`;
  console.log(`\n## ${title}\n\n${table}\n\n${others}`);
}
