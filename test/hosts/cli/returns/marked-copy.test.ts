import { strToU8, unzipSync, zipSync } from 'fflate';
import { patchWorkbook } from '../../../../src/xlsx/write/patch-workbook';
import type { WorkbookGrid } from '../../../../src/core/sheet/grid';
import {
  comment,
  extensionValidations,
  externalLink,
  inlineTexts,
  inPart,
  inTurn,
  legacyPassword,
  macros,
  prefixedElements,
  withoutAddresses,
  withoutValues,
  type PackageChange,
} from '../../../corpus/make/package-changes';
import { placeOf } from '../../../corpus/make/filled';
import {
  isInstalled,
  PROGRAM_NAMES,
  PROGRAMS,
  saveWith,
  type Program,
} from '../../../corpus/make/programs';
import { examined, recordFor } from '../../../core/report/returned';
import { loadExceljs } from '../../../../src/xlsx/write/load-exceljs';
import { hashOf } from '../../../factories/digest';
import { CONVERT_TIMEOUT, describeWithLibreOffice } from '../../../office/libreoffice';
import { problemsIn } from '../../../xlsx/write/strict-package';
import { brokenForm, gridOfBytes, partsOf, slipFor } from './marked-copy';

// each test makes and reads several workbooks
jest.setTimeout(30_000);

let broken: Uint8Array;

beforeAll(async () => {
  broken = await brokenForm();
});

/** Every cell of the sheets that are the sender's own, a line each. */
function ownCells({ sheets }: WorkbookGrid): string[] {
  return sheets
    .filter(({ name }) => name !== '退回单')
    .flatMap(({ name, state, cells }) =>
      [...cells].map(([key, { value, formula = '' }]) => {
        const text = [name, state, key, value, formula].join('|');
        return text.length > 300 ? hashOf(text) : text;
      }),
    );
}

/** What only the copy has wrong with it. */
function newProblems(before: Uint8Array, after: Uint8Array): string[] {
  const known = new Set(problemsIn(before));
  return problemsIn(after).filter((problem) => !known.has(problem));
}

/** Checks all that holds for every marked copy. */
async function expectMarkedCopy(before: Uint8Array): Promise<Uint8Array> {
  const { bytes, noCopy } = await slipFor(before);
  expect(noCopy).toBeNull();
  const [sent, copy] = [gridOfBytes(before), gridOfBytes(bytes)];
  expect(newProblems(before, bytes)).toEqual([]);
  expect(copy.sheets[0]).toMatchObject({ name: '退回单', state: 'visible' });
  expect(ownCells(copy)).toEqual(ownCells(sent));
  const { submission, findings } = examined(copy);
  const original = examined(sent);
  expect(findings).toEqual(original.findings);
  expect(submission.entries).toEqual(original.submission.entries);
  expect(submission.seal).toBe(original.submission.seal);
  const xml = partsOf(bytes);
  const selected = Object.values(xml).filter((part) => part.includes('tabSelected="1"'));
  expect(selected).toHaveLength(1);
  return bytes;
}

/** The comments of the form by cell. */
function notesIn(bytes: Uint8Array): Record<string, string> {
  const grid = gridOfBytes(bytes);
  const notes = grid.sheets.flatMap(({ comments }) => [...comments]);
  return Object.fromEntries(notes);
}

function marksIn(bytes: Uint8Array): string[] {
  return Object.entries(partsOf(bytes))
    .filter(([path]) => path.includes('worksheets/'))
    .flatMap(([, xml]) => xml.match(/N\((?:&quot;|")[^)]*(?:&quot;|")\)=0/g) ?? []);
}

test('the form that is broken has what it takes', () => {
  const { findings } = examined(gridOfBytes(broken));
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(
    new Set([
      'not-a-number',
      'negative-figure',
      'unit-slip',
      'state-conflict',
      'missing-figure',
      'completed-without-evidence',
      'head-missing',
      'percent-as-fraction',
    ]),
  );
});

describe('a file saved by', () => {
  test.each(PROGRAMS.map((program) => [PROGRAM_NAMES[program], program] as const))(
    '%s is marked without changing what it holds',
    async (_, program) => {
      if (!isInstalled(program)) return;
      const [saved] = await saveWith(program, [broken]);
      const copy = await expectMarkedCopy(saved!);
      expect(notesIn(copy)[placeOf('firms', 'actual')]).toMatch(
        /^【退回单】\d+\. 须修改：不能为负数/,
      );
    },
    CONVERT_TIMEOUT,
  );

  test.each(PROGRAMS.map((program) => [PROGRAM_NAMES[program], program] as const))(
    '%s after it was marked, corrected in part and saved again by it, gets one slip and one set of marks',
    async (_, program) => {
      if (!isInstalled(program)) return;
      const { bytes } = await slipFor(broken);
      const grid = gridOfBytes(broken);
      const corrected = patchWorkbook(bytes, [
        { sheet: '填报表', cell: placeOf('productivity', 'actual'), value: 31 },
      ]);
      const [saved] = await saveWith(program, [corrected]);
      const { bytes: again, noCopy } = await slipFor(saved!, recordFor(grid));
      expect(noCopy).toBeNull();
      expect(newProblems(saved!, again)).toEqual([]);
      const { sheets } = gridOfBytes(again);
      expect(sheets.map(({ name }) => name).filter((name) => name.includes('退回单'))).toEqual([
        '退回单',
      ]);
      expect(sheets[0]!.name).toBe('退回单');
      const notes = notesIn(again);
      expect(notes[placeOf('productivity', 'actual')]).toBeUndefined();
      expect(notes[placeOf('firms', 'actual')]!.match(/退回单/g)).toHaveLength(1);
      const first = marksIn(bytes).length;
      expect(marksIn(again)).toHaveLength(first - 1);
      const texts = [...sheets[0]!.cells.values()].map(({ value }) => String(value));
      expect(texts).toContain('仍有误');
      expect(texts.find((text) => text.startsWith('上次退回'))).toMatch(
        /已改正 1 条，仍有误 \d+ 条，新出现 0 条。$/,
      );
      expect(examined(gridOfBytes(again)).findings.map(({ rule }) => rule)).not.toContain(
        'extra-sheet',
      );
    },
    CONVERT_TIMEOUT,
  );
});

