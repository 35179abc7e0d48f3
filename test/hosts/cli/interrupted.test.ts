import { promises as fs } from 'node:fs';
import path from 'node:path';
import { STACK_TRACE, tallybook } from './command-line';
import { freshFolder, listing, stateOf } from './folders';
import { blankOf, ECONOMY, filled, planFile, send, smallRound } from './small-round';

/** As the operating system refuses. */
function refusal(code: string, syscall: string, file: unknown): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, path: String(file) });
}

/** Makes the n-th call of a file function fail, and lets the others through. */
function failAt(
  name: 'writeFile' | 'rename' | 'mkdtemp',
  nth: number,
  code: string,
): jest.SpyInstance {
  const real = fs[name].bind(fs) as (...args: unknown[]) => Promise<unknown>;
  let count = 0;
  return jest
    .spyOn(fs, name)
    .mockImplementation(((...args: unknown[]) =>
      ++count === nth ? Promise.reject(refusal(code, name, args[0])) : real(...args)) as never);
}

afterEach(() => {
  jest.restoreAllMocks();
});

// the small round writes two blanks and round.json, each under a temporary name first
describe.each([
  ['the first blank can’t be written', 'writeFile', 1, 'ENOSPC'],
  ['the second blank can’t be written', 'writeFile', 2, 'ENOSPC'],
  ['round.json can’t be written', 'writeFile', 3, 'EIO'],
  ['a blank can’t be renamed', 'rename', 1, 'EPERM'],
  ['the whole folder can’t be renamed', 'rename', 4, 'EACCES'],
  ['no folder can be made', 'mkdtemp', 1, 'EROFS'],
] as const)('generate, where %s', (_, name, nth, code) => {
  test.each(['zh', 'en'])(
    'leaves neither the folder nor a temporary one (%s)',
    async (language) => {
      const folder = await freshFolder();
      const plan = await planFile();
      const spy = failAt(name, nth, code);
      const words = ['--period', '2021Q2', '--due', '2021-07-10', '-o', path.join(folder, 'R')];
      const ended = await tallybook('generate', plan, ...words, '--lang', language);
      expect(spy.mock.calls.length).toBeGreaterThanOrEqual(nth);
      spy.mockRestore();
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toContain(code);
      expect(ended.stderr).toMatch(
        language === 'zh' ? /请检查权限和磁盘空间/ : /Check permissions/,
      );
      expect(ended.stderr).not.toMatch(STACK_TRACE);
      expect(await listing(folder)).toEqual([]);
      expect((await tallybook('generate', plan, ...words)).code).toBe(0);
    },
  );
});

test('a bug of ours leaves nothing behind either, and is not dressed up as anything else', async () => {
  const folder = await freshFolder();
  const plan = await planFile();
  jest.spyOn(fs, 'writeFile').mockRejectedValueOnce(new TypeError('a bug'));
  const words = ['--period', '2021Q2', '--due', '2021-07-10', '-o', path.join(folder, 'R')];
  await expect(tallybook('generate', plan, ...words)).rejects.toThrow('a bug');
  expect(await listing(folder)).toEqual([]);
});

describe('compile, where a result can’t be written', () => {
  test.each([1, 2, 3])('the results of the last time stay whole (file %i)', async (nth) => {
    const round = await smallRound();
    expect((await tallybook('compile', round)).code).toBe(0);
    await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
    const before = await stateOf(path.join(round, 'out'));
    const spy = failAt('rename', nth, 'EBUSY');
    const ended = await tallybook('compile', round);
    spy.mockRestore();
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/EBUSY.*关闭占用该文件的程序/);
    const after = await stateOf(path.join(round, 'out'));
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const kept = Object.keys(before).filter((name) => before[name] === after[name]);
    expect(kept).toHaveLength(Object.keys(before).length - (nth - 1));
    expect((await tallybook('compile', round)).code).toBe(0);
  });
});

test('a demo whose commands fail does not call itself done', async () => {
  const folder = path.join(await freshFolder(), 'demo');
  const spy = failAt('mkdtemp', 1, 'EROFS');
  const ended = await tallybook('demo', '-o', folder);
  spy.mockRestore();
  expect(ended.code).toBe(2);
  expect(ended.stderr).toMatch(/EROFS/);
  expect(ended.stderr).toMatch(/演示在 tallybook generate 处停止/);
  expect(ended.stdout).not.toContain('演示完成');
});

test('a file that can’t be looked at stops neither check nor the files beside it', async () => {
  const round = await smallRound();
  const good = await send(round, 'a.xlsx', filled(await blankOf(round, ECONOMY)));
  const bad = await send(round, 'b.xlsx', filled(await blankOf(round, ECONOMY)));
  const real = fs.stat.bind(fs);
  jest
    .spyOn(fs, 'stat')
    .mockImplementation(((file: string) =>
      file === bad ? Promise.reject(refusal('EACCES', 'stat', file)) : real(file)) as never);
  const { code, stdout } = await tallybook('check', bad, good);
  expect(code).toBe(2);
  expect(stdout).toMatch(/b\.xlsx.*无法读取.*请检查权限/);
  expect(stdout).toMatch(/✓ .*a\.xlsx/);
});
