import { promises as fs } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { checkFile } from '../../../../src/hosts/pane/coordinator/check-file';
import type { FileRow } from '../../../../src/panel/coordinator/model';
import { Refused } from '../../../../src/hosts/pane/worker/calls';
import { digestWith } from '../../../../src/hosts/cli/digest';
import { expectedFrom } from '../../../../src/hosts/cli/jobs/against';
import { readFile } from '../../../../src/hosts/cli/read-file';
import { CASES } from '../../../corpus/cases';
import { expectedOf, makeFiles } from '../../../corpus/run';
import { SEED_IDS } from '../../../factories/plan';
import { faultyForm, filledForm } from '../../../pane/filled-forms';
import { jsonOf, NOW, tallybook } from '../../cli/command-line';
import { freshFolder } from '../../cli/folders';
import { blankOf, ECONOMY, filled, SCIENCE, send, smallRound } from '../../cli/small-round';
import { dropped, droppedFolder, workerHere } from './worker-here';

/** What the check of these files shows. */
async function rowsOf(
  call: ReturnType<typeof workerHere>,
  files: Parameters<typeof dropped>[],
  signal?: AbortSignal,
): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  await call(
    'check',
    { files: files.map((words) => dropped(...words)) },
    {
      ...(signal && { signal }),
      onProgress: (progress) => rows.push(...progress.rows),
    },
  );
  return rows;
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

/** A worker that has opened a round of the small plan, and the round's folder. */
async function opened() {
  const folder = await smallRound();
  const call = workerHere();
  await call('openRound', { files: await droppedFolder(folder) });
  return { call, folder };
}

describe('the verdict is the command line’s', () => {
  const sample = CASES.filter(({ program }, index) => program === undefined && index % 4 === 0);

  test('over a sample of the corpus', async () => {
    const folder = await freshFolder();
    expect(sample.length).toBeGreaterThan(20);
    const files = await makeFiles(sample);
    for (const [one, { bytes }] of files) {
      await fs.writeFile(path.join(folder, 'a.xlsx'), bytes);
      const expected = expectedOf(one);
      const there = await readFile(folder, 'a.xlsx', digestWith(null), expected);
      const { modifiedAt } = there;
      const source = { size: bytes.length, modifiedAt, read: () => Promise.resolve(bytes) };
      const here = await checkFile('a.xlsx', source, expected);
      expect({ id: one.id, ...here }).toEqual({ id: one.id, ...there });
    }
  });

  test.each(SEED_IDS)('over filled-in forms of %s', async (id) => {
    const folder = await freshFolder();
    const expected = expectedFrom({ plans: [] });
    for (const bytes of [await filledForm(id), await faultyForm(id)]) {
      await fs.writeFile(path.join(folder, 'a.xlsx'), bytes);
      const there = await readFile(folder, 'a.xlsx', digestWith(null), expected);
      const { modifiedAt } = there;
      const source = { size: bytes.length, modifiedAt, read: () => Promise.resolve(bytes) };
      expect(await checkFile('a.xlsx', source, expected)).toEqual(there);
    }
  });
});

