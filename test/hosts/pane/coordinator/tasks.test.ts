import { promises as fs, readdirSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { PlanSummary } from '../../../../src/panel/coordinator/model';
import type { IssueRequest } from '../../../../src/hosts/pane/coordinator/coordinator-calls';
import { SEED_IDS } from '../../../../src/hosts/pane/coordinator/seeds';
import { Cancelled, Refused } from '../../../../src/hosts/pane/worker/calls';
import { readWorkbook } from '../../../../src/xlsx/read/read-workbook';
import { NOW, tallybook } from '../../cli/command-line';
import { freshFolder } from '../../cli/folders';
import { blankOf, ECONOMY, filled, SCIENCE, send, smallRound, TOWN } from '../../cli/small-round';
import { dropped, droppedFolder, PRODUCT_FOLDER, workerHere } from './worker-here';

const QUARTER = { granularity: 'quarter', year: 2021, index: 2 } as const;
const REQUEST: IssueRequest = {
  plans: [TOWN.id],
  period: QUARTER,
  due: '2021-07-10',
  division: 'unit',
  language: 'zh',
  issuedAt: NOW,
};

/** A round.json but for the hashes of the blanks' bytes, which each host packs in its own way. */
function roundIn(bytes: Uint8Array): unknown {
  const round = JSON.parse(Buffer.from(bytes).toString()) as { issued: object[] };
  return { ...round, issued: round.issued.map((issued) => ({ ...issued, hash: '' })) };
}

/** A worker that has imported the small plan. */
async function withTown() {
  const call = workerHere();
  await call('importPlan', { files: [dropped('plan.json', JSON.stringify(TOWN))] });
  return call;
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refused) return error.text.zh;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('plans', () => {
  test('the list of plans is that of seeds/', async () => {
    const folders = readdirSync(path.join(PRODUCT_FOLDER, 'seeds'), { withFileTypes: true })
      .filter((item) => item.isDirectory())
      .map(({ name }) => name);
    expect([...SEED_IDS].sort()).toEqual(folders.sort());
    const plans = await workerHere()('listPlans', null);
    expect(plans.map(({ id }: PlanSummary) => id)).toEqual([...SEED_IDS]);
    expect(plans.every(({ indicators, origin }) => indicators > 30 && origin === 'seed')).toBe(
      true,
    );
  });

  test.each(SEED_IDS)('%s is exported as a list that is imported as it was', async (id) => {
    const call = workerHere();
    const plan = await call('showPlan', { id });
    const list = await call('exportPlan', { id, language: 'zh', now: NOW });
    const source = await fs.readFile(path.join(PRODUCT_FOLDER, 'seeds', id, 'source.txt'));
    const files = [dropped(list.name, list.bytes), dropped('source.txt', source)];
    const read = await call('importPlan', { files });
    expect(read).toMatchObject({
      ok: true,
      isQuoteChecked: true,
      plan: { id, origin: 'imported' },
    });
    expect(await call('showPlan', { id })).toEqual(plan);
  });

  test('mistakes of a list are told by cell', async () => {
    const call = workerHere();
    const broken = { ...TOWN, organisations: [] };
    const json = await call('importPlan', {
      files: [dropped('plan.json', JSON.stringify(broken))],
    });
    expect(json).toMatchObject({ ok: false, file: 'plan.json' });
  });

  test.each<[what: string, name: string, content: string, says: RegExp]>([
    ['no JSON', 'plan.json', '{', /不是有效的 JSON/],
    ['another JSON', 'plan.json', '{}', /不符合格式/],
    ['a picture', 'plan.png', '\x89PNG', /不是规划文件/],
    ['a text alone', 'plan.txt', 'x', /请选择一份规划/],
    ['a workbook cut off', 'plan.xlsx', 'PK\x03\x04', /无法读取/],
  ])('%s is refused', async (_, name, content, says) => {
    const files = [dropped(name, content)];
    expect(await refusal(workerHere()('importPlan', { files }))).toMatch(says);
  });
});

describe('a round', () => {
  test('has the identity, the seals and the content of the command line’s', async () => {
    const call = await withTown();
    const folder = await smallRound();
    const { zip } = await call('issueRound', REQUEST);
    const files = unzipSync(zip.bytes);
    expect(roundIn(files['round.json']!)).toEqual(
      roundIn(await fs.readFile(path.join(folder, 'round.json'))),
    );
    for (const name of await fs.readdir(path.join(folder, 'templates')))
      expect(readWorkbook(files[`templates/${name}`]!)).toEqual(
        readWorkbook(await fs.readFile(path.join(folder, 'templates', name))),
      );
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['templates/', 'inbox/', 'returned/', 'out/']),
    );
  });

  test('of several plans asks a shared figure once, as the command line does', async () => {
    const call = workerHere();
    const plans = ['ningbo-quality-2022', 'ningbo-innovation-2026', 'ningbo-retrofit-2024'];
    const request = {
      ...REQUEST,
      plans,
      period: { granularity: 'year', year: 2022, index: 1 } as const,
      due: '2023-01-15',
    };
    const preview = await call('previewRound', request);
    expect(preview.unshared).toBeGreaterThan(preview.figures);
    const folder = path.join(await freshFolder(), 'round');
    const asked = ['--period', '2022', '--due', '2023-01-15', '-o', folder];
    await tallybook('generate', ...plans, ...asked);
    const told: number[] = [];
    const { zip } = await call('issueRound', request, {
      onProgress: ({ done }) => told.push(done),
    });
    expect(told.at(-1)).toBe(preview.recipients.length);
    expect(roundIn(unzipSync(zip.bytes)['round.json']!)).toEqual(
      roundIn(await fs.readFile(path.join(folder, 'round.json'))),
    );
  });

  test.each<[what: string, change: Partial<IssueRequest>, says: RegExp]>([
    ['before the plan', { period: { granularity: 'year', year: 2000, index: 1 } }, /早于规划/],
    ['of no plan', { plans: [] }, /请先在“指标”页选择规划/],
    ['of a plan that is gone', { plans: ['gone'] }, /请先在“指标”页选择规划/],
  ])('%s is refused', async (_, change, says) => {
    const call = await withTown();
    expect(await refusal(call('previewRound', { ...REQUEST, ...change }))).toMatch(says);
    expect(await refusal(call('issueRound', { ...REQUEST, ...change }))).toMatch(says);
  });

  test('that is cancelled is none', async () => {
    const call = await withTown();
    const controller = new AbortController();
    const making = call('issueRound', REQUEST, {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await expect(making).rejects.toThrow(Cancelled);
    expect(await refusal(call('standing', null))).toMatch(/还没有打开/);
  });

  test('made on the pane is compiled by the command line, and the other way round', async () => {
    const call = await withTown();
    const { zip, round } = await call('issueRound', REQUEST);
    const name = round.issued.find(({ organisation }) => organisation === ECONOMY)!.file;
    const { bytes } = await call('blank', { file: name });
    const rows: string[] = [];
    await call(
      'check',
      { files: [dropped('回/经信局.xlsx', filled(bytes)), dropped('空.xlsx', '')] },
      { onProgress: (progress) => rows.push(...progress.rows.map(({ outcome }) => outcome)) },
    );
    expect(rows).toEqual(['clean', 'unreadable']);
    const packed = await call('packRound', null);
    const folder = path.join(await freshFolder(), 'round');
    for (const [place, content] of Object.entries(unzipSync(packed.bytes))) {
      const file = path.join(folder, place);
      if (place.endsWith('/')) await fs.mkdir(file, { recursive: true });
      else {
        await fs.mkdir(path.dirname(file), { recursive: true });
        await fs.writeFile(file, content);
      }
    }
    const ended = await tallybook('compile', folder, '--json');
    const compiled = JSON.parse(ended.stdout) as {
      submissions: { received: number; missing: unknown[]; setAside: { code: string }[] };
    };
    expect(compiled.submissions).toMatchObject({
      received: 2,
      missing: [{ organisation: SCIENCE }],
      setAside: [{ code: 'empty' }],
    });
    expect(zip.name).toMatch(/^2021Q2_.*\.zip$/);

    const other = workerHere();
    const opened = await other('openRound', { files: await droppedFolder(folder) });
    expect(opened).toMatchObject({ inbox: 2, round: { id: round.id } });
    await other('check', { files: 'inbox' });
    const { outputs } = await other(
      'compile',
      { now: NOW, language: 'zh' },
      { onQuestion: () => Promise.resolve(null) },
    );
    const json = outputs.find((output) => output.name === 'compile.json')!;
    expect(JSON.parse(Buffer.from(json.bytes).toString())).toEqual(compiled);
    const csv = outputs.find((output) => output.name === 'facts.csv')!;
    expect(Buffer.from(csv.bytes)).toEqual(await fs.readFile(path.join(folder, 'out/facts.csv')));
    const workbook = outputs.find((output) => output.name === 'consolidated.xlsx')!;
    expect(readWorkbook(workbook.bytes).ok).toBe(true);
  });

  test('hands on what it accepted to the next one', async () => {
    const folder = await smallRound();
    await send(folder, 'a.xlsx', filled(await blankOf(folder, ECONOMY)));
    const next = path.join(await freshFolder(), 'round');
    const planFile = path.join(await freshFolder(), 'plan.json');
    await fs.writeFile(planFile, JSON.stringify(TOWN));
    const asked = ['--period', '2021Q3', '--due', '2021-10-10', '-o', next];
    await tallybook('generate', planFile, ...asked, '--previous', folder);
    const call = await withTown();
    const previous = await call('takePrevious', { files: await droppedFolder(folder) });
    expect(previous).toMatchObject({ period: '2021Q2', files: 1 });
    const { zip } = await call('issueRound', {
      ...REQUEST,
      period: { ...QUARTER, index: 3 },
      due: '2021-10-10',
    });
    expect(roundIn(unzipSync(zip.bytes)['round.json']!)).toEqual(
      roundIn(await fs.readFile(path.join(next, 'round.json'))),
    );
  });
});
