import { promises as fs } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { patchWorkbook } from '../../../src/xlsx/write/patch-workbook';
import { CITY_FILLING } from '../../factories/city';
import { compoundFile, foreignWorkbook } from './broken-files';
import { CHINESE, jsonOf, STACK_TRACE, tallybook, tallybookAt } from './command-line';
import { hashOf, readJson, stateOf } from './folders';
import type { CheckJson, StatusJson } from './shapes';
import {
  blankOf,
  ECONOMY,
  filled,
  SCIENCE,
  send,
  smallRound,
  submissionOf,
  TOWN,
} from './small-round';

// each test makes and reads several workbooks
jest.setTimeout(30_000);

interface Compared {
  returned: number;
  fixed: { rule: string; name: string }[];
  still: { rule: string }[];
  new: { rule: string }[];
}

interface ReturnJson {
  returned: {
    organisation: string | null;
    region: string | null;
    file: string;
    sha256: string;
    slip: string;
    isNew: boolean;
    isCopy?: boolean;
    noCopy?: string;
    due: string | null;
    errors: number;
    explain: number;
    resubmission?: Compared;
  }[];
  withoutSlip: { file: string; code: string; reason: string }[];
}

const broken = {
  ...CITY_FILLING,
  'city/productivity': { actual: '约31' },
  'city/firms': { actual: -5 },
};

async function returned(round: string, ...words: string[]): Promise<ReturnJson> {
  return jsonOf(await tallybook('return', round, '--json', ...words)) as ReturnJson;
}

const slipsIn = async (round: string) =>
  (await fs.readdir(path.join(round, 'returned')))
    .filter((name) => name !== 'returned.json')
    .sort();

const slipOf = (round: string, name: string) => fs.readFile(path.join(round, 'returned', name));

function sheetsOf(bytes: Uint8Array) {
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) throw new Error(read.message.en);
  return read.grid.sheets;
}

const textsOf = (bytes: Uint8Array) =>
  [...sheetsOf(bytes)[0]!.cells.values()].map(({ value }) => String(value)).join('\n');

/** Types into the cells of rows in a workbook, as a department does in its slip. */
function typed(bytes: Uint8Array, rows: Readonly<Record<string, string | number>>): Uint8Array {
  const { entries } = submissionOf(bytes);
  return patchWorkbook(
    bytes,
    Object.entries(rows).map(([key, value]) => {
      const { sheet, cells } = entries.find(({ entry }) => entry.key === key)!;
      return { sheet, cell: cells.actual!, value };
    }),
  );
}

async function roundWithErrors(): Promise<string> {
  const round = await smallRound();
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), broken));
  return round;
}

