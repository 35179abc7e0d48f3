import * as exceljs from 'exceljs';
import { patchWorkbook } from '../../../src/xlsx/write/patch-workbook';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { convert, CONVERT_TIMEOUT, describeWithLibreOffice } from '../../office/libreoffice';
import { partOf, readBack } from './read-back';
import { FORM } from './sample';

jest.setTimeout(CONVERT_TIMEOUT);

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describeWithLibreOffice('LibreOffice', () => {
  let form: Uint8Array;
  let saved: Uint8Array;
  beforeAll(async () => {
    form = await writeWorkbook(FORM);
    saved = convert(form, 'xlsx');
  });

  test('computes again only when told to', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('S').getCell('A1').value = { formula: '1+1', result: 5 };
    const planted = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(text(convert(planted, 'csv')).trim()).toBe('5');
    expect(text(convert(planted, 'csv', { recalculate: true })).trim()).toBe('2');
  });

  test('keeps every value and formula', async () => {
    const before = (await readBack(form)).getWorksheet('填报表')!;
    const after = (await readBack(saved)).getWorksheet('填报表')!;
    const addresses = ['A1', 'A4', 'B4', 'B5', 'C4', 'D4', 'D5', 'F4', 'F5', 'F6', 'B8'];
    const valuesOf = (sheet: exceljs.Worksheet) =>
      addresses.map((address) => {
        const { value, text } = sheet.getCell(address);
        const { formula, result } = (value ?? {}) as Partial<exceljs.CellFormulaValue>;
        if (formula !== undefined) return [formula, result];
        // it splits a text between the fonts it finds for Chinese and for Latin letters
        return value !== null && typeof value === 'object' ? text : value;
      });
    expect(valuesOf(after)).toEqual(valuesOf(before));
  });

  test('keeps validations, conditional formats, protection, widths, merges and links', () => {
    const xml = partOf(saved, 'xl/worksheets/sheet2.xml');
    const kept = [
      'type="decimal"><formula1>0</formula1><formula2>1000</formula2>',
      'prompt="计量单位：万元/人·年&#10;保留两位小数 &quot;数值&quot;"',
      '<formula1>口径!$A$1:$A$3</formula1>',
      '<formula1>&quot;正常,零报告,不适用&quot;</formula1>',
      '<formula>$F4=&quot;错误&quot;</formula>',
      '<cfvo type="num" val="1"',
      'algorithmName="SHA-512"',
      'autoFilter="false"',
      '<mergeCell ref="B8:F8"/>',
      'max="4" min="3" style="0" width="9"',
      'location="&apos;口径&apos;!A2"',
      'orientation="landscape"',
    ];
    expect(kept.filter((piece) => !xml.includes(piece))).toEqual([]);
    expect(xml).toMatch(/sqref="B9 B10:B12"|sqref="B9:B12"/);
  });

  test('prints the form on one page', () => {
    const pdf = new TextDecoder('latin1').decode(convert(form, 'pdf'));
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  test('computes with what was patched into a blank', () => {
    const filled = patchWorkbook(form, [{ sheet: '填报表', cell: 'D5', value: 15 }]);
    const csv = text(convert(filled, 'csv', { recalculate: true, sheet: 2 }));
    expect(csv).toMatch(/^2,.*,20,15,,0\.75$/m);
  });

  test('writes files that can be patched', async () => {
    const edits = [
      { sheet: '填报表', cell: 'D5', value: 15.5 },
      { sheet: '填报表', cell: 'F4', value: '被覆盖' },
      { sheet: '填报表', cell: 'H20', value: true },
    ];
    const patched = patchWorkbook(saved, edits);
    const sheet = (await readBack(patched)).getWorksheet('填报表')!;
    expect(edits.map(({ cell }) => sheet.getCell(cell).value)).toEqual([15.5, '被覆盖', true]);
    expect(text(convert(patched, 'csv', { sheet: 2 }))).toContain('被覆盖');
  });
});
