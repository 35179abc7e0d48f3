import fc from 'fast-check';
import type { Result } from '../corpus/run';
import { rowsThatMayDiffer } from './own-cells';
import { FUZZ_PROPERTIES, fuzzProperty, type FuzzName } from './properties';
import { mistakenFile, soundFiles, textOf, type SoundFile } from './sound-files';
import { misreadRows } from './verdict';

// slow where the machine is busy, and quick enough elsewhere
jest.setTimeout(120_000);

type Submitted = Extract<Result, { is: 'submission' }>;
const NAMES = Object.keys(FUZZ_PROPERTIES) as FuzzName[];

let files: readonly SoundFile[];
let form: SoundFile;
let sound: Submitted;
beforeAll(async () => {
  files = await soundFiles(['exceljs', 'sheetjs', 'wps']);
  form = files[0]!;
  sound = form.result!;
});

// `npm run fuzz` runs the same for as long as one likes
test.each(NAMES)('%s', (name) => {
  fc.assert(fuzzProperty(name, files), { numRuns: 150 });
});

describe('the fuzzing itself', () => {
  test.each(NAMES.filter((name) => !['random-bytes', 'edited-small-xml'].includes(name)))(
    '%s finds a misreading',
    async (name) => {
      const files = [await mistakenFile()];
      const found = fc.check(fuzzProperty(name, files), { numRuns: 300, endOnFailure: true });
      expect(found.failed).toBe(true);
    },
  );

  /** The sound reading with other figures. */
  const reading = (
    values: Readonly<Record<string, number>>,
    ...findings: Submitted['findings']
  ) => ({
    ...sound,
    submission: {
      ...sound.submission,
      entries: sound.submission.entries.map((row) => ({
        ...row,
        value: values[row.entry.key] ?? row.value,
      })),
    },
    findings: [...sound.findings, ...findings],
  });
  const about = (entry: string | null, rule: string): Submitted['findings'][number] => ({
    ...{ rule, severity: 'error', sheet: '填报表', cell: null, entry, indicator: null },
    message: { zh: '有误', en: 'wrong' },
  });
  const ROW = 'city/productivity';
  const NONE: ReadonlySet<string> = new Set();

  test.each<[string, boolean, () => [Result, ReadonlySet<string>]]>([
    ['the same figures', false, () => [sound, NONE]],
    ['another figure', true, () => [reading({ [ROW]: 32 }), NONE]],
    [
      'another figure in a row that says so',
      false,
      () => [reading({ [ROW]: 32 }, about(ROW, 'x')), NONE],
    ],
    [
      'another figure beside a row that says so',
      true,
      () => [reading({ [ROW]: 32 }, about('city/firms', 'x')), NONE],
    ],
    [
      'another figure in a row that was edited',
      false,
      () => [reading({ [ROW]: 32 }), new Set([ROW])],
    ],
    [
      'another figure in a file set aside',
      false,
      () => [reading({ [ROW]: 32 }, about(null, 'wrong-period')), NONE],
    ],
    [
      'another figure in a file with another finding',
      true,
      () => [reading({ [ROW]: 32 }, about(null, 'head-missing')), NONE],
    ],
    [
      'a share of another figure that says so',
      false,
      () => [reading({ 'city/rd-share': 9 }, about('city/item.rd', 'x')), NONE],
    ],
    [
      'a row gone',
      true,
      () => [
        {
          ...sound,
          submission: { ...sound.submission, entries: sound.submission.entries.slice(1) },
        },
        NONE,
      ],
    ],
    ['a refusal', false, () => [{ is: 'unreadable', code: 'damaged' }, NONE]],
  ])('%s: misread %s', (_, isMisread, make) => {
    const [damaged, mayDiffer] = make();
    expect(misreadRows(sound, damaged, mayDiffer).length > 0).toBe(isMisread);
  });

  /** The rows that may differ where this text of a part is replaced. */
  const rows = (file: SoundFile, part: string, found: RegExp, put = ''): string[] => {
    const match = found.exec(textOf(file, part)!)!;
    const edit = { from: match.index, to: match.index + match[0].length, put };
    return [...rowsThatMayDiffer(file, part, [edit])];
  };
  const SHEET = 'xl/worksheets/sheet2.xml';
  const TEXTS = 'xl/sharedStrings.xml';

  test.each<[string, string, RegExp, string[]]>([
    ['a figure’s own cell', SHEET, /(?<=<c r="H8"[^>]*>)<v>/, [ROW]],
    ['the cell before it', SHEET, /(?<=<c r="G8")/, []],
    ['two rows', SHEET, /<c r="H8"[^]*?(?=<c r="I9")/, [ROW, 'city/firms']],
    ['a target', SHEET, /(?<=<c r="E8"[^>]*>)<v>/, []],
    ['a text that is a figure', TEXTS, /(?<=<t[^>]*>)７/, ['city/firms']],
    ['a text that is none', TEXTS, /(?<=<t[^>]*>)计量单位/, []],
    ['the workbook', 'xl/workbook.xml', /填报表/, []],
    ['fonts', 'xl/styles.xml', /<font>/, []],
  ])('%s', (_, part, found, expected) => {
    expect(rows(form, part, found)).toEqual(expected);
  });

  test('a text less is another text for all that have one', () => {
    expect(rows(form, TEXTS, /<si>[^]*?<\/si>/)).toContain('city/park');
    expect(rows(form, TEXTS, /<si>[^]*?<\/si>/)).not.toContain(ROW);
  });

  test('another format is another figure', () => {
    expect(rows(form, 'xl/styles.xml', /<cellXfs[^>]*>/)).toContain('city/renewal');
  });
});