describe('parts that have nothing to do with it', () => {
  test('stay byte for byte, and the others change only where they have to', async () => {
    const { bytes } = await slipFor(broken);
    const [before, after] = [partsOf(broken), partsOf(bytes)];
    const changed = Object.keys(before).filter((path) => after[path] !== before[path]);
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    const data = (xml: string) => /<sheetData>.*<\/sheetData>/s.exec(xml)?.[0];
    for (const path of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
      expect(data(after[path]!)).toBe(data(before[path]!));
    expect(after['xl/worksheets/sheet2.xml']).toContain(
      /<sheetProtection[^>]*>/.exec(before['xl/worksheets/sheet2.xml']!)![0],
    );
    expect(after['xl/styles.xml']!.length).toBeGreaterThan(before['xl/styles.xml']!.length);
    const formats = (xml: string) => /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)![1]!;
    expect(formats(after['xl/styles.xml']!).startsWith(formats(before['xl/styles.xml']!))).toBe(
      true,
    );
  });

  test('an unknown part and its relationship are kept', async () => {
    const { bytes } = await slipFor(externalLink(broken));
    const parts = partsOf(bytes);
    expect(parts['xl/externalLinks/externalLink1.xml']).toBe(
      partsOf(externalLink(broken))['xl/externalLinks/externalLink1.xml'],
    );
    expect(parts['xl/_rels/workbook.xml.rels']).toContain('rIdLink');
  });

  test('names of a single sheet stay with their sheet', async () => {
    const places = (bytes: Uint8Array) => {
      const xml = partsOf(bytes)['xl/workbook.xml']!;
      const sheets = [...xml.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
      return [...xml.matchAll(/<definedName name="([^"]+)" localSheetId="(\d+)"[^>]*>([^<]*)/g)]
        .map(([, name, index, place]) => `${name!} of ${sheets[Number(index)]!}: ${place!}`)
        .filter((line) => !line.includes(' of 退回单'));
    };
    const { bytes } = await slipFor(broken);
    expect(places(broken).length).toBeGreaterThan(3);
    expect(places(bytes)).toEqual(places(broken));
    expect(partsOf(bytes)['xl/workbook.xml']).toMatch(/activeTab="0"/);
  });
});

describe('files that are written in other ways', () => {
  const secondActive: PackageChange = inPart('xl/workbook.xml', (xml) =>
    xml.replace(/activeTab="\d+"/, 'activeTab="2"').replace(/firstSheet="\d+"/, 'firstSheet="1"'),
  );
  const withoutRules: PackageChange = inPart(/sheet\d+\.xml$/, (xml) =>
    xml
      .replace(/<conditionalFormatting.*<\/conditionalFormatting>/s, '')
      .replace(/<dataValidations.*<\/dataValidations>/s, ''),
  );
  const withoutDifferential: PackageChange = inTurn(
    withoutRules,
    inPart('xl/styles.xml', (xml) =>
      xml.replace(/<dxfs[^>]*>.*<\/dxfs>/s, '').replace(/<dxfs[^>]*\/>/, ''),
    ),
  );
  const withoutNames: PackageChange = inPart('xl/workbook.xml', (xml) =>
    xml.replace(/<definedNames>.*<\/definedNames>/s, ''),
  );

  test.each<[string, PackageChange]>([
    ['with prefixed elements', prefixedElements],
    ['without addresses', withoutAddresses],
    ['with texts in the cells', inlineTexts],
    ['with dropdowns in an extension', extensionValidations],
    ['with an old password', legacyPassword],
    ['with links to other files', externalLink],
    ['without values of formulas', withoutValues],
    ['with another sheet active', secondActive],
    ['without names', withoutNames],
    ['without rules and without their formats', withoutDifferential],
  ])('%s', async (_, change) => {
    await expectMarkedCopy(change(broken));
  });

  test('a comment of the sender stays, and its cell gets no other', async () => {
    const cell = placeOf('firms', 'actual');
    const commented = comment(cell, '数据待核')(broken);
    const { bytes, noCopy } = await slipFor(commented);
    expect(noCopy).toBeNull();
    expect(newProblems(commented, bytes)).toEqual([]);
    const notes = notesIn(bytes);
    expect(notes[cell]).toBe('数据待核');
    expect(notes[placeOf('productivity', 'actual')]).toMatch(/^【退回单】/);
  });

  test('a sheet of the sender’s own that is called 退回单 stays beside the slip', async () => {
    const { Workbook } = loadExceljs();
    const workbook = new Workbook();
    await workbook.xlsx.load(new Uint8Array(broken).buffer);
    workbook.addWorksheet('退回单').getCell('A1').value = '我们自己的';
    const own = new Uint8Array(await workbook.xlsx.writeBuffer());
    const { bytes, noCopy } = await slipFor(own);
    expect(noCopy).toBeNull();
    const { sheets } = gridOfBytes(bytes);
    expect(sheets[0]!.name).toBe('退回单 (2)');
    expect(sheets.find(({ name }) => name === '退回单')!.cells.size).toBe(1);
    expect(newProblems(own, bytes)).toEqual([]);
  });
});

test('an earlier slip that was moved to the end and hidden stands first again, and is seen', async () => {
  const { bytes } = await slipFor(broken);
  const moved = inPart('xl/workbook.xml', (xml) => {
    const sheet = /<sheet [^>]*退回单[^>]*>/.exec(xml)![0];
    const without = xml.replace(sheet, '').replace(/localSheetId="(\d+)"/g, (_, index: string) => {
      const place = Number(index) === 0 ? 4 : Number(index) - 1;
      return `localSheetId="${place}"`;
    });
    const hidden = sheet.replace('<sheet ', '<sheet state="hidden" ');
    return without.replace('</sheets>', `${hidden}</sheets>`);
  })(bytes);
  expect(gridOfBytes(moved).sheets.at(-1)).toMatchObject({ name: '退回单', state: 'hidden' });
  const { bytes: again } = await slipFor(moved, recordFor(gridOfBytes(broken)));
  expect(problemsIn(again)).toEqual([]);
  const shown = ({ sheets }: WorkbookGrid) => sheets.map(({ name, state }) => `${name} ${state}`);
  expect(shown(gridOfBytes(again))).toEqual(shown(gridOfBytes(bytes)));
  expect(ownCells(gridOfBytes(again))).toEqual(ownCells(gridOfBytes(broken)));
});

describe('what cannot be marked with certainty gets a slip alone that says so', () => {
  const addPart =
    (path: string, content: string): PackageChange =>
    (bytes) => {
      return zipSync({ ...unzipSync(bytes), [path]: strToU8(content) });
    };

  test.each<[string, PackageChange, RegExp]>([
    ['macros', macros, /含有宏/],
    ['a digital signature', addPart('_xmlsignatures/sig1.xml', '<Signature/>'), /数字签名/],
    [
      'the strict form of the format',
      inPart('xl/workbook.xml', (xml) =>
        xml.replace(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        ),
      ),
      /Strict Open XML/,
    ],
    [
      'a record of revisions',
      inPart('xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rIdRev" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders" Target="revisions/revisionHeaders.xml"/></Relationships>',
        ),
      ),
      /修订记录/,
    ],
  ])('%s', async (_, change, reason) => {
    const changed = change(broken);
    const { bytes, noCopy } = await slipFor(changed);
    expect(noCopy?.zh).toMatch(reason);
    const { sheets } = gridOfBytes(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['退回单']);
    const texts = [...sheets[0]!.cells.values()].map(({ value }) => String(value));
    expect(texts.some((text) => text.includes('未附原表副本') && reason.test(text))).toBe(true);
    expect(problemsIn(bytes)).toEqual([]);
  });
});

