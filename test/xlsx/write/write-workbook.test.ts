import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import type { SheetDescription, WorkbookDescription } from '../../../src/core/sheet/description';
import { cleanText } from '../../../src/xlsx/write/text';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { partOf, readBack, readSheet } from './read-back';
import { cellOf, FORM, sheetOf, workbookOf } from './sample';

const SHEET_PART = 'xl/worksheets/sheet2.xml';
let form: Uint8Array;
beforeAll(async () => {
  form = await writeWorkbook(FORM);
});

/** Writes a workbook of this one sheet. */
function writeSheet(parts: Partial<SheetDescription>): Promise<Uint8Array> {
  return writeWorkbook(workbookOf({ sheets: [sheetOf(parts)] }));
}

describe('the workbook', () => {
  test('carries its properties, the modified time too', async () => {
    const workbook = await readBack(form);
    expect(workbook.title).toBe(FORM.title);
    expect(workbook.creator).toBe('市经信局');
    expect(workbook.created.toISOString()).toBe(FORM.createdAt);
    expect(workbook.modified.toISOString()).toBe(FORM.createdAt);
    expect(partOf(form, 'docProps/core.xml')).toContain('<dc:language>zh-CN</dc:language>');
    expect(partOf(form, 'docProps/app.xml')).toContain('<Application>Tallybook</Application>');
  });

  test('shows its first visible sheet and selects no other', async () => {
    const workbook = await readBack(form);
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['_names', 'veryHidden'],
      ['填报表', 'visible'],
      ['口径', 'hidden'],
      ["O'Brien", 'visible'],
    ]);
    expect(workbook.views[0]!.activeTab).toBe(1);
    const selected = [1, 2, 3, 4].filter((sheet) =>
      partOf(form, `xl/worksheets/sheet${sheet}.xml`).includes('tabSelected="1"'),
    );
    expect(selected).toEqual([2]);
  });

  test('defines names, also of formulas, and the names that printing and filtering need', () => {
    const names = /<definedNames>.*<\/definedNames>/.exec(partOf(form, 'xl/workbook.xml'))![0];
    const listed = [...names.matchAll(/<definedName name="([^"]+)"([^>]*)>([^<]*)/g)].map(
      ([, name, attributes, reference]) => [name, attributes!.trim(), reference],
    );
    expect(listed).toEqual([
      ['_xlnm._FilterDatabase', 'localSheetId="1" hidden="1"', "'填报表'!$A$3:$F$7"],
      ['_xlnm.Print_Area', 'localSheetId="1"', "'填报表'!$A$1:$F$12"],
      ['_xlnm.Print_Titles', 'localSheetId="1"', "'填报表'!$1:$3"],
      ['_xlnm.Print_Area', 'localSheetId="3"', "'O''Brien'!$A$1"],
      ['entry.productivity', '', "'填报表'!$D$4"],
      ['状态', '', "'口径'!$A$1:$A$3"],
      ['doubled', '', "'填报表'!$D$4*2"],
    ]);
  });

  test('is the same to the byte for the same description, whatever the time', async () => {
    jest.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), doNotFake: ['setImmediate'] });
    try {
      expect(await writeWorkbook(FORM)).toEqual(form);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('cells', () => {
  test.each<[string, unknown]>([
    ['A1', '指标完成情况报送表'],
    ['A4', 1],
    ['B4', '规上企业全员劳动生产率\n（万元/人·年）'],
    ['B5', '=HYPERLINK("http://example.org")'],
    ['D5', null],
    ['B7', false],
  ])('%s holds %j', async (address, value) => {
    expect((await readSheet(form, '填报表')).getCell(address).value).toEqual(value);
  });

  test.each([
    ['a number', 0.9, '<c r="A1"><f>1+1</f><v>0.9</v></c>'],
    ['zero', 0, '<c r="A1"><f>1+1</f><v>0</v></c>'],
    ['a text', '错<误', '<c r="A1" t="str"><f>1+1</f><v>错&lt;误</v></c>'],
    ['true', true, '<c r="A1" t="b"><f>1+1</f><v>1</v></c>'],
    ['false', false, '<c r="A1" t="b"><f>1+1</f><v>0</v></c>'],
    ['nothing, as an empty text', null, '<c r="A1" t="str"><f>1+1</f><v></v></c>'],
  ])('a formula carries its computed value: %s', async (_, value, xml) => {
    const bytes = await writeSheet({ cells: [cellOf(1, 1, value, { formula: '1+1' })] });
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain(xml);
  });

  test.each([
    '=1+1',
    '+86',
    '-5',
    '@SUM(A1)',
    '_x0041_',
    '\t=1',
    ' a ',
    "'x",
    '<b>&"',
    '__proto__',
  ])('text stays text: %j', async (text) => {
    const bytes = await writeSheet({ cells: [cellOf(1, 1, text)] });
    expect((await readSheet(bytes, 'S')).getCell('A1').value).toBe(text);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  test.each([
    ['a\u0000b\u0008c\u001Fd', 'abcd'],
    ['a\uFFFEb\uFFFFc\uD800d', 'abcd'],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['x'.repeat(32_768), `${'x'.repeat(32_766)}…`],
  ])('what the format forbids is left out (case %#)', async (text, stored) => {
    const bytes = await writeSheet({ cells: [cellOf(1, 1, text)] });
    expect((await readSheet(bytes, 'S')).getCell('A1').value).toBe(stored);
  });

  test('any values come back as they were', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\u007F')),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 30 }), async (values) => {
        const cells = values.map((one, index) => cellOf(index + 1, 2, one));
        const sheet = await readSheet(await writeSheet({ cells }), 'S');
        const expected = values.map((one) => (typeof one === 'string' ? cleanText(one) : one));
        expect(values.map((_, index) => sheet.getCell(index + 1, 2).value)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('links lead to a place in the workbook, from numbers too', () => {
    expect(partOf(form, SHEET_PART)).toContain(
      `<hyperlinks><hyperlink ref="A5" location="'口径'!A2"/><hyperlink ref="B6" location="'口径'!A1"/></hyperlinks>`,
    );
    expect(Object.keys(unzipSync(form)).filter((path) => path.includes('sheet2.xml.rels'))).toEqual(
      [],
    );
  });
});

describe('styles', () => {
  const line = (style: string) => ({ style, color: { argb: 'FF404040' } });
  const thin = { top: line('thin'), bottom: line('thin'), left: line('thin'), right: line('thin') };

  test.each<[string, object]>([
    [
      'A1',
      {
        font: { name: '黑体', size: 18, bold: true, charset: 134 },
        alignment: { horizontal: 'center', vertical: 'middle' },
      },
    ],
    [
      'A3',
      {
        font: { name: '宋体', bold: true, charset: 134, color: { argb: 'FFFFFFFF' } },
        fill: { fgColor: { argb: 'FF1F4E79' }, pattern: 'solid' },
        border: thin,
        alignment: { wrapText: true },
      },
    ],
    [
      'B4',
      {
        font: { name: '仿宋', size: 11 },
        alignment: { horizontal: 'left', indent: 1, wrapText: true },
      },
    ],
    [
      'C4',
      { numFmt: '#,##0.00;[Red]-#,##0.00', alignment: { horizontal: 'right', shrinkToFit: true } },
    ],
    [
      'D4',
      {
        numFmt: '0.00',
        protection: { locked: false },
        border: { ...thin, bottom: line('double'), top: line('hair'), left: line('medium') },
      },
    ],
    ['B6', { font: { italic: true, underline: true, color: { argb: 'FF0563C1' } } }],
  ])('%s looks as described', async (address, style) => {
    expect((await readSheet(form, '填报表')).getCell(address).style).toMatchObject(style);
  });

  test('half points survive', () => {
    expect(partOf(form, 'xl/styles.xml')).toContain('<sz val="10.5"/>');
  });

  test('every cell of a merged range has the style, so that its border is whole', async () => {
    const sheet = await readSheet(form, '填报表');
    for (const address of ['B8', 'C8', 'D8', 'E8', 'F8'])
      expect(sheet.getCell(address).border).toEqual(thin);
    expect(sheet.getCell('F8').master.address).toBe('B8');
  });

  test('a covered cell may have a style of its own', async () => {
    const bytes = await writeWorkbook(
      workbookOf({
        styles: { left: { fill: 'FF0000' }, right: { fill: '00FF00' } },
        sheets: [
          sheetOf({
            cells: [cellOf(1, 1, 'x', { style: 'left' }), cellOf(1, 2, null, { style: 'right' })],
            merges: ['A1:C1'],
          }),
        ],
      }),
    );
    const sheet = await readSheet(bytes, 'S');
    const fills = ['A1', 'B1', 'C1'].map((address) => sheet.getCell(address).fill);
    const colours = fills.map((fill) => (fill as { fgColor: { argb: string } }).fgColor.argb);
    expect(colours).toEqual(['FFFF0000', 'FF00FF00', 'FFFF0000']);
  });
});

describe('the sheet', () => {
  test('has its widths, 9 as well, and hidden columns', () => {
    const columns = [...partOf(form, SHEET_PART).matchAll(/<col ([^>]*)\/>/g)].map(
      ([, text]) => text,
    );
    expect(columns).toEqual([
      'min="1" max="1" width="6" customWidth="1"',
      'min="2" max="2" width="30" customWidth="1"',
      'min="3" max="4" width="9" customWidth="1"',
      'min="5" max="5" width="12" hidden="1" customWidth="1"',
      'min="6" max="6" width="14" customWidth="1"',
    ]);
  });

  test('has its row heights, and hidden rows even where they are empty', async () => {
    const sheet = await readSheet(form, '填报表');
    expect([1, 4].map((row) => sheet.getRow(row).height)).toEqual([36, 30]);
    expect([1, 4, 9].map((row) => sheet.getRow(row).hidden)).toEqual([false, false, true]);
  });

  test('has its view, tab colour and filter', async () => {
    const sheet = await readSheet(form, '填报表');
    expect(sheet.views[0]).toMatchObject({
      state: 'frozen',
      xSplit: 2,
      ySplit: 3,
      topLeftCell: 'C4',
      showGridLines: false,
      zoomScale: 90,
    });
    expect(sheet.properties.tabColor).toEqual({ argb: 'FFC00000' });
    expect(sheet.autoFilter).toBe('A3:F7');
  });

  test('prints as described', async () => {
    const sheet = await readSheet(form, '填报表');
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      horizontalCentered: true,
      printArea: 'A1:F12',
      printTitlesRow: '1:3',
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.45 },
    });
    expect(partOf(form, SHEET_PART)).toContain('fitToHeight="0"');
    expect(sheet.headerFooter).toMatchObject({
      oddHeader: '&L表号：甲&R机密★',
      oddFooter: '&C第 &P 页 共 &N 页',
    });
    const other = await readSheet(form, "O'Brien");
    expect(other.pageSetup).toMatchObject({ paperSize: 8, orientation: 'portrait', fitToWidth: 2 });
  });
});

describe('validations', () => {
  /** Attributes and formulas of each validation, by its ranges. */
  function validationsOf(bytes: Uint8Array, part: string): Map<string, string> {
    const xml = partOf(bytes, part);
    const found = [...xml.matchAll(/<dataValidation (.*?)(?:\/>|>(.*?)<\/dataValidation>)/g)];
    return new Map(
      found.map(([, attributes, formulas]) => [
        /sqref="([^"]*)"/.exec(attributes!)![1]!,
        `${attributes!.replace(/ ?sqref="[^"]*"/, '')}${formulas ? ` ${formulas}` : ''}`,
      ]),
    );
  }

  test('each is written once, for its whole ranges', () => {
    expect(Object.fromEntries(validationsOf(form, SHEET_PART))).toEqual({
      'D4:D5':
        'type="decimal" allowBlank="1" showInputMessage="1" promptTitle="填报" prompt="计量单位：万元/人·年&#10;保留两位小数 &quot;数值&quot;" showErrorMessage="1" errorStyle="stop" errorTitle="不是数" error="请填数值" <formula1>0</formula1><formula2>1000</formula2>',
      'B9 B10:B12':
        'type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="状态" error="请从列表中选择" <formula1>&apos;口径&apos;!$A$1:$A$3</formula1>',
      C9: 'type="list" allowBlank="1" <formula1>&quot;正常,零报告,不适用&quot;</formula1>',
      C10: 'type="whole" operator="greaterThanOrEqual" allowBlank="1" <formula1>0</formula1>',
      D9: 'type="textLength" operator="lessThanOrEqual" allowBlank="1" <formula1>50</formula1>',
      D10: 'type="custom" allowBlank="1" <formula1>ISNUMBER(D10)</formula1>',
      F9: 'showInputMessage="1" promptTitle="提示" prompt="只提示"',
    });
  });

  test('rows 9 and 10 of one column stay apart where exceljs would overlap them', async () => {
    const rule = { type: 'whole', operator: 'greaterThanOrEqual', low: 0 } as const;
    const ranges = ['H8', 'H9', 'H10', 'H11'];
    const bytes = await writeSheet({ validations: ranges.map((range) => ({ range, rule })) });
    expect([...validationsOf(bytes, 'xl/worksheets/sheet1.xml').keys()].sort()).toEqual(
      [...ranges].sort(),
    );
  });

  test('words with commas are a literal list', async () => {
    const rule = { type: 'list', source: '是,否' } as const;
    const bytes = await writeSheet({ validations: [{ range: 'A1', rule }] });
    expect(validationsOf(bytes, 'xl/worksheets/sheet1.xml').get('A1')).toContain(
      '<formula1>&quot;是,否&quot;</formula1>',
    );
  });

  test('long titles and texts are cut where Excel would refuse the file', async () => {
    const message = { title: '题'.repeat(33), text: '文'.repeat(256) };
    const bytes = await writeSheet({
      validations: [
        {
          range: 'A1',
          rule: { type: 'any' },
          prompt: message,
          error: { style: 'stop', ...message },
        },
      ],
    });
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    const title = `${'题'.repeat(31)}…`;
    const text = `${'文'.repeat(254)}…`;
    expect(xml).toContain(`promptTitle="${title}" prompt="${text}"`);
    expect(xml).toContain(`errorTitle="${title}" error="${text}"`);
  });
});

