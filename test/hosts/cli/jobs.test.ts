import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ReportStyle } from '../../../src/hosts/cli/checked-file';
import { Interrupted, interruptible } from '../../../src/hosts/cli/jobs/interrupt';
import { fileReports, receivedFiles } from '../../../src/hosts/cli/jobs/read-files';
import { AHEAD, inThreads, type Outcome } from '../../../src/hosts/cli/jobs/thread-pool';
import { openRound } from '../../../src/hosts/cli/round-folder';
import { CITY_FILLING } from '../../factories/city';
import { jsonOf, tallybook } from './command-line';
import { blankOf, ECONOMY, filled, send, smallRound } from './small-round';

const script = (name: string) => path.join(__dirname, 'threads', name);
/** A thread that compiles the sources takes seconds to start. */
const COMPILING = 60_000;
const NEVER = new AbortController().signal;
const STYLE: ReportStyle = { language: 'zh', isJson: false, isTerminal: false };

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('the pool', () => {
  interface Task {
    readonly waits?: number;
    readonly throws?: string;
    readonly dies?: boolean;
  }
  const run = (tasks: readonly Task[], threads = 2, signal = NEVER) => {
    const begun = new SharedArrayBuffer(4);
    const outcomes = inThreads<number>(tasks, {
      script: script('tasks.mjs'),
      settings: begun,
      threads,
      signal,
    });
    return { outcomes, begun: () => Atomics.load(new Int32Array(begun), 0) };
  };
  const told = (outcomes: readonly Outcome<number>[]) =>
    outcomes.map((outcome) => (outcome.is === 'done' ? outcome.result : outcome.is));

  test.each<[name: string, tasks: readonly Task[], expected: readonly (number | string)[]]>([
    ['no task', [], []],
    ['fewer tasks than threads', [{}], [0]],
    ['the first ones slowest', [{ waits: 60 }, { waits: 30 }, {}, {}, {}], [0, 1, 2, 3, 4]],
    ['one that throws', [{}, { throws: 'no' }, {}, {}], [0, 'failed', 2, 3]],
    ['one that ends its thread', [{}, { dies: true }, {}, {}], [0, 'lost', 2, 3]],
    [
      'more ended threads than there were',
      [{ dies: true }, { dies: true }, { dies: true }, { dies: true }, {}],
      ['lost', 'lost', 'lost', 'lost', 4],
    ],
    ['the last one ends its thread', [{}, {}, { dies: true }], [0, 1, 'lost']],
  ])('answers in the order of the tasks: %s', async (_, tasks, expected) => {
    expect(told(await all(run(tasks).outcomes))).toEqual(expected);
  });

  test('what a task threw comes along', async () => {
    const [outcome] = await all(run([{ throws: 'column Q' }]).outcomes);
    expect(outcome).toEqual({ is: 'failed', error: new Error('column Q') });
  });

  test('never runs far ahead of whoever takes the outcomes', async () => {
    const threads = 2;
    const { outcomes, begun } = run(Array<Task>(300).fill({}), threads);
    let taken = 0;
    for await (const outcome of outcomes) {
      expect(outcome.is).toBe('done');
      taken++;
      expect(begun()).toBeLessThanOrEqual(taken + AHEAD * threads);
    }
    expect(taken).toBe(300);
  });

  test('a script that cannot start is an error, not a lost task', async () => {
    const outcomes = inThreads([1, 2], {
      script: script('no-such-script.mjs'),
      settings: null,
      threads: 2,
      signal: NEVER,
    });
    await expect(all(outcomes)).rejects.toThrow(/no-such-script/);
  });

  test('ends when it is interrupted, in the middle of a task', async () => {
    const controller = new AbortController();
    const { outcomes } = run([{}, { waits: 600_000 }, {}], 2, controller.signal);
    expect((await outcomes.next()).value).toMatchObject({ is: 'done' });
    const waiting = outcomes.next();
    controller.abort();
    await expect(waiting).rejects.toThrow(Interrupted);
  });

  test('ends when nobody wants more', async () => {
    const { outcomes } = run(Array<Task>(100).fill({ waits: 1 }));
    await outcomes.next();
    await outcomes.return();
    expect(await outcomes.next()).toEqual({ done: true, value: undefined });
  });
});