describeWithLibreOffice('LibreOffice opens a slip', () => {
  /** The workbooks by the program that saved them: as sent and as marked, each saved by LibreOffice. */
  const opened = new Map<Program, { before: WorkbookGrid; after: WorkbookGrid }>();
  const installed = PROGRAMS.filter(isInstalled);

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    for (const program of installed) {
      const [saved] = await saveWith(program, [broken]);
      files.push(saved!, (await slipFor(saved!)).bytes);
    }
    const grids = (await saveWith('libreoffice', files)).map(gridOfBytes);
    installed.forEach((program, index) => {
      opened.set(program, { before: grids[2 * index]!, after: grids[2 * index + 1]! });
    });
  }, 3 * CONVERT_TIMEOUT);

  test.each(installed.map((program) => [PROGRAM_NAMES[program], program] as const))(
    'of a file saved by %s with every value of the original',
    (_, program) => {
      const { before, after } = opened.get(program)!;
      expect(ownCells(after)).toEqual(ownCells(before));
      expect(after.sheets[0]!.name).toBe('退回单');
      const form = (grid: WorkbookGrid) => grid.sheets.find(({ name }) => name === '填报表')!;
      expect(form(after).isProtected).toBe(form(before).isProtected);
      expect([...form(after).comments.keys()]).toContain(placeOf('firms', 'actual'));
    },
  );
});
