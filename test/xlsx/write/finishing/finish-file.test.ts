import { strFromU8, unzipSync } from 'fflate';
import { finishFile } from '../../../../src/xlsx/write/finishing/finish-file';
import { Unpatchable } from '../../../../src/xlsx/write/unpatchable';
import { writeWorkbook } from '../../../../src/xlsx/write/write-workbook';
import { filled, placeOf } from '../../../corpus/make/filled';
import { comparable, fileGrid } from '../../../hosts/office/compare';
import { cellOf, sheetOf, workbookOf } from '../sample';

const FORM = '填报表';
const SAVED_AT = '2026-07-08T06:05:00.000Z';
const UNCHANGED = { edits: [], lockedSheets: [], savedAt: SAVED_AT };

/** Addresses of the cells of a sheet that are not locked. */
function unlockedCells(bytes: Uint8Array, sheet: number): string[] {
  const parts = unzipSync(bytes);
  const [, list] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(strFromU8(parts['xl/styles.xml']!))!;
  const formats = list!.match(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)!;
  const isUnlocked = formats.map((format) => /locked="(?:0|false)"/.test(format));
  const xml = strFromU8(parts[`xl/worksheets/sheet${sheet}.xml`]!);
  return [...xml.matchAll(/<c r="([A-Z]+\d+)"(?:[^>]*? s="(\d+)")?/g)]
    .filter(([, , style = '0']) => isUnlocked[Number(style)])
    .map(([, address]) => address!);
}

function sheetXml(bytes: Uint8Array, sheet: number): string {
  return strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${sheet}.xml`]!);
}

test('a form declared final has no open cell, keeps its protection, and reads the same', async () => {
  const bytes = await writeWorkbook(filled());
  expect(unlockedCells(bytes, 2)).toContain(placeOf('firms', 'actual'));
  const finished = finishFile(bytes, { ...UNCHANGED, lockedSheets: [FORM] });
  expect(unlockedCells(finished, 2)).toEqual([]);
  const protection = /<sheetProtection[^>]*>/;
  expect(protection.exec(sheetXml(finished, 2))?.[0]).toBe(
    protection.exec(sheetXml(bytes, 2))?.[0],
  );
  expect(comparable(fileGrid(finished))).toEqual(comparable(fileGrid(bytes)));
  // once more changes nothing
  const again = finishFile(finished, { ...UNCHANGED, lockedSheets: [FORM] });
  expect(sheetXml(again, 2)).toBe(sheetXml(finished, 2));
});

test('only the sheets named are locked, and one without protection gets it', async () => {
  const open = [cellOf(1, 1, 5, { style: 'open' }), cellOf(2, 1, 'text', { style: 'open' })];
  const bytes = await writeWorkbook(
    workbookOf({
      styles: { open: { unlocked: true, fill: 'FFFFCC' } },
      sheets: [sheetOf({ name: 'one', cells: open }), sheetOf({ name: 'two', cells: open })],
    }),
  );
  const finished = finishFile(bytes, { ...UNCHANGED, lockedSheets: ['one'] });
  expect(unlockedCells(finished, 1)).toEqual([]);
  expect(unlockedCells(finished, 2)).toEqual(['A1', 'A2']);
  expect(fileGrid(finished).sheets.map(({ isProtected }) => isProtected)).toEqual([true, false]);
});

test('entries, lock and saved time go into the file together', async () => {
  const cell = placeOf('firms', 'actual');
  const finished = finishFile(await writeWorkbook(filled()), {
    edits: [{ sheet: FORM, cell, value: 71 }],
    lockedSheets: [FORM],
    savedAt: SAVED_AT,
  });
  const grid = fileGrid(finished);
  expect(grid.savedAt).toBe(SAVED_AT);
  const form = grid.sheets.find(({ name }) => name === FORM)!;
  expect([...form.cells.values()].some(({ value }) => value === 71)).toBe(true);
});

test('a sheet that is not there is refused', async () => {
  const bytes = await writeWorkbook(filled());
  expect(() => finishFile(bytes, { ...UNCHANGED, lockedSheets: ['没有'] })).toThrow(Unpatchable);
});
