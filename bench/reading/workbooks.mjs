// The workbooks that are read: real blanks of the seeds' plans, filled in, and saved by other programs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { load, product } from '../product.mjs';
import { shuffled } from '../statistics.mjs';

const COUNT = 300;
const FEWEST_ROWS = 20;
const MOST_ROWS = 60;
const SOFFICE = ['/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
const ISSUED_AT = '2021-06-21T01:00:00.000Z';

/**
 * Makes the workbooks, or takes those made before from the same product.
 * @returns {Promise<{ folder: string, files: string[], savedBy: string }>}
 */
export async function workbooks() {
  const office = SOFFICE.find((program) => existsSync(program)) ?? null;
  const savedBy = office ? 'half by exceljs, half by LibreOffice' : 'all by exceljs';
  const folder = path.join(tmpdir(), `tallybook-bench-${version(office)}`);
  if (!existsSync(folder)) await make(folder, office);
  const files = readdirSync(folder)
    .sort()
    .map((file) => path.join(folder, file));
  return { folder, files, savedBy };
}

/** Changes with whatever decides what is in the workbooks. */
function version(office) {
  const hash = createHash('sha256').update(`${COUNT} ${office ?? ''}`);
  for (const part of ['build/core/template', 'build/xlsx/write', 'build/hosts/cli/demo', 'seeds'])
    for (const file of readdirSync(path.join(product, part), { recursive: true }).sort())
      if (/\.js(on)?$/.test(file)) hash.update(readFileSync(path.join(product, part, file)));
  return hash.digest('hex').slice(0, 12);
}

async function make(folder, office) {
  const temporary = `${folder}.${process.pid}`;
  const filled = path.join(temporary, 'filled');
  const saved = path.join(temporary, 'saved');
  for (const place of [filled, saved]) mkdirSync(place, { recursive: true });
  const { writeWorkbook } = load('xlsx/write/write-workbook');
  const { fillIn } = load('hosts/cli/demo/fill-in');
  const builds = await blanks();
  if (builds.length < COUNT) throw new Error(`the seeds give ${builds.length} blanks only`);
  for (const [index, build] of builds.slice(0, COUNT).entries()) {
    const name = `${String(index + 1).padStart(3, '0')}.xlsx`;
    const bytes = fillIn(await writeWorkbook(build().description), '2021-07-01');
    // the first half goes through LibreOffice
    const isOffice = office !== null && index < COUNT / 2;
    writeFileSync(
      path.join(isOffice ? filled : saved, name),
      isOffice ? bytes : await again(bytes),
    );
  }
  if (office !== null) saveByOffice(office, filled, saved, path.join(temporary, 'profile'));
  renameSync(saved, folder);
  rmSync(temporary, { recursive: true });
}

/** Functions that build the blanks of the right size, plans and divisions mixed, in a fixed order. */
async function blanks() {
  const { seedIds, loadPlan, loadForm } = load('hosts/cli/plans');
  const { issue } = load('core/pipeline');
  const { parsePeriod } = load('core/plan/period');
  const { entriesFor } = load('core/template/select');
  const { digestWith } = load('hosts/cli/digest');
  const form = await loadForm(undefined);
  const found = [];
  for (const id of await seedIds()) {
    const loaded = await loadPlan(id);
    const { startYear, endYear, coordinator } = loaded.plan;
    for (let year = startYear; year <= endYear; year++)
      for (const period of [`${year}Q1`, `${year}Q2`, `${year}Q3`, `${year}`])
        for (const division of ['unit', 'region', 'unit-region']) {
          const context = {
            round: `${id}@${period}#bench`,
            plans: [loaded],
            period: parsePeriod(period),
            due: `${year + 1}-01-10`,
            issuedAt: ISSUED_AT,
            coordinator,
            product: 'Tallybook',
            language: 'zh',
            form,
            history: { figure: () => null },
            shared: [],
            digest: digestWith(null),
            password: null,
          };
          for (const { recipient, build } of issue(context, division)) {
            const rows = entriesFor(recipient, context.period, context.history, []).length;
            if (rows >= FEWEST_ROWS && rows <= MOST_ROWS) found.push(build);
          }
        }
  }
  return shuffled(found, 'workbooks');
}

async function again(bytes) {
  const { Workbook } = load('xlsx/write/load-exceljs').loadExceljs();
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function saveByOffice(office, from, to, profile) {
  const files = readdirSync(from).map((file) => path.join(from, file));
  const run = spawnSync(
    office,
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      to,
      ...files,
    ],
    { encoding: 'utf8' },
  );
  const missing = files.filter((file) => !existsSync(path.join(to, path.basename(file))));
  if (missing.length > 0)
    throw new Error(`LibreOffice did not save ${missing.length} files: ${run.stderr}`);
}
