import { CHINESE, STACK_TRACE, tallybook } from './command-line';

const GENERATE = ['generate', 'p', '--period', '2021', '--due', '2021-01-01', '-o', 'x'] as const;

interface WrongUse {
  readonly words: readonly string[];
  /** What is said, and the command whose help is pointed at. */
  readonly zh: RegExp;
  readonly en: RegExp;
  readonly help: string;
}

const WRONG: readonly WrongUse[] = [
  { words: ['nope'], zh: /没有命令 nope/, en: /no command nope/, help: 'tallybook' },
  { words: ['plan', 'nope'], zh: /没有命令 nope/, en: /no command nope/, help: 'tallybook plan' },
  { words: ['--nope'], zh: /没有选项 --nope/, en: /no option --nope/, help: 'tallybook' },
  { words: ['check', 'x', '-z'], zh: /没有选项 -z/, en: /no option -z/, help: 'tallybook check' },
  { words: ['--json'], zh: /没有选项 --json/, en: /no option --json/, help: 'tallybook' },
  {
    words: ['plan', 'show'],
    zh: /缺少参数 plan/,
    en: /argument plan is/,
    help: 'tallybook plan show',
  },
  { words: ['check'], zh: /缺少参数 files/, en: /argument files is/, help: 'tallybook check' },
  { words: ['status'], zh: /缺少参数 round/, en: /argument round is/, help: 'tallybook status' },
  { words: ['status', 'a', 'b'], zh: /参数过多/, en: /Too many/, help: 'tallybook status' },
  {
    words: GENERATE.filter((word) => word !== '--period' && word !== '2021'),
    zh: /缺少必填选项 --period/,
    en: /option --period .*required/,
    help: 'tallybook generate',
  },
  {
    words: GENERATE.slice(0, -2),
    zh: /缺少必填选项 -o/,
    en: /option -o.* is required/,
    help: 'tallybook generate',
  },
  {
    words: [...GENERATE, '--by'],
    zh: /选项 --by <division> 缺少值/,
    en: /option --by <division> needs a value/,
    help: 'tallybook generate',
  },
  {
    words: [...GENERATE, '--by', 'county'],
    zh: /“county”不是可用的值/,
    en: /“county” is no allowed value/,
    help: 'tallybook generate',
  },
];

describe.each(WRONG)('tallybook $words', ({ words, zh, en, help }) => {
  test.each([
    ['zh', zh, `查看用法：${help} --help`],
    ['en', en, `See ${help} --help`],
  ])('is answered in words and with where to look (%s)', async (language, said, where) => {
    const ended = await tallybook(...words, '--lang', language);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(said);
    expect(ended.stderr).toContain(where);
    expect(ended.stderr).not.toMatch(STACK_TRACE);
    expect(ended.stderr).not.toMatch(language === 'zh' ? /error:|required|unknown/ : CHINESE);
  });
});

test.each([
  ['zh', 'tallybook', /请写明要执行的命令/],
  ['en', 'tallybook', /Name a command/],
  ['zh', 'tallybook plan', /请写明要执行的命令/],
  ['en', 'tallybook plan', /Name a command/],
])('no command (%s, %s) shows the help and says so', async (language, command, said) => {
  const words = command.split(' ').slice(1);
  const { code, stdout, stderr } = await tallybook(...words, '--lang', language);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(said);
  expect(stderr).toContain('list');
});

/** Every command that the help names, the program itself first, as the words that call it. */
async function everyCommand(words: readonly string[] = []): Promise<(readonly string[])[]> {
  const { stdout } = await tallybook(...words, '--help');
  const [, listed = ''] = stdout.split('命令：\n');
  const names = [...listed.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
  const found: (readonly string[])[] = [words];
  for (const name of names.filter((each) => each !== 'help'))
    found.push(...(await everyCommand([...words, name])));
  return found;
}

describe('help', () => {
  test('names every command', async () => {
    const names = (await everyCommand()).map((words) => words.join(' '));
    const known = ['plan list', 'plan show', 'generate', 'check', 'status', 'compile', 'demo'];
    expect(names).toEqual(expect.arrayContaining(known));
  });

  test('in Chinese has no English heading or sentence', async () => {
    for (const words of await everyCommand()) {
      const { code, stdout, stderr } = await tallybook(...words, '--help');
      expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: '' });
      expect(stdout).toMatch(/^用法：/);
      for (const line of stdout.split('\n')) {
        expect(line).not.toMatch(/^[A-Z][a-z]+( [A-Z]?[a-z]+)*:/);
        expect(line).not.toMatch(/\b(default|choices|display|help for|the|of)\b/);
      }
    }
  });

  test('in English has no Chinese but in its examples', async () => {
    for (const words of await everyCommand()) {
      const { code, stdout } = await tallybook(...words, '--help', '--lang', 'en');
      expect({ words, code }).toEqual({ words, code: 0 });
      expect(stdout).toMatch(/^Usage:/);
      const lines = stdout.split('\n').filter((line) => !line.startsWith('  $ tallybook'));
      expect(lines.filter((line) => CHINESE.test(line))).toEqual([]);
    }
  });

  test.each([
    ['help', 'check'],
    ['check', '-h'],
    ['plan', 'help', 'show'],
  ])('is there by %s %s %s', async (...words) => {
    const { code, stdout } = await tallybook(...words.filter((word) => word));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^用法：/);
  });
});

describe('--lang', () => {
  test.each([
    [['--lang', 'en', 'plan', 'list']],
    [['plan', '--lang', 'en', 'list']],
    [['plan', 'list', '--lang', 'en']],
    [['plan', 'list', '--lang=en']],
    [['plan', 'list', '--lang', 'zh', '--lang', 'en']],
  ])('works wherever it stands: %j', async (words) => {
    const { code, stdout } = await tallybook(...words);
    expect(code).toBe(0);
    expect(stdout).toContain('Measurable');
    expect(stdout).not.toContain('量化指标');
  });

  test('an unknown language is refused, and says which there are', async () => {
    const { code, stderr } = await tallybook('plan', 'list', '--lang', 'fr');
    expect(code).toBe(2);
    expect(stderr).toMatch(/“fr”不是可用的值/);
    expect((await tallybook('--help')).stdout).toMatch(/可选值: zh en/);
  });

  test('TALLYBOOK_LANG sets it where the option does not', async () => {
    const env = { ...process.env, TALLYBOOK_LANG: 'en' };
    const replaced = jest.replaceProperty(process, 'env', env);
    expect((await tallybook('plan', 'list')).stdout).toContain('Measurable');
    expect((await tallybook('plan', 'list', '--lang', 'zh')).stdout).toContain('量化指标');
    replaced.restore();
    expect((await tallybook('plan', 'list')).stdout).toContain('量化指标');
  });
});

test.each([['--version'], ['-V']])('%s is the version of the package', async (option) => {
  const { code, stdout } = await tallybook(option);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
