import { CITY_FILLING } from '../../factories/city';
import { jsonOf, tallybook } from './command-line';
import type { CheckedFile, CheckJson } from './shapes';
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

const STATES = ['value', 'blank', 'nil', 'not-applicable', 'not-due', 'invalid'];

let round: string;
let blank: Uint8Array;

beforeAll(async () => {
  round = await smallRound();
  blank = await blankOf(round, ECONOMY);
});

/** The form with these rows filled in differently, as check sees it. */
async function checked(
  change: Parameters<typeof filled>[1] = {},
  ...words: string[]
): Promise<{ file: CheckedFile; code: number }> {
  const place = await send(round, 'x.xlsx', filled(blank, { ...CITY_FILLING, ...change }));
  const ended = await tallybook('check', place, '--json', ...words);
  return { file: (jsonOf(ended) as CheckJson).files[0]!, code: ended.code };
}

describe('exit codes', () => {
  const CASES: readonly (readonly [string, Parameters<typeof filled>[1], number, string[]])[] = [
    ['nothing wrong', {}, 0, []],
    ['an explanation owed', { 'city/productivity': { actual: 3.1 } }, 0, ['explain']],
    ['a note', { 'city/productivity': { actual: ' 31 ' } }, 0, ['note']],
    ['text for a number', { 'city/productivity': { actual: '约31' } }, 1, ['error']],
    ['a figure left out', { 'city/productivity': { actual: null } }, 1, ['error']],
    ['a negative total', { 'city/investment': { actual: -1 } }, 1, ['error']],
  ];
  test.each(CASES)('%s', async (_, change, code, severities) => {
    const { file, code: ended } = await checked(change);
    expect(ended).toBe(code);
    expect(file.outcome).toBe(severities.length === 0 ? 'clean' : 'findings');
    for (const severity of severities)
      expect(file.findings.map((finding) => finding.severity)).toContain(severity);
  });
});

describe('--json', () => {
  test('has the documented keys and no others', async () => {
    const { file } = await checked({ 'city/productivity': { actual: '约31' } });
    expect(Object.keys(file)).toEqual([
      'file',
      'outcome',
      'template',
      'signature',
      'entries',
      'findings',
    ]);
    expect(file.template).toEqual({
      plans: [TOWN.id],
      period: '2021Q2',
      organisation: ECONOMY,
      region: null,
    });
    for (const entry of file.entries) {
      const { item, ...rest } = entry;
      expect(Object.keys(rest)).toEqual(['indicator', 'state', 'value', 'raw', 'cell']);
      if ('item' in entry) expect(typeof item).toBe('string');
      expect(STATES).toContain(entry.state);
      expect(entry.cell).toMatch(/^[A-Z]+\d+$/);
      expect(entry.indicator).toMatch(/^city\//);
    }
    const allowed = ['rule', 'severity', 'indicator', 'sheet', 'cell', 'message'];
    expect(file.findings.length).toBeGreaterThan(0);
    for (const finding of file.findings) {
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(finding)));
      expect(Object.keys(finding)).toEqual(expect.arrayContaining(['rule', 'severity', 'message']));
    }
  });

  test('every row is there with its state, figure, raw text and cell', async () => {
    const { file } = await checked({
      'city/productivity': { actual: '约31' },
      'city/investment': { actual: null, state: '零报告' },
      'city/item.revenue': { actual: '1,000' },
      'city/park': { actual: '已完成', evidence: '甬政发〔2021〕3号' },
    });
    const { entries } = submissionOf(blank);
    expect(file.entries).toHaveLength(entries.length);
    const row = (key: string) => {
      const index = entries.findIndex(({ entry }) => entry.key === key);
      return file.entries[index];
    };
    expect(row('city/productivity')).toMatchObject({ state: 'invalid', value: null, raw: '约31' });
    expect(row('city/investment')).toMatchObject({ state: 'nil', value: 0, raw: '' });
    expect(row('city/item.revenue')).toMatchObject({ state: 'value', value: 1000, raw: '1,000' });
    expect(row('city/item.revenue')).toMatchObject({ indicator: 'city/rd-share', item: 'revenue' });
    expect(row('city/park')).toMatchObject({ state: 'value', value: 'completed', raw: '已完成' });
    expect(row('city/rd-share')).toMatchObject({ state: 'value', value: 2.6 });
  });

  test('a state that contradicts its figure is an invalid cell', async () => {
    const { file } = await checked({ 'city/investment': { actual: 5, state: '零报告' } });
    const found = file.entries.find(({ indicator }) => indicator === 'city/investment');
    expect(found?.state).toBe('invalid');
    expect(file.findings.map(({ rule }) => rule)).toContain('state-conflict');
  });

  test('the language changes the messages and nothing else', async () => {
    const change = { 'city/productivity': { actual: '约31' } };
    const { file: chinese } = await checked(change, '--lang', 'zh');
    const { file: english } = await checked(change, '--lang', 'en');
    const silent = (file: CheckedFile) => ({
      ...file,
      findings: file.findings.map((finding) => ({ ...finding, message: '' })),
    });
    expect(silent(english)).toEqual(silent(chinese));
    expect(english.findings.map(({ message }) => message)).not.toEqual(
      chinese.findings.map(({ message }) => message),
    );
  });
});

