import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkbookGrid } from '../../../src/core/sheet/grid';
import {
  CONVERT_TIMEOUT,
  describeWithLibreOffice,
  findLibreOffice,
} from '../../office/libreoffice';
import {
  cell,
  firstSheet,
  gridOf,
  MAIN,
  readEveryWay,
  relationships,
  sheetXml,
  workbook,
} from './packages';
import { savedByExceljs } from './saved-files';

/** What exceljs and LibreOffice save alike. */
function expectContent(grid: WorkbookGrid): void {
  expect(grid.sheets.map(({ name, state }) => [name, state])).toEqual([
    ['填报表', 'visible'],
    ['_tallybook', expect.stringMatching(/idden$/)],
    ['空', 'hidden'],
  ]);
  const form = grid.sheets[0]!;
  const values = (...places: string[]) => places.map((place) => cell(form, place)?.value);
  expect(values('A1', 'B1', 'C1', 'D1', 'E1')).toEqual([
    '指标 & “名称” <甲>',
    12.5,
    true,
    '#REF!',
    44377,
  ]);
  expect(values('A2', 'A3', 'C3', 'D3', 'A5', 'A10')).toEqual([
    '粗细',
    0.025,
    '  两端空格  ',
    '第一行\n第二行',
    '链接',
    '合并',
  ]);
  expect(values('B3', 'A4', 'B10', 'Z99')).toEqual([undefined, undefined, undefined, undefined]);
  expect(cell(form, 'A3')?.numberFormat).toBe('0.0%');
  expect(cell(form, 'B2')).toEqual({
    type: 'number',
    value: 25,
    raw: '25',
    formula: 'B1*2',
    hasCachedValue: true,
  });
  expect(cell(form, 'C2')).toEqual({
    type: 'text',
    value: '是',
    raw: '是',
    formula: 'IF(B1>1,"是","")',
    hasCachedValue: true,
  });
  expect(cell(form, 'D2')).toEqual({
    type: 'text',
    value: '',
    raw: '',
    formula: 'IF(B1>1,"","否")',
    hasCachedValue: true,
  });
  expect(cell(form, 'E2')).toMatchObject({ type: 'error', value: '#DIV/0!' });
  expect([6, 7, 8].map((row) => cell(form, `B${row}`)?.formula)).toEqual(['A6+1', 'A7+1', 'A8+1']);
  expect(form.merges).toEqual(['A10:C11']);
  expect([...form.hiddenRows]).toEqual([7]);
  expect([...form.hiddenColumns]).toEqual([4, 5]);
  expect(form.isProtected).toBe(true);
  expect(grid.sheets[2]).toMatchObject({ rowCount: 0, columnCount: 0, isProtected: false });
  expect(Object.fromEntries(form.comments)).toEqual({ A4: '请核实', B4: '一二' });
  expect(grid.definedNames.map(({ name }) => name)).toContain('entry.actual');
  expect(grid).toMatchObject({ externalLinks: [], hasMacros: false });
}

describe('a file saved by exceljs', () => {
  it('is read in full', async () => {
    const grid = gridOf(readEveryWay(await savedByExceljs()));
    expectContent(grid);
    expect(cell(grid.sheets[0]!, 'F2')).toEqual({
      type: 'text',
      value: '',
      raw: '',
      formula: 'NOW()',
      hasCachedValue: false,
    });
    expect(grid.application).toBe('Microsoft Excel');
    expect(grid.savedAt).toBe('2022-04-08T01:02:03.000Z');
    expect(grid.definedNames).toEqual([{ name: 'entry.actual', reference: "'填报表'!$B$1" }]);
  });
});

describeWithLibreOffice('a file saved by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const convert = (to: string): Uint8Array => {
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const args = [
      '--headless',
      `-env:UserInstallation=${profile}`,
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'out'),
    ];
    execFileSync(findLibreOffice()!, [...args, join(folder, 'form.xlsx')], { stdio: 'ignore' });
    return new Uint8Array(readFileSync(join(folder, 'out', `form.${to}`)));
  };
  beforeAll(async () => {
    writeFileSync(join(folder, 'form.xlsx'), await savedByExceljs());
  });

  it(
    'is read in full',
    () => {
      const grid = gridOf(readEveryWay(convert('xlsx')));
      expectContent(grid);
      expect(grid.application).toMatch(/LibreOffice/);
    },
    CONVERT_TIMEOUT,
  );

  it.each([
    ['xls', 'legacy-xls'],
    ['ods', 'not-a-workbook'],
    ['pdf', 'not-a-workbook'],
    ['csv', 'csv-or-text'],
    ['html', 'not-a-workbook'],
  ])(
    'as .%s is %s',
    (format, code) => {
      expect(readEveryWay(convert(format))).toMatchObject({ ok: false, code });
    },
    CONVERT_TIMEOUT,
  );
});