describe('what is dropped', () => {
  test('a bad file has its message in its row, and the others are checked', async () => {
    const { call, folder } = await opened();
    const form = filled(await blankOf(folder, ECONOMY));
    const zip = zipSync({ 'a.txt': [new Uint8Array(3), {}] });
    const rows = await rowsOf(call, [
      ['空.xlsx', ''],
      ['旧.xls', '\xd0\xcf\x11\xe0'],
      ['文字.csv', '1,2,3'],
      ['截断.xlsx', form.slice(0, 2000)],
      ['乱.xlsx', 'PK\x03\x04'.repeat(100)],
      ['包里没有任务.xlsx.zip', zip],
      ['好的.xlsx', form],
    ]);
    expect(rows.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['空.xlsx', 'unreadable'],
      ['旧.xls', 'unreadable'],
      ['文字.csv', 'unreadable'],
      ['截断.xlsx', 'unreadable'],
      ['乱.xlsx', 'unreadable'],
      ['包里没有任务.xlsx.zip', 'unreadable'],
      ['好的.xlsx', 'clean'],
    ]);
    for (const { outcome, reason } of rows)
      if (outcome === 'unreadable') expect(reason?.zh).toMatch(/[。！]/);
  });

  test('a file of 2 GB is refused by its size, without being read', async () => {
    const { call } = await opened();
    const huge = dropped('大.xlsx', 'x');
    const read = jest.fn(() => Promise.reject(new Error('read')));
    Object.defineProperties(huge.file, {
      size: { value: 2 * 1024 ** 3 },
      arrayBuffer: { value: read },
    });
    const rows: FileRow[] = [];
    await call('check', { files: [huge] }, { onProgress: (told) => rows.push(...told.rows) });
    expect(rows).toMatchObject([{ outcome: 'unreadable', isKnown: false }]);
    expect(rows[0]?.reason?.zh).toMatch(/2048 MB/);
    expect(read).not.toHaveBeenCalled();
  });

  test('a file that cannot be read any more says so', async () => {
    const { call } = await opened();
    const gone = dropped('没了.xlsx', 'x');
    gone.file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    const rows: FileRow[] = [];
    await call('check', { files: [gone] }, { onProgress: (told) => rows.push(...told.rows) });
    expect(rows[0]?.reason?.zh).toMatch(/无法读取“没了.xlsx”/);
  });

  test('the same name twice loses nothing; the same file twice is one', async () => {
    const { call, folder } = await opened();
    const first = filled(await blankOf(folder, ECONOMY));
    const other = filled(await blankOf(folder, SCIENCE), {});
    const names = async (...files: Parameters<typeof dropped>[]) =>
      (await rowsOf(call, files)).map(({ file }) => file);
    expect(await names(['报送表.xlsx', first])).toEqual(['报送表.xlsx']);
    expect(await names(['报送表.xlsx', other])).toEqual(['报送表 (2).xlsx']);
    expect(await names(['报送表.xlsx', first])).toEqual(['报送表.xlsx']);
    expect(await names(['甲/报送表.xlsx', first])).toEqual(['甲/报送表.xlsx']);
    const { workbooks, setAside } = await call('standing', null);
    expect(workbooks.filter(({ file }) => file !== null)).toHaveLength(2);
    expect(setAside.map(({ code }) => code)).toEqual(['duplicate']);
  });

  test('what systems put beside files is left out', async () => {
    const { call } = await opened();
    const rows = await rowsOf(call, [
      ['a/.DS_Store', 'x'],
      ['a/~$报送表.xlsx', 'x'],
      ['a/Thumbs.db', 'x'],
      ['__MACOSX/a/._b.xlsx', 'x'],
    ]);
    expect(rows).toEqual([]);
  });

  test('cancelling keeps what is done', async () => {
    const { call, folder } = await opened();
    const form = filled(await blankOf(folder, ECONOMY));
    const controller = new AbortController();
    let rows = 0;
    const { isWhole, checked } = await call(
      'check',
      { files: Array.from({ length: 400 }, (_, at) => dropped(`${at}.xlsx`, form)) },
      {
        signal: controller.signal,
        onProgress: (told) => {
          rows += told.rows.length;
          controller.abort();
        },
      },
    );
    expect(isWhole).toBe(false);
    expect(checked).toBeGreaterThan(0);
    expect(checked).toBeLessThan(400);
    expect(rows).toBe(checked);
    const { setAside } = await call('standing', null);
    expect(setAside).toHaveLength(checked - 1);
  });

  test.each<[what: string, files: Parameters<typeof dropped>[], says: RegExp]>([
    ['a broken round.json', [['r/round.json', '{']], /不是有效的 JSON/],
    ['another round.json', [['r/round.json', '{}']], /不符合格式/],
    [
      'two rounds',
      [
        ['a/round.json', '{}'],
        ['b/round.json', '{}'],
      ],
      /不止一个报送任务/,
    ],
    ['a broken zip', [['r.zip', 'PK\x03\x04 and no more']], /压缩包“r.zip”无法读取/],
  ])('%s is refused', async (_, files, says) => {
    const call = workerHere();
    const given = files.map((words) => dropped(...words));
    expect(await refusal(call('openRound', { files: given }))).toMatch(says);
  });

  test('a zip that holds no round is none', async () => {
    const zip = zipSync({ 'a.txt': [new Uint8Array(3), {}] });
    expect(await workerHere()('openRound', { files: [dropped('a.zip', zip)] })).toBeNull();
  });

  test('without a round a form answers for itself', async () => {
    const folder = await smallRound();
    const rows = await rowsOf(workerHere(), [['a.xlsx', filled(await blankOf(folder, ECONOMY))]]);
    expect(rows).toMatchObject([{ outcome: 'clean', organisation: ECONOMY }]);
  });
});

describe('a decision', () => {
  test('counts as the command line’s does, and is kept in the zip', async () => {
    const { call, folder } = await opened();
    const wanting = filled(await blankOf(folder, ECONOMY), {});
    const file = '经信局.xlsx';
    await rowsOf(call, [[file, wanting]]);
    const before = await call('standing', null);
    expect(before.workbooks[0]).toMatchObject({ state: 'received', confirmed: 0 });
    const said = { file, why: '经电话核实', by: '张三', now: NOW };
    const after = await call('decide', { kind: 'accept', ...said });
    expect(after.workbooks[0]).toMatchObject({ state: 'accepted' });
    expect(after.decided).toEqual({ [file]: 'accept' });

    await send(folder, file, wanting);
    await tallybook('accept', folder, file, '--why', '经电话核实', '--by', '张三');
    const status = jsonOf(await tallybook('status', folder, '--json')) as {
      decisions: { why: string; by: string }[];
      workbooks: { state: string }[];
    };
    expect(status.workbooks.map(({ state }) => state)).toEqual(
      after.workbooks.map(({ state }) => state),
    );
    const packed = await call('packRound', null);
    const again = workerHere();
    await again('openRound', { files: [dropped('r.zip', packed.bytes)] });
    await again('check', { files: 'inbox' });
    expect(await again('standing', null)).toEqual(after);
    const back = await again('decide', { kind: 'reinstate', ...said });
    expect(back.workbooks[0]).toMatchObject({ state: 'received' });
    expect(back.decisions.map(({ standing }) => standing)).toEqual(['taken-back', 'takes-back']);
    const out = await again('decide', { kind: 'exclude', ...said });
    expect(out.setAside.map(({ code }) => code)).toEqual(['excluded']);
  });

  test('needs a reason, a file, and a file that can count', async () => {
    const { call } = await opened();
    await rowsOf(call, [['空.xlsx', '']]);
    const decide = (kind: 'accept' | 'exclude' | 'reinstate', file: string, why = '因为') =>
      refusal(call('decide', { kind, file, why, by: '', now: NOW }));
    expect(await decide('exclude', '空.xlsx', ' ')).toMatch(/请写明理由/);
    expect(await decide('exclude', '没有.xlsx')).toMatch(/没有读取/);
    expect(await decide('accept', '空.xlsx')).toMatch(/没有可采用的数据/);
    expect(await decide('reinstate', '空.xlsx')).toMatch(/没有关于/);
  });
});