describe('Ctrl-C', () => {
  test('sets the signal instead of ending the process, and is let go afterwards', async () => {
    const before = process.listenerCount('SIGINT');
    const isSet = await interruptible((signal) => {
      process.emit('SIGINT');
      return Promise.resolve(signal.aborted);
    });
    expect(isSet).toBe(true);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  test.each([1, 2])('ends a check with exit code 130 and whole JSON (%d jobs)', async (jobs) => {
    const round = await smallRound();
    const file = await send(round, 'x.xlsx', filled(await blankOf(round, ECONOMY), CITY_FILLING));
    const once = jest.spyOn(process, 'once').mockImplementation((_, listener: () => void) => {
      listener();
      return process;
    });
    const ended = await tallybook(
      'check',
      ...Array<string>(9).fill(file),
      '--json',
      '--jobs',
      `${jobs}`,
    );
    once.mockRestore();
    expect(ended.code).toBe(130);
    expect(jsonOf(ended)).toEqual({ files: [] });
    expect(ended.stderr).toContain('已中断');
  });
});

describe('reading', () => {
  let folder: string;
  const NAMES = [
    'a.xlsx',
    'text.xlsx',
    'b.xlsx',
    'missing.xlsx',
    'c.xlsx',
    'wrong.xlsx',
    'cut.xlsx',
    'a.xlsx',
    'wrong.xlsx',
  ];
  const files = () =>
    NAMES.map((name) => ({ folder: path.join(folder, 'inbox'), name, shown: `in/${name}` }));

  beforeAll(async () => {
    folder = await smallRound();
    const blank = await blankOf(folder, ECONOMY);
    const good = filled(blank, CITY_FILLING);
    for (const name of ['a.xlsx', 'b.xlsx', 'c.xlsx']) await send(folder, name, good);
    await send(folder, 'cut.xlsx', good.subarray(0, 5000));
    await fs.writeFile(path.join(folder, 'inbox', 'text.xlsx'), '见附件');
    const wrong = { ...CITY_FILLING, 'city/productivity': { actual: '约31' } };
    await send(folder, 'wrong.xlsx', filled(blank, wrong));
  });

  test(
    'says the same in threads as in one process',
    async () => {
      const settings = { against: await openRound(folder), key: null };
      const report = (jobs: number) =>
        all(
          fileReports(files(), settings, STYLE, {
            jobs,
            signal: NEVER,
            script: script('from-source.mjs'),
          }),
        );
      const [single, threads] = [await report(1), await report(2)];
      expect(threads).toEqual(single);
      expect(single.map(({ outcome }) => outcome)).toEqual([
        'clean',
        'unreadable',
        'clean',
        'unreadable',
        'clean',
        'findings',
        'unreadable',
        'clean',
        'findings',
      ]);
      single.forEach(({ text }, index) => {
        expect(text).toContain(`in/${NAMES[index]!}`);
      });
    },
    COMPILING,
  );

  test(
    'gives the files themselves, whole',
    async () => {
      const settings = { against: await openRound(folder), key: null };
      const read = (jobs: number) =>
        all(
          receivedFiles(files(), settings, {
            jobs,
            signal: NEVER,
            script: script('from-source.mjs'),
          }),
        );
      expect(await read(2)).toEqual(await read(1));
    },
    COMPILING,
  );

  test('a bug and an ended thread cost one file each; the bug is thrown at the end', async () => {
    const names = ['a.xlsx', 'bug.xlsx', 'b.xlsx', 'ends.xlsx', 'c.xlsx', 'd.xlsx', 'e.xlsx', 'f'];
    const reports = fileReports(
      names.map((name) => ({ folder: '', name, shown: name })),
      { against: { plans: [] }, key: null },
      STYLE,
      { jobs: 2, signal: NEVER, script: script('unsound.mjs') },
    );
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { outcome, text } of reports) seen.push(`${outcome} ${text.trim()}`);
    })();
    await expect(reading).rejects.toThrow('a bug of ours');
    expect(seen).toEqual([
      'clean a.xlsx',
      expect.stringMatching(/^unreadable .*bug\.xlsx.*程序内部出错.*a bug of ours/),
      'clean b.xlsx',
      expect.stringMatching(/^unreadable .*ends\.xlsx.*内存不足/),
      'clean c.xlsx',
      'clean d.xlsx',
      'clean e.xlsx',
      'clean f',
    ]);
  });

  test('JSON that is written file by file is laid out as one value', async () => {
    for (const count of [1, 2, 9]) {
      const words = files().map(({ folder: place, name }) => path.join(place, name));
      const ended = await tallybook('check', ...words.slice(0, count), '--json');
      expect(ended.stdout).toBe(`${JSON.stringify(jsonOf(ended), null, 2)}\n`);
    }
  });
});

test.each(['0', '-1', '1.5', 'x', '1000'])('--jobs %s is refused in words', async (jobs) => {
  const ended = await tallybook('check', 'x.xlsx', '--jobs', jobs);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toContain(`“${jobs}”不是可用的值`);
});