describe('conditional formats', () => {
  test('keep their order, their styles and where they stop', async () => {
    const formats = (await readSheet(form, '填报表')) as unknown as {
      conditionalFormattings: { ref: string; rules: object[] }[];
    };
    const colour = (argb: string) => ({ argb });
    expect(formats.conditionalFormattings).toMatchObject([
      {
        ref: 'F4:F5',
        rules: [
          {
            type: 'expression',
            priority: 1,
            formulae: ['$F4="错误"'],
            style: {
              font: { bold: true, color: colour('FFFFFFFF') },
              fill: { pattern: 'solid', bgColor: colour('FFC00000') },
            },
          },
          {
            type: 'expression',
            priority: 2,
            formulae: ['AND(ISNUMBER($F4),$F4<1)'],
            style: { fill: { bgColor: colour('FFFFE699') } },
          },
          {
            type: 'dataBar',
            priority: 3,
            color: colour('FF5B9BD5'),
            cfvo: [
              { type: 'num', value: 0 },
              { type: 'num', value: 1 },
            ],
          },
        ],
      },
      { ref: 'D4:D5', rules: [{ type: 'expression', priority: 4, formulae: ['ISTEXT(D4)'] }] },
    ]);
    const xml = partOf(form, SHEET_PART);
    expect([...xml.matchAll(/priority="(\d+)" stopIfTrue="1"/g)].map(([, one]) => one)).toEqual([
      '1',
    ]);
  });
});