describe('a submission with errors', () => {
  test('gets a slip that is its own workbook, and what was returned is on record', async () => {
    const round = await roundWithErrors();
    await send(
      round,
      '科技.xlsx',
      filled(await blankOf(round, SCIENCE), { 'city/firms': { actual: 70 } }),
    );
    const sent = await fs.readFile(path.join(round, 'inbox', '经信.xlsx'));
    const ended = await tallybook('return', round, '--due', '2021-07-20', '--json');
    expect(ended.code).toBe(1);
    const result = jsonOf(ended) as ReturnJson;
    expect(result).toEqual({
      returned: [
        {
          organisation: ECONOMY,
          region: null,
          file: '经信.xlsx',
          sha256: hashOf(sent),
          slip: `退回单_${ECONOMY}.xlsx`,
          isNew: true,
          isCopy: true,
          due: '2021-07-20',
          errors: 1,
          explain: 0,
        },
      ],
      withoutSlip: [],
    });
    const slip = await slipOf(round, `退回单_${ECONOMY}.xlsx`);
    expect(sheetsOf(slip).map(({ name }) => name)).toEqual([
      '退回单',
      ...sheetsOf(sent).map(({ name }) => name),
    ]);
    expect(textsOf(slip)).toContain('于 2021-07-20 前（含当日）');
    expect(await readJson(round, 'returned', 'returned.json')).toMatchObject({
      schemaVersion: 1,
      returned: [
        {
          organisation: ECONOMY,
          file: '经信.xlsx',
          sha256: hashOf(sent),
          findings: [{ rule: 'not-a-number', entry: 'city/productivity', severity: 'error' }],
        },
      ],
    });
    expect(await fs.readFile(path.join(round, 'inbox', '经信.xlsx'))).toEqual(sent);
  });

  test('an explanation owed goes back too, a note does not', async () => {
    const round = await smallRound();
    const blank = await blankOf(round, ECONOMY);
    await send(
      round,
      'a.xlsx',
      filled(blank, { ...CITY_FILLING, 'city/productivity': { actual: 10 } }),
    );
    expect((await returned(round)).returned).toMatchObject([{ errors: 0, explain: 1 }]);
    const other = await smallRound();
    await send(
      other,
      'a.xlsx',
      filled(await blankOf(other, ECONOMY), {
        ...CITY_FILLING,
        'city/productivity': { actual: ' 31 ' },
      }),
    );
    const clean = await tallybook('return', other);
    expect(clean.code).toBe(0);
    expect(clean.stdout).toContain('没有需要退回的报送表');
    expect(await slipsIn(other)).toEqual([]);
  });

  test('is returned once, however often the command runs', async () => {
    const round = await roundWithErrors();
    await returned(round, '--due', '2021-07-20');
    const before = await stateOf(round);
    const again = await tallybookAt(
      '2021-07-01T00:00:00.000Z',
      'return',
      round,
      '--due',
      '2021-07-30',
    );
    expect(again.code).toBe(1);
    expect(again.stdout).toMatch(/本次生成退回单 0 份，此前已有 1 份/);
    expect(await stateOf(round)).toEqual(before);
  });

  test('a slip that was lost is made again, the same', async () => {
    const round = await roundWithErrors();
    await returned(round, '--due', '2021-07-20');
    const name = `退回单_${ECONOMY}.xlsx`;
    const first = await slipOf(round, name);
    await fs.rm(path.join(round, 'returned', name));
    expect((await returned(round)).returned).toMatchObject([{ slip: name, isNew: true }]);
    expect(hashOf(await slipOf(round, name))).toBe(hashOf(first));
  });

  test('a file of somebody else under the slip’s name is left alone', async () => {
    const round = await roundWithErrors();
    await fs.writeFile(path.join(round, 'returned', `退回单_${ECONOMY}.XLSX`), '我的文件');
    const { returned: list } = await returned(round);
    expect(list[0]!.slip).toBe(`退回单_${ECONOMY}（第2次）.xlsx`);
    expect(await fs.readFile(path.join(round, 'returned', `退回单_${ECONOMY}.XLSX`), 'utf8')).toBe(
      '我的文件',
    );
  });

  test('status shows it as returned until a later one arrives', async () => {
    const round = await roundWithErrors();
    const state = async () =>
      (jsonOf(await tallybook('status', round, '--json')) as StatusJson).workbooks[0];
    expect(await state()).toMatchObject({ state: 'received' });
    await returned(round);
    expect(await state()).toMatchObject({ state: 'returned', file: '经信.xlsx' });
    expect((await tallybook('status', round)).stdout).toContain('已退回');
    const slip = await slipOf(round, `退回单_${ECONOMY}.xlsx`);
    await send(round, '重报.xlsx', typed(slip, { 'city/investment': -1 }));
    expect(await state()).toMatchObject({ state: 'received', file: '重报.xlsx' });
  });
});

