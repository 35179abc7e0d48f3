import { promises as fs } from 'node:fs';
import path from 'node:path';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { patchWorkbook, type CellEdit } from '../../../src/xlsx/write/patch-workbook';
import { formatAddress } from '../../../src/core/sheet/address';
import { gridPlace } from '../../../src/core/sheet/grid';
import { CARRIER_SHEET } from '../../../src/core/template/model';
import { jsonOf, tallybook } from './command-line';
import { freshFolder, readJson } from './folders';
import type { CheckedFile, CheckJson, StatusJson } from './shapes';
import { blankOf, ECONOMY, filled, send, smallRound, TOWN } from './small-round';

async function keyFile(content: string): Promise<string> {
  const file = path.join(await freshFolder(), '密钥.key');
  await fs.writeFile(file, content);
  return file;
}

async function checked(...words: string[]): Promise<CheckedFile> {
  return (jsonOf(await tallybook('check', ...words, '--json')) as CheckJson).files[0]!;
}

const rulesOf = ({ findings }: CheckedFile) => findings.map(({ rule }) => rule);

/** The form with a passage of what the hidden sheet says changed. */
function forged(bytes: Uint8Array, passage: string, instead: string): Uint8Array {
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) throw new Error(read.message.en);
  const hidden = read.grid.sheets.find(({ name }) => name === CARRIER_SHEET)!;
  const edits: CellEdit[] = [];
  for (const [key, { value }] of hidden.cells) {
    const { row, column } = gridPlace(key);
    if (String(value).includes(passage))
      edits.push({
        sheet: CARRIER_SHEET,
        cell: formatAddress(row, column),
        value: String(value).replace(passage, instead),
      });
  }
  if (edits.length === 0) throw new Error(`the hidden sheet does not say ${passage}`);
  return patchWorkbook(bytes, edits);
}

/** A round signed with a key, and what an organisation would send back. */
async function signedRound() {
  const key = await keyFile('一把只有汇总单位知道的钥匙\r\n');
  const round = await smallRound(TOWN, '--key', key);
  return { key, round, form: filled(await blankOf(round, ECONOMY)) };
}

// grave accents stand for quotes there
const DUE = '`due`:`2021-07-10`';
const LATER = '`due`:`2021-08-10`';

test('a signed round says so; one without a key says what a hash is worth', async () => {
  const { round } = await signedRound();
  expect(await readJson(round, 'round.json')).toMatchObject({ isSigned: true });
  expect(await readJson(await smallRound(), 'round.json')).toMatchObject({ isSigned: false });
});

test.each<[string, (key: string) => Promise<string[]>, (form: Uint8Array) => Uint8Array, string]>([
  ['the key', (key) => Promise.resolve(['--key', key]), (form) => form, 'signed'],
  ['no key', () => Promise.resolve([]), (form) => form, 'unchecked'],
  [
    'the key without the line break at its end',
    async () => ['--key', await keyFile('一把只有汇总单位知道的钥匙')],
    (form) => form,
    'signed',
  ],
  ['another key', async () => ['--key', await keyFile('另一把')], (form) => form, 'altered'],
  [
    'the key, on a forged form',
    (key) => Promise.resolve(['--key', key]),
    (form) => forged(form, DUE, LATER),
    'altered',
  ],
])('checked with %s', async (_, words, change, signature) => {
  const { key, round, form } = await signedRound();
  const file = await send(round, '经信.xlsx', change(form));
  const result = await checked(file, '--round', round, ...(await words(key)));
  expect(result.signature).toBe(signature);
  expect(rulesOf(result).includes('altered-identity')).toBe(signature === 'altered');
});

test('without a key a form is unsigned, and a changed one still noticed', async () => {
  const round = await smallRound();
  const form = filled(await blankOf(round, ECONOMY));
  const good = await send(round, '好.xlsx', form);
  const bad = await send(round, '坏.xlsx', forged(form, DUE, LATER));
  expect(await checked(good)).toMatchObject({ signature: 'unsigned', outcome: 'clean' });
  const altered = await checked(bad);
  expect(altered.signature).toBe('altered');
  expect(rulesOf(altered)).toContain('altered-identity');
});

test('a signed round set against an unsigned form: the signature is missing', async () => {
  const { key, round } = await signedRound();
  const unsigned = filled(await blankOf(await smallRound(), ECONOMY));
  const file = await send(round, '经信.xlsx', unsigned);
  const result = await checked(file, '--round', round, '--key', key);
  expect(result.signature).toBe('unsigned');
  expect(rulesOf(result)).toContain('signature-missing');
});

test('altered forms are set aside, signed ones count', async () => {
  const { key, round, form } = await signedRound();
  await send(round, '好.xlsx', form);
  await send(round, '坏.xlsx', forged(form, DUE, LATER));
  const ended = await tallybook('status', round, '--key', key, '--json');
  const { workbooks, setAside } = jsonOf(ended) as StatusJson;
  expect(workbooks.find(({ organisation }) => organisation === ECONOMY)).toMatchObject({
    state: 'accepted',
    file: '好.xlsx',
  });
  expect(setAside).toEqual([
    { file: '坏.xlsx', code: 'tampered', reason: expect.stringContaining('不计入') as string },
  ]);
});

test('every cell that was locked and changed is named', async () => {
  const round = await smallRound();
  const form = filled(await blankOf(round, ECONOMY));
  const read = readWorkbook(form, { inflate: nodeInflate });
  if (!read.ok) throw new Error(read.message.en);
  const sheet = read.grid.sheets.find(({ name }) => name === '填报表')!;
  const names = [...sheet.cells].flatMap(([key, { value }]) => {
    const { row, column } = gridPlace(key);
    return value === '技术改造投资' || value === '产业园区基本建成'
      ? [formatAddress(row, column)]
      : [];
  });
  expect(names).toHaveLength(2);
  const changed = patchWorkbook(
    form,
    names.map((cell) => ({ sheet: sheet.name, cell, value: '改过的名称' })),
  );
  const { findings } = await checked(await send(round, 'x.xlsx', changed));
  const altered = findings.filter(({ rule }) => rule === 'altered-locked-cell');
  expect(altered.map(({ cell }) => cell).sort()).toEqual(names.sort());
  for (const { message } of altered) expect(message).toMatch(/\S/);
});

test.each([
  ['an empty key file', '', /是空的/],
  ['a key file of line breaks only', '\r\n\r\n', /是空的/],
])('%s is refused', async (_, content, said) => {
  const round = await smallRound();
  const { code, stderr } = await tallybook('status', round, '--key', await keyFile(content));
  expect(code).toBe(2);
  expect(stderr).toMatch(said);
});
