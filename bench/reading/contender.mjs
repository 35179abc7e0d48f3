// One contender in a process of its own. Reads commands from stdin, one JSON text a line:
// {"files": […]} once, then {"round": n, "counts": whether to count what was read} each time; answers
// each with one line of JSON.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { CONTENDERS } from './contenders.mjs';

const contender = CONTENDERS[process.argv[2]];
const read = contender.make();
let inputs = [];

for await (const line of createInterface({ input: process.stdin })) {
  const { files, counts = false } = JSON.parse(line);
  if (files) {
    inputs = files.map((file) => readFileSync(file)).map(contender.prepare ?? ((bytes) => bytes));
    answer({ ready: inputs.length });
  } else answer(await round(counts));
}

async function round(counts) {
  const milliseconds = [];
  const numbers = [];
  const cpu = process.cpuUsage();
  for (const input of inputs) {
    contender.before?.();
    const start = process.hrtime.bigint();
    const result = read(input);
    const found = result instanceof Promise ? await result : result;
    milliseconds.push(Number(process.hrtime.bigint() - start) / 1e6);
    if (counts) numbers.push(contender.count ? contender.count(found) : found);
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    milliseconds,
    numbers,
    cpu: (user + system) / 1000 / inputs.length,
    // kilobytes
    peak: process.resourceUsage().maxRSS * 1024,
  };
}

function answer(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