describe('protection', () => {
  function attributes(part: string): Record<string, string> {
    const [, text = ''] = /<sheetProtection ([^>]*)\/>/.exec(partOf(form, part)) ?? [];
    const found = [...text.matchAll(/(\w+)="([^"]*)"/g)];
    return Object.fromEntries(found.map(([, name, value]) => [name!, value!]));
  }

  test('allows what is listed and nothing else', () => {
    expect(attributes('xl/worksheets/sheet4.xml')).toEqual({
      sheet: '1',
      objects: '1',
      scenarios: '1',
      formatCells: '0',
      formatRows: '0',
      insertRows: '0',
    });
    expect(attributes(SHEET_PART)).toMatchObject({
      sort: '0',
      autoFilter: '0',
      formatColumns: '0',
    });
  });

  test('a sheet without it is open', () => {
    expect(partOf(form, 'xl/worksheets/sheet1.xml')).not.toContain('sheetProtection');
  });

  test('the password is the one given, hashed once for all sheets', () => {
    const { hashValue, saltValue, spinCount, algorithmName } = attributes(SHEET_PART);
    const sha512 = (...parts: Buffer[]) =>
      createHash('sha512').update(Buffer.concat(parts)).digest();
    let hash = sha512(Buffer.from(saltValue!, 'base64'), Buffer.from('密码1a', 'utf16le'));
    for (let round = 0; round < Number(spinCount); round++) {
      const counter = Buffer.alloc(4);
      counter.writeUInt32LE(round);
      hash = sha512(hash, counter);
    }
    expect(algorithmName).toBe('SHA-512');
    expect(hashValue).toBe(hash.toString('base64'));
    expect(attributes('xl/worksheets/sheet3.xml')).toMatchObject({ hashValue, saltValue });
  });
});