describe('parts beside the sheets', () => {
  const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
  const ROW = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>');

  it('gives a thread for the note that stands in for it', () => {
    const sheet = firstSheet(
      workbook({
        'xl/worksheets/sheet1.xml': ROW,
        'xl/worksheets/_rels/sheet1.xml.rels': relationships(
          ['rId1', 'comments', '../comments1.xml'],
          [
            'rId2',
            'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
            '/xl/threadedComments/threadedComment1.xml',
          ],
          ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ),
        'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment><comment ref="B2" authorId="0"><text><r><rPr><b/></rPr><t>请</t></r><r><t>核实_x000D_</t></r></text></comment></commentList></comments>`,
        'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="${THREADS}"><threadedComment ref="A1" id="{1}"><text>问 &amp; 答</text></threadedComment><threadedComment ref="A1" id="{2}" parentId="{1}"><text>好</text><mentions/></threadedComment></ThreadedComments>`,
      }),
    );
    expect(Object.fromEntries(sheet.comments)).toEqual({ A1: '问 & 答\n好', B2: '请核实\r' });
  });

  it('names linked workbooks and macros, and follows neither', () => {
    const grid = gridOf(
      readEveryWay(
        workbook({
          'xl/_rels/workbook.xml.rels': relationships(
            ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
            ['rId2', 'externalLink', 'externalLinks/externalLink1.xml'],
            [
              'rId3',
              'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
              'vbaProject.bin',
            ],
          ),
          'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${MAIN}"/>`,
          'xl/externalLinks/_rels/externalLink1.xml.rels': relationships([
            'rId1',
            'externalLinkPath',
            'file:///C:/%E8%B4%A6/2020.xlsx" TargetMode="External',
          ]),
          'xl/vbaProject.bin': 'x',
        }),
      ),
    );
    expect(grid.externalLinks).toEqual(['file:///C:/%E8%B4%A6/2020.xlsx']);
    expect(grid.hasMacros).toBe(true);
  });

  it.each([
    ['2022-04-08T01:02:03Z', '2022-04-08T01:02:03.000Z'],
    ['2022-04-08T09:02:03+08:00', '2022-04-08T01:02:03.000Z'],
    ['2022-04-08T01:02:03', '2022-04-08T01:02:03.000Z'],
    ['2022-04-08T01:02:03.1234567Z', '2022-04-08T01:02:03.123Z'],
    ['2022-04-08', '2022-04-08T00:00:00.000Z'],
    ['2022-13-08T01:02:03Z', null],
    ['8 April 2022', null],
    ['', null],
  ])('reads the saved time %s', (text, expected) => {
    const grid = gridOf(
      readEveryWay(
        workbook({
          '_rels/.rels': relationships(
            ['rId1', 'officeDocument', '/xl/workbook.xml'],
            [
              'rId2',
              'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
              'docProps/core.xml',
            ],
            ['rId3', 'extended-properties', 'docProps/app.xml'],
          ),
          'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>甲</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${text}</dcterms:modified></cp:coreProperties>`,
          'docProps/app.xml':
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>',
        }),
      ),
    );
    expect(grid).toMatchObject({ savedAt: expected, application: 'WPS 表格' });
  });

  it('keeps a chart sheet among the sheets', () => {
    const chart = `<chartsheet xmlns="${MAIN}"><sheetProtection content="1"/></chartsheet>`;
    expect(firstSheet(workbook({ 'xl/worksheets/sheet1.xml': chart })).cells.size).toBe(0);
  });

  it.each([
    ['a sheet without its part', { 'xl/worksheets/sheet1.xml': null }],
    ['a sheet without its relationship', { 'xl/_rels/workbook.xml.rels': relationships() }],
    [
      'a workbook without sheets',
      { 'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets/></workbook>` },
    ],
    [
      'a merge of no cells',
      { 'xl/worksheets/sheet1.xml': sheetXml('', '<mergeCell ref="B2:A1"/>') },
    ],
    [
      'hidden columns that are none',
      {
        'xl/worksheets/sheet1.xml': sheetXml(
          '',
          '',
          '<cols><col min="0" max="5" hidden="1"/></cols>',
        ),
      },
    ],
    [
      'a comment on no cell',
      {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'comments', '../c.xml']),
        'xl/c.xml': `<comments xmlns="${MAIN}"><commentList><comment ref="XFE1"><text/></comment></commentList></comments>`,
      },
    ],
  ])('refuses %s', (_, parts) => {
    expect(readEveryWay(workbook(parts))).toMatchObject({ ok: false, code: 'damaged' });
  });
});