describe('for a person', () => {
  test('a finding stands in a table with severity, place, indicator and what to do', async () => {
    const file = await send(
      round,
      'x.xlsx',
      filled(blank, { ...CITY_FILLING, 'city/productivity': { actual: '约31' } }),
    );
    const { entries } = submissionOf(blank);
    const { cells } = entries.find(({ entry }) => entry.key === 'city/productivity')!;
    const { stdout } = await tallybook('check', file);
    expect(stdout).toContain([file, ECONOMY, '须修改 1', '需说明 0', '提示 0'].join('\u3000'));
    expect(stdout).toMatch(new RegExp(`须修改.*填报表!${cells.actual!}.*全员劳动生产率.*约31`));
    const english = await tallybook('check', file, '--lang', 'en');
    expect(english.stdout).toContain(`${file}: ${ECONOMY}, 1 errors, 0 to explain, 0 notes`);
  });

  test('errors stand first, whatever the order of the form', async () => {
    const change = { 'city/productivity': { actual: 3.1 }, 'city/investment': { actual: -1 } };
    const file = await send(round, 'x.xlsx', filled(blank, { ...CITY_FILLING, ...change }));
    const { stdout } = await tallybook('check', file);
    const severities = [...stdout.matchAll(/^│ (须修改|需说明|提示) /gm)].map(([, word]) => word);
    expect(severities.length).toBeGreaterThan(1);
    expect([...severities].sort((a, b) => rank(a) - rank(b))).toEqual(severities);
  });
});

const rank = (word: string | undefined) => ['须修改', '需说明', '提示'].indexOf(word ?? '');

describe('--round', () => {
  const rules = ({ findings }: CheckedFile) => findings.map(({ rule }) => rule);

  test('a form of another period, plan or issue is named as such', async () => {
    const other = await smallRound(TOWN, '--period', '2021Q3');
    const again = await smallRound(TOWN, '--units', SCIENCE);
    const plan = await smallRound({ ...TOWN, id: 'village' });
    const against = async (folder: string) => rules((await checked({}, '--round', folder)).file);
    expect(await against(round)).toEqual([]);
    expect(await against(other)).toContain('wrong-period');
    expect(await against(plan)).toContain('wrong-plan');
    // issued at the same time, of the same plan: the same round
    expect(await against(again)).toEqual([]);
  });

  test('without it a workbook answers for itself', async () => {
    expect((await checked()).file.outcome).toBe('clean');
  });

  test('a folder that is no round is refused before anything is read', async () => {
    const file = await send(round, 'x.xlsx', filled(blank));
    for (const folder of [file, `${round}/inbox`, 'nowhere']) {
      const ended = await tallybook('check', file, '--round', folder, '--json');
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toMatch(/不是报送任务文件夹（没有 round\.json）。请先用/);
    }
  });
});
