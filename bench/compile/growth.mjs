// What `compile` costs as a round grows: the same plan asked of more and more regions.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load, product } from '../product.mjs';
import { markdown } from '../statistics.mjs';
import { runCommand } from '../command/run-command.mjs';

const PLAN = 'ningbo-quality-2022';
const PERIOD = '2021Q2';
const SIZES = [500, 5_000, 50_000, 500_000];

/** @param {number} most figures of the largest round that is compiled */
export function timeGrowth(most, note) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-growth-'));
  try {
    const rows = SIZES.filter((size) => size <= most).map((size) => rowOf(size, folder, note));
    return markdown([
      [
        'figures',
        'submissions',
        'CPU s',
        'CPU ms of each',
        'peak memory, MB',
        'again, nothing new: CPU ms of each',
        'consolidated.xlsx, MB',
      ],
      ...rows,
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rowOf(figures, folder, note) {
  const round = path.join(folder, String(figures));
  note(`compile: a round of ${figures} figures is made`);
  const submissions = makeRound(round, figures);
  note(`compile: ${submissions} submissions`);
  const first = runCommand(['compile', round]);
  const again = runCommand(['compile', round]);
  const { length } = readFileSync(path.join(round, 'out/consolidated.xlsx'));
  rmSync(round, { recursive: true });
  return [
    figures.toLocaleString('en'),
    submissions.toLocaleString('en'),
    first.cpu.toFixed(1),
    ((first.cpu * 1000) / submissions).toFixed(1),
    (Math.max(first.peak, again.peak) / 1e6).toFixed(0),
    ((again.cpu * 1000) / submissions).toFixed(1),
    (length / 1e6).toFixed(1),
  ];
}

/** Issues the plan to as many regions as it takes, and fills every blank in; returns how many there are. */
function makeRound(round, figures) {
  const regions = Math.ceil(figures / figuresOfOne(`${round}-one`));
  issue(round, regions);
  const { fillIn } = load('hosts/cli/demo/fill-in');
  const blanks = path.join(round, 'templates');
  const inbox = path.join(round, 'inbox');
  mkdirSync(inbox, { recursive: true });
  const files = readdirSync(blanks, { recursive: true }).filter((file) => file.endsWith('.xlsx'));
  files.forEach((file, index) => {
    const filled = fillIn(readFileSync(path.join(blanks, file)), '2021-07-01');
    writeFileSync(path.join(inbox, `${index + 1}.xlsx`), filled);
  });
  return files.length;
}

function issue(round, regions) {
  const plan = path.join(`${round}-plan`, 'plan.json');
  mkdirSync(path.dirname(plan), { recursive: true });
  const seed = path.join(product, 'seeds', PLAN);
  copyFileSync(path.join(seed, 'source.txt'), path.join(path.dirname(plan), 'source.txt'));
  const content = JSON.parse(readFileSync(path.join(seed, 'plan.json'), 'utf8'));
  const names = Array.from({ length: regions }, (_, index) => ({ name: `第${index + 1}区` }));
  // targets shared out to the real regions have nobody else to go to
  const indicators = content.indicators.map((indicator) => ({ ...indicator, allocations: [] }));
  writeFileSync(plan, JSON.stringify({ ...content, regions: names, indicators }));
  runCommand([
    'generate',
    plan,
    '--period',
    PERIOD,
    '--due',
    '2021-07-10',
    '--by',
    'region',
    '-o',
    round,
  ]);
}

/** How many figures one region's submission holds. */
function figuresOfOne(round) {
  issue(round, 1);
  const blanks = path.join(round, 'templates');
  const file = readdirSync(blanks, { recursive: true }).find((name) => name.endsWith('.xlsx'));
  const { readWorkbook } = load('xlsx/read/read-workbook');
  const { decodeCarrier } = load('core/template/carrier');
  const { carrier } = decodeCarrier(readWorkbook(readFileSync(path.join(blanks, file))).grid);
  rmSync(round, { recursive: true });
  return carrier.model.entries.length;
}
