import { examine } from '../../../src/core/pipeline';
import type { WorkbookGrid } from '../../../src/core/sheet/grid';
import { PortFailure } from '../../../src/hosts/pane/port';
import { directWork } from '../../../src/hosts/pane/worker/file-work';
import { webPort, type PickedFile, type WebPort } from '../../../src/hosts/web/web-port';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { filled, placeOf } from '../../corpus/make/filled';
import { PLAIN } from '../../factories/digest';
import { fileGrid, verdictOf } from '../office/compare';

const FORM = '填报表';
const NOW = new Date('2026-07-08T06:05:00Z');
let form: Uint8Array;
let downloads: { bytes: Uint8Array; name: string }[];
let port: WebPort;

beforeAll(async () => {
  form = await writeWorkbook(filled());
});
beforeEach(() => {
  downloads = [];
  port = webPort({
    work: directWork,
    now: () => NOW,
    language: 'zh',
    download: (bytes, name) => downloads.push({ bytes, name }),
  });
});

function picked(bytes: Uint8Array, name = '市经信局.xlsx', size = bytes.length): PickedFile {
  return { name, size, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) };
}

async function refusal(call: Promise<unknown>): Promise<{ code: string; zh: string }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof PortFailure) return { code: error.code, zh: error.text.zh };
    throw error;
  }
  throw new Error('the call did not fail');
}

const verdict = (grid: WorkbookGrid) =>
  verdictOf(examine(grid, PLAIN, { round: null, plans: [], isSigned: false }));

test('has no workbook until one is opened', async () => {
  expect(await port.readWorkbook()).toBeNull();
  expect(await refusal(port.save('报送表.xlsx'))).toMatchObject({ code: 'refused' });
});

test.each<[cell: string, value: string | number | boolean | null]>([
  [placeOf('firms', 'actual'), 71],
  [placeOf('firms', 'actual'), '约50'],
  [placeOf('firms', 'actual'), null],
  [placeOf('firms', 'state'), '零报告'],
  [placeOf('park', 'actual'), '已完成'],
  [placeOf('firms', 'explanation'), '=1+1'],
  [placeOf('firms', 'actual'), true],
])('%s = %j gets the verdict that the downloaded file gets', async (cell, value) => {
  await port.openFile(picked(form));
  await port.write([{ sheet: FORM, cell, value }]);
  expect(port.hasUnsaved()).toBe(true);
  const open = (await port.readWorkbook())!;
  await port.save('unused.xlsx');
  expect(port.hasUnsaved()).toBe(false);
  const [file] = downloads;
  expect(file!.name).toBe('市经信局.xlsx');
  expect(verdict(fileGrid(file!.bytes))).toEqual(verdict(open));
});

test('what is declared final is written no more, and its file says when it was saved', async () => {
  await port.openFile(picked(form));
  await port.lock([FORM]);
  const cells = [{ sheet: FORM, cell: placeOf('firms', 'actual'), value: 1 }];
  expect(await refusal(port.write(cells))).toMatchObject({ code: 'protected' });
  await port.save('unused.xlsx');
  expect(fileGrid(downloads[0]!.bytes).savedAt).toBe(NOW.toISOString());
});

test.each<[what: string, file: () => PickedFile, says: string]>([
  ['2 GB', () => picked(form, 'big.xlsx', 2 ** 31), '2048 MB'],
  ['nothing', () => picked(new Uint8Array()), '空'],
  ['a picture', () => picked(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), 'PNG'],
  ['half a workbook', () => picked(form.subarray(0, form.length / 2)), '不完整'],
  [
    'a file that is gone',
    () => ({ ...picked(form), arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
    '再选一次',
  ],
])('%s is refused in words, and the form that was open stays', async (_, file, says) => {
  await port.openFile(picked(form));
  expect((await refusal(port.openFile(file()))).zh).toContain(says);
  expect(await port.readWorkbook()).not.toBeNull();
});

test('a sheet that is not there is refused, and nothing is written', async () => {
  await port.openFile(picked(form));
  const cells = [
    { sheet: FORM, cell: 'H9', value: 1 },
    { sheet: '没有', cell: 'A1', value: 1 },
  ];
  expect(await refusal(port.write(cells))).toMatchObject({ code: 'no-sheet' });
  expect(port.hasUnsaved()).toBe(false);
});

test('a workbook that is put away is forgotten with its entries', async () => {
  await port.openFile(picked(form));
  await port.write([{ sheet: FORM, cell: placeOf('firms', 'actual'), value: 1 }]);
  port.closeFile();
  expect(port.hasUnsaved()).toBe(false);
  expect(await port.readWorkbook()).toBeNull();
});

test('sheets cannot be inserted into a page', async () => {
  expect(await refusal(port.insertSheets(form))).toMatchObject({ code: 'refused' });
});
