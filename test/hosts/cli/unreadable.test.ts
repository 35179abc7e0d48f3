import { promises as fs } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { patchWorkbook } from '../../../src/xlsx/write/patch-workbook';
import { compoundFile, DOCX, foreignWorkbook, PNG } from './broken-files';
import { CHINESE, jsonOf, STACK_TRACE, tallybook } from './command-line';
import type { CheckJson } from './shapes';
import { blankOf, ECONOMY, filled, send, smallRound } from './small-round';

interface Unreadable {
  readonly name: string;
  /** Null where nothing lies at the name; 'folder' where a folder does. */
  readonly content: Uint8Array | 'folder' | null;
  readonly code: string;
  /** What it is, then what to do. */
  readonly zh: RegExp;
  readonly en: RegExp;
}

const LOST_IDENTITY = '识别标识坏了.xlsx';

async function everything(good: Uint8Array): Promise<Unreadable[]> {
  const damaged = patchWorkbook(good, [{ sheet: '_tallybook', cell: 'A3', value: '|{}' }]);
  return [
    {
      name: '空.xlsx',
      content: new Uint8Array(),
      code: 'empty',
      zh: /是空的.*重新发送/,
      en: /empty.*send/,
    },
    {
      name: '截图.xlsx',
      content: PNG,
      code: 'not-a-workbook',
      zh: /PNG 图片.*请发送填好的 \.xlsx/,
      en: /PNG image.*Please send/,
    },
    {
      name: '半个.xlsx',
      content: good.subarray(0, good.length / 2),
      code: 'truncated',
      zh: /不完整.*请重新/,
      en: /incomplete.*Please send/,
    },
    {
      name: '少一截.xlsx',
      content: good.subarray(0, good.length - 10),
      code: 'truncated',
      zh: /不完整.*请重新/,
      en: /incomplete.*Please send/,
    },
    {
      name: '有密码.xlsx',
      content: compoundFile('EncryptionInfo', 'EncryptedPackage'),
      code: 'encrypted',
      zh: /打开密码.*取消打开密码/,
      en: /password to open.*Remove the password/,
    },
    {
      name: '旧.xls',
      content: compoundFile('Workbook'),
      code: 'legacy-xls',
      zh: /旧格式.*另存为/,
      en: /old format.*save it as/,
    },
    {
      name: '表.csv',
      content: strToU8('指标,完成值\n企业数,70\n'),
      code: 'csv-or-text',
      zh: /CSV 文件.*请发送填好的 \.xlsx/,
      en: /CSV file.*Please send/,
    },
    {
      name: '通讯录.xlsx',
      content: await foreignWorkbook(),
      code: 'foreign',
      zh: /(不是本系统下发的报送表|没有本系统报送表的识别标识).*请使用/,
      en: /(not one|identity of one) of our forms.*fill in/i,
    },
    {
      name: LOST_IDENTITY,
      content: damaged,
      code: 'damaged',
      zh: /标识已损坏.*请把数据填入原报送表/,
      en: /identity is damaged.*enter (them|the figures)/i,
    },
    {
      name: '子文件夹',
      content: 'folder',
      code: 'folder',
      zh: /是文件夹.*请给出/,
      en: /folder.*Name/,
    },
    {
      name: '没有.xlsx',
      content: null,
      code: 'missing',
      zh: /找不到.*请核对/,
      en: /not exist; check/,
    },
    {
      name: '说明.docx',
      content: DOCX,
      code: 'not-a-workbook',
      zh: /Word 文档.*请发送填好的/,
      en: /Word document.*Please send/,
    },
    {
      name: '打包.zip',
      content: zipSync({ 'a.xlsx': good, 'b.xlsx': good }),
      code: 'not-a-workbook',
      zh: /2 个工作簿的压缩包，请先解压/,
      en: /2 workbooks.*unpack/,
    },
    {
      name: '全零.xlsx',
      content: new Uint8Array(4096),
      code: 'damaged',
      zh: /已损坏.*重新发送/,
      en: /damaged.*send/,
    },
  ];
}