describe('a description that no program could open is refused', () => {
  const sheet = (parts: Partial<SheetDescription>) => ({ sheets: [sheetOf(parts)] });
  const custom = (range: string) => ({ range, rule: { type: 'any' } as const });
  test.each<[string, Partial<WorkbookDescription>, RegExp]>([
    ['no visible sheet', sheet({ state: 'hidden' }), /visible sheet/],
    ['a time that is none', { createdAt: 'gestern' }, /createdAt/],
    ['an unknown style', sheet({ cells: [cellOf(1, 1, 1, { style: 'no' })] }), /no style.*“no”/],
    ['a colour that is none', { styles: { red: { fill: 'red' } } }, /RRGGBB/],
    ['a figure that is none', sheet({ cells: [cellOf(2, 3, NaN)] }), /S!C2/],
    ['a formula with “=”', sheet({ cells: [cellOf(1, 1, 1, { formula: '=1' })] }), /without “=”/],
    [
      'a long text in a formula',
      sheet({ cells: [cellOf(1, 1, '', { formula: `LEN("${'x'.repeat(256)}")` })] }),
      /255/,
    ],
    ['a long sheet name', sheet({ name: '表'.repeat(32) }), /cannot name a sheet/],
    [
      'a value under a merge',
      sheet({ cells: [cellOf(1, 1, 1), cellOf(1, 2, 2)], merges: ['A1:B1'] }),
      /would hide/,
    ],
    ['overlapping merges', sheet({ merges: ['A1:B1', 'B1:C1'] }), /merge/],
    [
      'two validations of a range',
      sheet({ validations: [custom('A1'), custom('$A$1 B2')] }),
      /two validations/,
    ],
    [
      'half a bound',
      sheet({
        validations: [{ range: 'A1', rule: { type: 'whole', operator: 'between', low: 1 } }],
      }),
      /both bounds/,
    ],
    [
      'a long literal list',
      sheet({
        validations: [{ range: 'A1', rule: { type: 'list', source: `"${'甲,'.repeat(128)}"` } }],
      }),
      /255/,
    ],
    [
      'a name that is a cell',
      { names: [{ name: 'AB12', reference: "'S'!$A$1" }] },
      /cannot name a range/,
    ],
  ])('%s', async (_, parts, message) => {
    await expect(writeWorkbook(workbookOf(parts))).rejects.toThrow(message);
  });
});