describe('a resubmission from the slip', () => {
  test('corrected, is clean: the slip’s sheet and marks are no findings, and the figures are right', async () => {
    const round = await roundWithErrors();
    await returned(round);
    const slip = await slipOf(round, `退回单_${ECONOMY}.xlsx`);
    const file = await send(round, '重报.xlsx', typed(slip, { 'city/productivity': 31.5 }));
    const ended = await tallybook('check', file, '--round', round, '--json');
    expect(ended.code).toBe(0);
    const [checked] = (jsonOf(ended) as CheckJson).files as (CheckJson['files'][0] & {
      resubmission: Compared;
    })[];
    expect(checked).toMatchObject({ outcome: 'clean', signature: 'unsigned', findings: [] });
    expect(checked!.entries.find(({ indicator }) => indicator === 'city/productivity')!.value).toBe(
      31.5,
    );
    expect(checked!.resubmission).toMatchObject({ returned: 1, still: [], new: [] });
    expect(checked!.resubmission.fixed).toMatchObject([
      { rule: 'not-a-number', name: '全员劳动生产率' },
    ]);
    const { stdout } = await tallybook('check', file, '--round', round);
    expect(stdout).toContain('上次退回 1 条：已改正 1 条，仍有误 0 条，新出现 0 条。');
    const status = await tallybook('status', round);
    expect(status.stdout).toMatch(/已采用.*重报\.xlsx.*上次退回 1 条：已改正 1 条/);
    expect((await returned(round)).returned).toEqual([]);
  });

  test('still wrong, gets a slip of another name that says what became of the first', async () => {
    const round = await smallRound();
    const rows = { ...broken, 'city/investment': { actual: -3 } };
    await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), rows));
    await returned(round);
    const slip = await slipOf(round, `退回单_${ECONOMY}.xlsx`);
    const corrected = typed(slip, { 'city/productivity': 31, 'city/item.revenue': '无' });
    await send(round, '重报.xlsx', corrected);
    const { returned: list, withoutSlip } = await returned(round);
    const name = `退回单_${ECONOMY}（第2次）.xlsx`;
    expect(list).toMatchObject([
      { file: '重报.xlsx', slip: name, isNew: true, isCopy: true, resubmission: { returned: 2 } },
    ]);
    expect(withoutSlip).toMatchObject([{ file: '经信.xlsx', code: 'superseded' }]);
    expect(await slipsIn(round)).toEqual([`退回单_${ECONOMY}.xlsx`, name].sort());
    const second = await slipOf(round, name);
    expect(textsOf(second)).toContain('上次退回 2 条：已改正 1 条，仍有误 1 条，新出现 1 条。');
    expect(sheetsOf(second).filter(({ name: sheet }) => sheet.includes('退回单'))).toHaveLength(1);
    const third = typed(second, { 'city/investment': 210, 'city/item.revenue': 1000 });
    const file = await send(round, '再报.xlsx', third);
    const checked = await tallybook('check', file, '--round', round);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain('上次退回 2 条：已改正 2 条，仍有误 0 条，新出现 0 条');
  });

  test('signed forms stay signed in their slips', async () => {
    const key = path.join(path.dirname(await roundWithErrors()), 'key');
    await fs.writeFile(key, 'secret');
    const round = await smallRound(TOWN, '--key', key);
    await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), broken));
    await returned(round, '--key', key);
    const slip = path.join(round, 'returned', `退回单_${ECONOMY}.xlsx`);
    const checked = jsonOf(
      await tallybook('check', slip, '--round', round, '--key', key, '--json'),
    ) as CheckJson;
    expect(checked.files[0]).toMatchObject({ signature: 'signed' });
    expect(checked.files[0]!.findings.map(({ rule }) => rule)).toEqual(['not-a-number']);
  });
});

test('a region’s form is returned under the names of both', async () => {
  const round = await smallRound(TOWN, '--by', 'unit-region');
  const blank = (await fs.readdir(path.join(round, 'templates'))).find((name) =>
    name.includes('海曙'),
  )!;
  const bytes = await fs.readFile(path.join(round, 'templates', blank));
  await send(round, 'x.xlsx', filled(bytes, {}));
  const { returned: list } = await returned(round);
  expect(list).toMatchObject([
    { organisation: ECONOMY, region: '海曙区', slip: `退回单_${ECONOMY}_海曙区.xlsx` },
  ]);
});

