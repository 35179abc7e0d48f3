import fc from 'fast-check';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { compileJson } from '../../../src/core/consolidation/compile-json';
import type { Consolidation } from '../../../src/core/consolidation/consolidation';
import { compile } from '../../../src/core/pipeline';
import { compileRound, roundInput } from '../../../src/hosts/cli/compile-round';
import { readInbox } from '../../../src/hosts/cli/read-inbox';
import * as reading from '../../../src/hosts/cli/read-file';
import { openRound } from '../../../src/hosts/cli/round-folder';
import { CITY_FILLING } from '../../factories/city';
import { compoundFile, foreignWorkbook } from './broken-files';
import { tallybook } from './command-line';
import { freshFolder, listing, readJson } from './folders';
import { blankOf, ECONOMY, filled, SCIENCE, send, smallRound } from './small-round';

jest.setTimeout(120_000);

const KEPT = path.join('.tallybook', 'readings.jsonl');

/** What comes into the inbox: submissions that differ, copies, another round's form, files that cannot be read. */
async function arrivals(round: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const economy = await blankOf(round, ECONOMY);
  const science = await blankOf(round, SCIENCE);
  const first = filled(economy);
  return {
    '经信.xlsx': first,
    '经信（再发）.xlsx': first,
    '经信（改）.xlsx': filled(economy, {
      ...CITY_FILLING,
      'city/productivity': { actual: '约31' },
    }),
    '科技.xlsx': filled(science, {
      'city/firms': { actual: 70, explanation: '=1+1 ＋“引号”\n换行' },
    }),
    '科技（负数）.xlsx': filled(science, { 'city/firms': { actual: -70 } }),
    '别的任务.xlsx': filled(await blankOf(await smallRound(), SCIENCE)),
    '加密.xlsx': compoundFile('EncryptionInfo', 'EncryptedPackage'),
    '空.xlsx': new Uint8Array(),
  };
}

async function compiled(round: string, keeps: boolean): Promise<Consolidation> {
  const opened = await openRound(round);
  const { consolidation, keep } = await compileRound(opened, { key: null, isFresh: !keeps });
  if (keeps) await keep();
  return consolidation;
}

const textOf = (consolidation: Consolidation) =>
  JSON.stringify(compileJson(consolidation, 'zh'), null, 2);

