// One case of writing in this process; its figures go to stdout as JSON.
import { PassThrough } from 'node:stream';
import { load } from '../product.mjs';

const PASSWORD = 'bench';
const COLUMNS = 16;
const KINDS = 5000;
const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Texts of the columns, which rows share as figures share names, units, organisations and files. */
const texts = Array.from({ length: COLUMNS }, (_, column) =>
  Array.from({ length: KINDS }, (_, row) => `指标${column}第${row}行`),
);

const CASES = {
  blanks: () => blanks(300, 'series'),
  'blanks-exceljs': () => blanks(60, 'each'),
  'blanks-exceljs-password': () => blanks(5, 'protect'),
  rows: () => rows(100_000),
  'rows-500000': () => rows(500_000),
  'rows-exceljs': () => rowsByExceljs(100_000),
};

const { start, count, size } = await CASES[process.argv[2]]();
const { user, system } = process.cpuUsage(start);
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ count, cpu: (user + system) / 1000, peak, size }));

/** Blanks for so many regions of one plan, 60 rows each. */
async function blanks(count, how) {
  const { loadPlan, loadForm } = load('hosts/cli/plans');
  const { issue } = load('core/pipeline');
  const { buildTemplate } = load('core/template/build-template');
  const { parsePeriod } = load('core/plan/period');
  const { digestWith } = load('hosts/cli/digest');
  const { writeWorkbook } = load('xlsx/write/write-workbook');
  const { workbookSeries } = load('xlsx/write/workbook-series');
  const { NATIVE_WRITING } = load('hosts/cli/native-writing');
  const loaded = await loadPlan('ningbo-quality-2022');
  const regions = Array.from({ length: count }, (_, index) => ({ name: `第${index + 1}区` }));
  const context = {
    round: 'bench',
    plans: [{ ...loaded, plan: { ...loaded.plan, regions } }],
    period: parsePeriod('2021Q2'),
    due: '2021-07-10',
    issuedAt: '2021-06-21T01:00:00.000Z',
    coordinator: loaded.plan.coordinator,
    product: 'Tallybook',
    language: 'zh',
    form: await loadForm(undefined),
    history: { figure: () => null },
    shared: [],
    digest: digestWith(null),
    password: PASSWORD,
  };
  load('xlsx/write/load-exceljs').loadExceljs();
  const start = process.cpuUsage();
  const write = workbookSeries(NATIVE_WRITING);
  let size = 0;
  for (const { recipient, build } of issue(context, 'region')) {
    if (how === 'series') size += (await write(build().description)).length;
    else {
      const { description } = buildTemplate(context, recipient);
      // exceljs spends the rounds of the password for every protected sheet
      if (how === 'protect') await protectByExceljs(description);
      size += (await writeWorkbook(description, NATIVE_WRITING)).length;
    }
  }
  return { start, count, size };
}

async function protectByExceljs({ sheets }) {
  const { Workbook } = load('xlsx/write/load-exceljs').loadExceljs();
  const workbook = new Workbook();
  for (const { name, protection } of sheets)
    if (protection?.password)
      await workbook.addWorksheet(name).protect(PASSWORD, { spinCount: 100_000 });
}

function valueOf(row, column) {
  if (column === 0) return row;
  if (column === 7) return row / 4;
  return column === 13 ? DIGEST : texts[column][row % KINDS];
}

async function rows(count) {
  const { workbookPieces } = load('xlsx/write/write-workbook');
  const { NATIVE_WRITING } = load('hosts/cli/native-writing');
  load('xlsx/write/load-exceljs').loadExceljs();
  const start = process.cpuUsage();
  const row = (index) => {
    const cells = [];
    for (let column = 0; column < COLUMNS; column++)
      cells.push({ value: valueOf(index + 1, column), style: 'text' });
    return { height: 20, cells };
  };
  const sheet = {
    name: '数据',
    state: 'visible',
    columns: [],
    rows: new Map(),
    cells: [],
    body: { firstRow: 1, count, styles: ['text'], row },
    merges: [],
    validations: [],
    conditionalFormats: [],
    showGridLines: false,
  };
  const description = {
    title: 'bench',
    creator: 'bench',
    createdAt: '2021-06-21T01:00:00.000Z',
    styles: { text: { wrap: true } },
    sheets: [sheet],
    names: [],
  };
  const pieces = await workbookPieces(description, NATIVE_WRITING);
  return { start, count, size: pieces.reduce((sum, { length }) => sum + length, 0) };
}

async function rowsByExceljs(count) {
  const { stream: streams } = load('xlsx/write/load-exceljs').loadExceljs();
  const start = process.cpuUsage();
  let size = 0;
  const stream = new PassThrough().on('data', (piece) => {
    size += piece.length;
  });
  const workbook = new streams.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet('数据');
  const style = { alignment: { wrapText: true } };
  for (let number = 1; number <= count; number++) {
    const row = sheet.addRow(texts.map((_, column) => valueOf(number, column)));
    row.height = 20;
    row.eachCell((cell) => {
      cell.style = style;
    });
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
  return { start, count, size };
}