let round: string;
let good: string;
let cases: Unreadable[];
const places = () => cases.map(({ name }) => path.join(round, 'inbox', name));

beforeAll(async () => {
  round = await smallRound();
  const bytes = filled(await blankOf(round, ECONOMY));
  cases = await everything(bytes);
  for (const { name, content } of cases)
    if (content === 'folder') await fs.mkdir(path.join(round, 'inbox', name));
    else if (content) await send(round, name, content);
  good = await send(round, '好的.xlsx', bytes);
});

test.each(['zh', 'en'] as const)(
  'each of them is answered with what it is and what to do, and the good one is checked (%s)',
  async (language) => {
    const files = [...places().slice(0, 5), good, ...places().slice(5)];
    const ended = await tallybook('check', ...files, '--lang', language);
    expect(ended.code).toBe(2);
    expect(ended.stdout + ended.stderr).not.toMatch(STACK_TRACE);
    const lines = ended.stdout.split('\n');
    cases.forEach((each, index) => {
      const line = lines.find((text) => text.startsWith(`✗ ${places()[index]!}`));
      expect(line).toMatch(each[language]);
      const words = line!.replaceAll(places()[index]!, '');
      expect(CHINESE.test(words)).toBe(language === 'zh');
    });
    expect(ended.stdout).toContain(`✓ ${good}`);
    expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(cases.length);
    expect(ended.stdout).toContain(
      language === 'zh'
        ? `共 ${cases.length + 1} 个文件：无问题 1，有审核结果 0，无法读取 ${cases.length}。`
        : `${cases.length + 1} files: 1 clean, 0 with findings, ${cases.length} unreadable.`,
    );
  },
);

test('--json answers in the order asked, with a code, and holds nothing but JSON', async () => {
  const ended = await tallybook('check', good, ...places(), '--json');
  expect(ended.code).toBe(2);
  expect(ended.stderr).toBe('');
  const [first, ...others] = (jsonOf(ended) as CheckJson).files;
  expect(first).toMatchObject({ file: good, outcome: 'clean', findings: [] });
  expect(others.map(({ file, code }) => [file, code])).toEqual(
    cases.map(({ code }, index) => [places()[index], code]),
  );
  others.forEach((file, index) => {
    expect(Object.keys(file)).toEqual(['file', 'outcome', 'code', 'reason', 'entries', 'findings']);
    expect(file).toMatchObject({ outcome: 'unreadable', entries: [], findings: [] });
    expect(file.reason).toMatch(cases[index]!.zh);
  });
});

test('one of them alone is exit code 2 as well', async () => {
  for (const file of places()) expect((await tallybook('check', file)).code).toBe(2);
});

test('the file that holds the inbox is no device: only regular files are read', async () => {
  const { code, stdout } = await tallybook('check', '/dev/null', good);
  expect(code).toBe(2);
  expect(stdout).toMatch(/\/dev\/null.*(不是普通文件|找不到).*请/);
  expect(stdout).toContain(`✓ ${good}`);
});

test('compile and status set each of them aside with its reason and go on', async () => {
  // a form that lost its identity can be matched to the round by its head
  await fs.rm(path.join(round, 'inbox', LOST_IDENTITY));
  const files = cases.filter(
    ({ name, content }) => content instanceof Uint8Array && name !== LOST_IDENTITY,
  );
  const { code, stdout } = await tallybook('compile', round, '--json');
  expect(code).toBe(1);
  const { submissions } = JSON.parse(stdout) as {
    submissions: { accepted: number; setAside: { file: string; code: string; reason: string }[] };
  };
  expect(submissions.accepted).toBe(1);
  const aside = new Map(submissions.setAside.map((each) => [each.file, each]));
  expect([...aside.keys()].sort()).toEqual(files.map(({ name }) => name).sort());
  for (const { name, code: why, zh } of files) {
    expect(aside.get(name)?.code).toBe(why);
    expect(aside.get(name)?.reason).toMatch(zh);
  }
  expect((await tallybook('status', round)).code).toBe(0);
});