test('with what was kept or from scratch: the same to the byte, whatever came when', async () => {
  const round = await smallRound();
  const files = await arrivals(round);
  const inbox = path.join(round, 'inbox');
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          name: fc.constantFrom(...Object.keys(files)),
          content: fc.constantFrom(...Object.values(files)),
          goes: fc.boolean(),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      async (steps) => {
        for (const name of await listing(inbox)) await fs.rm(path.join(inbox, name));
        for (const { name, content, goes } of steps) {
          if (goes) await fs.rm(path.join(inbox, name), { force: true });
          else await send(round, name, content);
          const kept = await compiled(round, true);
          const fresh = await compiled(round, false);
          expect(textOf(kept)).toBe(textOf(fresh));
          expect(kept.facts).toEqual(fresh.facts);
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('the order of the inbox files never changes the result', async () => {
  const round = await smallRound();
  const files = await arrivals(round);
  for (const [name, bytes] of Object.entries(files)) await send(round, name, bytes);
  const opened = await openRound(round);
  const { received } = await readInbox(opened, { key: null });
  const expected = compile(roundInput(opened.round, received, []));
  fc.assert(
    fc.property(fc.shuffledSubarray([...received], { minLength: received.length }), (shuffled) => {
      const found = compile(roundInput(opened.round, shuffled, []));
      expect(found).toEqual(expected);
    }),
  );
});

describe('what was kept', () => {
  async function keptRound() {
    const round = await smallRound();
    await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
    await send(round, '坏.xlsx', new Uint8Array([1, 2, 3]));
    await compiled(round, true);
    return round;
  }

  /** How many files are read when the round is compiled. */
  async function readsOf(round: string, keeps = true): Promise<string[]> {
    const spy = jest.spyOn(reading, 'readFile');
    try {
      await compiled(round, keeps);
      return spy.mock.calls.map(([, name]) => name);
    } finally {
      spy.mockRestore();
    }
  }

  test('is not read again; one more submission is', async () => {
    const round = await keptRound();
    expect(await readsOf(round)).toEqual([]);
    await send(round, '科技.xlsx', filled(await blankOf(round, SCIENCE)));
    expect(await readsOf(round)).toEqual(['科技.xlsx']);
    expect(await readsOf(round)).toEqual([]);
    expect(await readsOf(round, false)).toHaveLength(3);
  });

  test('follows the content, not the name', async () => {
    const round = await keptRound();
    const inbox = path.join(round, 'inbox');
    await fs.rename(path.join(inbox, '经信.xlsx'), path.join(inbox, '换名.xlsx'));
    await send(round, '坏.xlsx', new Uint8Array([4, 5, 6]));
    expect(await readsOf(round)).toEqual(['坏.xlsx']);
  });

  test('is forgotten once the file is gone', async () => {
    const round = await keptRound();
    await fs.rm(path.join(round, 'inbox', '经信.xlsx'));
    await compiled(round, true);
    const lines = (await fs.readFile(path.join(round, KEPT), 'utf8')).trim().split('\n');
    // its head and the one file left
    expect(lines).toHaveLength(2);
  });

  test.each<[string, (round: string) => Promise<void>]>([
    ['the round is another', (round) => editJson(round, 'round.json', { due: '2021-07-11' })],
    [
      'another build kept it',
      (round) => edit(round, (text) => text.replace(/^[0-9a-f]{8}/, '00000000')),
    ],
    ['it is none of ours', (round) => edit(round, () => '见附件\n')],
    ['it is empty', (round) => edit(round, () => '')],
    ['it is one endless line', (round) => edit(round, (text) => text.replaceAll('\n', ' '))],
    [
      'a figure in it was changed',
      (round) => edit(round, (text) => text.replaceAll('"value",31', '"value",32')),
    ],
  ])('is passed over where %s', async (_, spoil) => {
    const round = await keptRound();
    const before = textOf(await compiled(round, false));
    await spoil(round);
    expect((await readsOf(round)).length).toBeGreaterThan(0);
    const after = textOf(await compiled(round, true));
    expect(after).toBe(before);
    expect(await readsOf(round)).toEqual([]);
  });

  test('is of one key only', async () => {
    const round = await keptRound();
    const key = path.join(await freshFolder(), 'key');
    await fs.writeFile(key, 'secret');
    const spy = jest.spyOn(reading, 'readFile');
    await tallybook('compile', round, '--key', key);
    expect(spy.mock.calls).toHaveLength(2);
    spy.mockRestore();
  });

  test('damaged anywhere, it changes nothing and breaks nothing', async () => {
    const round = await keptRound();
    const before = textOf(await compiled(round, false));
    const whole = await fs.readFile(path.join(round, KEPT));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        async (at, byte, isCut) => {
          const damaged = isCut ? whole.subarray(0, at) : Uint8Array.from(whole);
          if (!isCut) damaged[at] = byte;
          await fs.writeFile(path.join(round, KEPT), damaged);
          expect(textOf(await compiled(round, true))).toBe(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a place that takes no file is said, and the round is compiled all the same', async () => {
    const round = await smallRound();
    await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
    await fs.writeFile(path.join(round, '.tallybook'), '这里是一个文件');
    const { code, stderr } = await tallybook('compile', round);
    expect(code).toBe(0);
    expect(stderr).toContain('没有留存');
  });

  test('compile --fresh reads every file', async () => {
    const round = await keptRound();
    const spy = jest.spyOn(reading, 'readFile');
    await tallybook('compile', round, '--fresh');
    expect(spy.mock.calls).toHaveLength(2);
    spy.mockRestore();
  });
});

test('a hostile, a foreign, a duplicate and a locked file: the rest is compiled, these four are listed', async () => {
  const round = await smallRound();
  const economy = filled(await blankOf(round, ECONOMY));
  await send(round, '经信.xlsx', economy);
  await send(
    round,
    '科技.xlsx',
    filled(await blankOf(round, SCIENCE), { 'city/firms': { actual: 70 } }),
  );
  await send(round, '恶意.xlsx', hostile(economy));
  await send(round, '别的.xlsx', await foreignWorkbook());
  await send(round, '经信（副本）.xlsx', economy);
  await send(round, '加锁.xlsx', compoundFile('EncryptionInfo', 'EncryptedPackage'));
  for (const again of [false, true]) {
    const ended = await tallybook('compile', round);
    expect({ again, code: ended.code }).toEqual({ again, code: 1 });
    const { submissions, indicators } = (await readJson(
      round,
      'out',
      'compile.json',
    )) as ReturnType<typeof compileJson>;
    expect(submissions).toMatchObject({ issued: 2, received: 6, accepted: 2, missing: [] });
    expect(submissions.setAside.map(({ file, code }) => [file, code])).toEqual([
      ['别的.xlsx', 'foreign'],
      ['加锁.xlsx', 'encrypted'],
      ['恶意.xlsx', 'dtd'],
      ['经信（副本）.xlsx', 'duplicate'],
    ]);
    for (const { file, reason } of submissions.setAside) {
      expect(reason).toMatch(/[。]$/);
      expect(ended.stdout).toContain(file);
    }
    expect(indicators.filter(({ actual }) => actual !== null).length).toBeGreaterThan(3);
  }
});

/** The workbook with an entity that would grow without end. */
function hostile(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'xl/workbook.xml';
  const text = new TextDecoder().decode(parts[name]);
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>';
  parts[name] = strToU8(text.replace(/(<\?xml[^>]*\?>)?/, `$1${bomb}`));
  return zipSync(parts);
}

async function edit(round: string, change: (text: string) => string): Promise<void> {
  const file = path.join(round, KEPT);
  const text = await fs.readFile(file, 'utf8');
  await fs.writeFile(file, change(text));
}

async function editJson(round: string, name: string, change: object): Promise<void> {
  const content = (await readJson(round, name)) as object;
  await fs.writeFile(path.join(round, name), JSON.stringify({ ...content, ...change }));
}
