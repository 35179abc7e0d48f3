import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../../../src/core/plan/schema';
import { roundSchema } from '../../../src/core/template/round';
import { jsonOf, tallybook } from './command-line';
import { freshFolder, listing, readJson } from './folders';
import type { CheckJson } from './shapes';
import {
  blankOf,
  ECONOMY,
  filled,
  planFile,
  send,
  smallRound,
  submissionOf,
  TOWN,
} from './small-round';

/** The small plan with other names for its two organisations. */
function planOfTwo(first: string, second: string): Plan {
  return {
    ...TOWN,
    coordinator: first,
    organisations: [first, second].map((name) => ({ name, aliases: [] })),
    indicators: TOWN.indicators.map((indicator) => ({
      ...indicator,
      leadUnit: indicator.id === 'firms' ? second : first,
    })),
  };
}

const LONG = '市推进制造业高质量发展工作领导小组办公室'.repeat(6);

test.each([
  ['slashes and colons', '市经信局/市工强办', '市科技局:外专局'],
  ['names that differ only in such characters', '市经信局/一处', '市经信局:一处'],
  ['names that differ only in case', '前湾新区a组', '前湾新区A组'],
  ['wildcards, quotes, markup', '市<经信>局*?|', '"市&科技局\''],
  ['a way up', '../../../经信局', '..'],
  ['very long names', `${LONG}一`, `${LONG}二`],
  ['rare characters', '𬭁城𠮷局', '市科技局👩‍🔬'],
  ['spaces', '市 经信 局', '市　科技局'],
  ['text that looks like a formula', '=1+1', '@经信'],
])('organisations with %s each get a file of their own', async (_, first, second) => {
  const round = await smallRound(planOfTwo(first, second));
  const { issued } = roundSchema.parse(await readJson(round, 'round.json'));
  expect(issued.map(({ organisation }) => organisation).sort()).toEqual([first, second].sort());
  const files = issued.map(({ file }) => file);
  expect(await fs.readdir(path.join(round, 'templates'))).toEqual([...files].sort());
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(2);
  for (const { organisation, file } of issued) {
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(240);
    // eslint-disable-next-line no-control-regex -- what Windows refuses in a name
    expect(file).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]|[. ]$/);
    const bytes = await fs.readFile(path.join(round, 'templates', file));
    expect(submissionOf(bytes).model.organisation).toBe(organisation);
    await send(round, file, filled(bytes));
  }
  const { code, stdout } = await tallybook('status', round, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    workbooks: [{ state: 'accepted' }, { state: 'accepted' }],
    setAside: [],
  });
  expect((await tallybook('compile', round)).code).toBe(0);
  expect((await listing(path.join(round, '..'))).filter((name) => /\.tmp|^\./.test(name))).toEqual(
    [],
  );
});

describe.each(['带 空格', '引号"和\'$HOME', '百分%20号#{大括号}', '-o'])(
  'the folder “%s”',
  (name) => {
    test('goes through generate, check, status and compile', async () => {
      const round = path.join(await freshFolder(), name, '2021Q2');
      const words = ['--period', '2021Q2', '--due', '2021-07-10', '-o', round];
      expect((await tallybook('generate', await planFile(), ...words)).code).toBe(0);
      const file = await send(round, `${name}.xlsx`, filled(await blankOf(round, ECONOMY)));
      const ended = await tallybook('check', file, '--round', round, '--json');
      expect(jsonOf(ended) as CheckJson).toMatchObject({ files: [{ file, outcome: 'clean' }] });
      expect((await tallybook('check', file)).stdout).toContain(`✓ ${file}`);
      expect((await tallybook('status', round)).code).toBe(0);
      expect((await tallybook('compile', round)).code).toBe(0);
      expect(await fs.readdir(path.join(round, 'out'))).toContain('consolidated.xlsx');
    });
  },
);

test('a file that is named like a place inside another is missing, not a crash', async () => {
  const round = await smallRound();
  const file = await send(round, 'x.xlsx', filled(await blankOf(round, ECONOMY)));
  const { code, stdout } = await tallybook('check', path.join(file, 'y.xlsx'), file);
  expect(code).toBe(2);
  expect(stdout).toMatch(/y\.xlsx.*请核对路径/);
  expect(stdout).toContain(`✓ ${file}`);
});

test('a name that no file can have is missing, not a crash', async () => {
  const { code, stdout } = await tallybook('check', `${'长'.repeat(300)}.xlsx`);
  expect(code).toBe(2);
  expect(stdout).toMatch(/请核对路径/);
});