describe('bad input', () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) });

  test('the rest goes on, and what could not be read is listed with its reason and gets a slip alone', async () => {
    const round = await roundWithErrors();
    const sent = await fs.readFile(path.join(round, 'inbox', '经信.xlsx'));
    await send(round, '经信副本.xlsx', sent);
    await send(round, '炸弹.xlsx', bomb);
    await send(round, '通讯录.xlsx', await foreignWorkbook());
    await send(round, '加密.xlsx', compoundFile('EncryptionInfo', 'EncryptedPackage'));
    await send(round, '../inbox/=HYPERLINK("a").xlsx', strToU8('不是工作簿'));
    const ended = await tallybook('return', round, '--json');
    expect(ended.code).toBe(1);
    expect(ended.stderr).not.toMatch(STACK_TRACE);
    const { returned: list, withoutSlip } = jsonOf(ended) as ReturnJson;
    expect(withoutSlip).toMatchObject([{ file: '经信副本.xlsx', code: 'duplicate' }]);
    expect(list.map(({ file, isCopy }) => [file, isCopy])).toEqual([
      ['经信.xlsx', true],
      ['=HYPERLINK("a").xlsx', false],
      ['加密.xlsx', false],
      ['炸弹.xlsx', false],
      ['通讯录.xlsx', false],
    ]);
    expect(await slipsIn(round)).toEqual(
      [
        '退回单_=HYPERLINK(_a_).xlsx',
        '退回单_加密.xlsx',
        '退回单_炸弹.xlsx',
        `退回单_${ECONOMY}.xlsx`,
        '退回单_通讯录.xlsx',
      ].sort(),
    );
    expect(textsOf(await slipOf(round, '退回单_加密.xlsx'))).toContain('取消打开密码');
    expect(textsOf(await slipOf(round, '退回单_通讯录.xlsx'))).toContain('不是本系统下发的报送表');
    const hostile = sheetsOf(await slipOf(round, '退回单_=HYPERLINK(_a_).xlsx'));
    expect([...hostile[0]!.cells.values()].every(({ formula }) => formula === undefined)).toBe(
      true,
    );
    const shown = await tallybook('return', round);
    for (const file of ['加密.xlsx', '炸弹.xlsx', '通讯录.xlsx', '经信副本.xlsx'])
      expect(shown.stdout).toContain(file);
    expect(shown.stdout).toMatch(/本次生成退回单 0 份，此前已有 5 份/);
  });

  test('two long names that are cut to the same get two slips', async () => {
    const round = await smallRound();
    const long = '很长的文件名'.repeat(13);
    await send(round, `${long}甲.xlsx`, strToU8('不是工作簿'));
    await send(round, `${long}乙.xlsx`, strToU8('也不是工作簿'));
    const { returned: list } = await returned(round);
    expect(new Set(list.map(({ slip }) => slip)).size).toBe(2);
    expect(await slipsIn(round)).toHaveLength(2);
  });

  test('another round’s form goes back alone; not where the sender has sent this round’s besides', async () => {
    const [round, other] = [await roundWithErrors(), await smallRound(TOWN, '--by', 'unit')];
    const foreign = await smallRound({ ...TOWN, id: 'other-plan' });
    await send(round, '别的规划.xlsx', filled(await blankOf(foreign, SCIENCE), {}));
    await send(round, '经信也发了.xlsx', filled(await blankOf(foreign, ECONOMY), {}));
    expect(other).not.toBe(round);
    const { returned: list, withoutSlip } = await returned(round);
    expect(list.map(({ file, slip, isCopy }) => [file, slip, isCopy])).toEqual([
      ['经信.xlsx', `退回单_${ECONOMY}.xlsx`, true],
      ['别的规划.xlsx', `退回单_${SCIENCE}.xlsx`, false],
    ]);
    expect(withoutSlip).toMatchObject([{ file: '经信也发了.xlsx', code: 'other-plan' }]);
    expect(textsOf(await slipOf(round, `退回单_${SCIENCE}.xlsx`))).toContain(
      '请使用本次下发的报送表',
    );
  });

  test.each([
    ['a day that is none', ['--due', '2021-02-30'], /无法识别/],
    ['a day that is over', ['--due', '2021-06-24'], /早于今天（2021-06-25）/],
  ])('%s is refused, and nothing is made', async (_, words, message) => {
    const round = await roundWithErrors();
    const { code, stderr } = await tallybook('return', round, ...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(await slipsIn(round)).toEqual([]);
  });

  test.each([
    ['broken off', '{"schemaVersion": 1, "ret'],
    [
      'leading elsewhere',
      '{"schemaVersion": 1, "returned": [{"workbook": null, "organisation": null, "region": null, "file": "a.xlsx", "sha256": "a", "slip": "../../a.xlsx", "returnedAt": "2021-07-01T00:00:00.000Z", "due": null, "findings": []}]}',
    ],
    ['of another shape', '{"schemaVersion": 1, "returned": [{"__proto__": {}}]}'],
  ])(
    'a record that is %s is answered with its name, by every command that needs it',
    async (_, text) => {
      const round = await roundWithErrors();
      await fs.writeFile(path.join(round, 'returned', 'returned.json'), text);
      for (const words of [
        ['return', round],
        ['status', round],
        ['check', path.join(round, 'inbox', '经信.xlsx'), '--round', round],
      ]) {
        const { code, stderr } = await tallybook(...words);
        expect(code).toBe(2);
        expect(stderr).toContain('returned.json');
        expect(stderr).not.toMatch(STACK_TRACE);
      }
    },
  );
});

test('in English the command speaks English; the slip keeps the language of the round', async () => {
  const round = await roundWithErrors();
  const { stdout } = await tallybook('return', round, '--lang', 'en');
  const own = stdout.replaceAll(ECONOMY, '').replaceAll('经信.xlsx', '').replaceAll('退回单_', '');
  expect(own).not.toMatch(CHINESE);
  expect(textsOf(await slipOf(round, `退回单_${ECONOMY}.xlsx`))).toContain('报送表退回单');
});
