import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { fill, verbatim, type Language, type Text } from '../../core/plan/text';
import { DECISION_KINDS } from '../../core/consolidation/decisions';
import { DIVISIONS } from '../../core/template/select';
import { check, type CheckOptions } from './commands/check';
import { compareCommand } from './commands/compare';
import { compileCommand, type CompileOptions } from './commands/compile';
import { decide, type DecideOptions } from './commands/decide';
import { decideMessages } from './commands/decide-messages';
import { demo } from './commands/demo';
import { generate, type GenerateOptions } from './commands/generate';
import { listPlans, showPlan } from './commands/plan';
import {
  exportPlan,
  importPlan,
  newPlan,
  type ImportOptions,
  type WriteOptions,
} from './commands/plan-list';
import { planListCliMessages as listMessages } from './commands/plan-list-messages';
import { returnCommand, type ReturnOptions } from './commands/return';
import { status, type StatusOptions } from './commands/status';
import { EXIT, Failure, type ExitCode } from './failure';
import { isSystemError } from './files';
import { Interrupted } from './jobs/interrupt';
import { localise } from './localise';
import { cliMessages as messages } from './messages';
import { consoleOutput, type Output } from './output';
import { VERSION } from './product';
import { returnMessages } from './returns/messages';

/**
 * Runs one command line, without the program's own name, and gives its exit code.
 * Wrong usage and unusable input are said in words; only a bug of ours throws.
 */
export async function run(words: readonly string[], now: () => Date): Promise<ExitCode> {
  const language = languageOf(words);
  let code: ExitCode = EXIT.clean;
  const program = define(language, now, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.unusable;
    if (error instanceof Interrupted) {
      process.stderr.write(`${messages.interrupted[language]}\n`);
      return EXIT.interrupted;
    }
    const text = textOf(error);
    if (!text) throw error;
    process.stderr.write(`${messages.failed[language]}${text[language]}\n`);
    return EXIT.unusable;
  }
}

/** What to say of an error that is no bug of ours; null where it is one. */
function textOf(error: unknown): Text | null {
  if (error instanceof Failure) return error.text;
  if (!isSystemError(error)) return null;
  return fill(messages.systemRefused, { file: error.path ?? '', code: error.code });
}

/** The language decides the help's own wording, so it is read before anything else is defined. */
function languageOf(words: readonly string[]): Language {
  const first = new Command()
    .addOption(new Option('--lang <lang>').default(process.env.TALLYBOOK_LANG ?? 'zh'))
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    first.parse(words, { from: 'user' });
  } catch {
    return 'zh';
  }
  return first.opts<{ lang: string }>().lang === 'en' ? 'en' : 'zh';
}

function define(language: Language, now: () => Date, end: (code: ExitCode) => void): Command {
  const say = (text: Text) => text[language];
  const program = new Command('tallybook');
  const ending =
    <A extends unknown[]>(work: (output: Output, ...rest: A) => Promise<ExitCode>) =>
    async (...rest: A): Promise<void> => {
      const command = rest.at(-1);
      const isJson = command instanceof Command && command.opts<{ json?: true }>().json === true;
      end(await work(consoleOutput(language, isJson), ...rest));
    };
  program
    .description(say(messages.about))
    .version(VERSION, '-V, --version', say(messages.optionVersion))
    .addOption(
      new Option('--lang <lang>', say(messages.optionLang)).choices(['zh', 'en']).default('zh'),
    )
    .addHelpText(
      'after',
      examples(say, [
        'plan list',
        'generate ningbo-quality-2022 --period 2021Q2 --due 2021-07-10 -o 2021Q2',
        'check 2021Q2/inbox/*.xlsx --round 2021Q2',
        'status 2021Q2',
        'return 2021Q2 --due 2021-07-15',
        'compile 2021Q2',
        'demo',
      ]),
    )
    .addHelpText('after', `\n${say(messages.exitCodes)}`);

  const plan = program.command('plan').description(say(messages.planCommand));
  plan
    .command('list')
    .description(say(messages.planList))
    .option('--json', say(messages.optionJson))
    .action(ending(listPlans));
  plan
    .command('show')
    .description(say(messages.planShow))
    .argument('<plan>', say(messages.argPlan))
    .option('--json', say(messages.optionJson))
    .action(ending((output, name: string) => showPlan(name, output)));

  plan
    .command('export')
    .description(say(listMessages.exportCommand))
    .argument('<plan>', say(messages.argPlan))
    .requiredOption('-o, --out <file>', say(listMessages.optOutWorkbook))
    .option('--force', say(listMessages.optForce))
    .option('--json', say(messages.optionJson))
    .action(
      ending((output, name: string, options: WriteOptions) =>
        exportPlan(name, options, output, now()),
      ),
    )
    .addHelpText('after', examples(say, ['plan export ningbo-quality-2022 -o list.xlsx']));
  plan
    .command('import')
    .description(say(listMessages.importCommand))
    .argument('<file>', say(listMessages.argFile))
    .requiredOption('-o, --out <file>', say(listMessages.optOutPlan))
    .option('--source <file>', say(listMessages.optSource))
    .option('--force', say(listMessages.optForce))
    .option('--json', say(messages.optionJson))
    .action(
      ending((output, file: string, options: ImportOptions) => importPlan(file, options, output)),
    )
    .addHelpText(
      'after',
      examples(say, ['plan import list.xlsx -o plan.json --source source.txt']),
    );
  plan
    .command('new')
    .description(say(listMessages.newCommand))
    .requiredOption('-o, --out <file>', say(listMessages.optOutWorkbook))
    .option('--force', say(listMessages.optForce))
    .option('--json', say(messages.optionJson))
    .action(ending((output, options: WriteOptions) => newPlan(options, output, now())))
    .addHelpText('after', examples(say, ['plan new -o new.xlsx']));
  plan
    .command('compare')
    .description(say(messages.planCompare))
    .argument('<left>', say(messages.argPlan))
    .argument('<right>', say(messages.argPlan))
    .option('--json', say(messages.optionJson))
    .action(ending((output, left: string, right: string) => compareCommand(left, right, output)))
    .addHelpText(
      'after',
      examples(say, ['plan compare ningbo-quality-2022 ningbo-innovation-2026']),
    );

  const units = (text: string) =>
    text
      .split(/[,，、]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
  const key = () => new Option('--key <file>', say(messages.optKey));
  const jobs = () => new Option('--jobs <n>', say(messages.optJobs)).argParser(countOf);
  program
    .command('generate')
    .description(say(messages.generateCommand))
    .argument('<plans...>', say(messages.argPlans))
    .requiredOption('--period <period>', say(messages.optPeriod))
    .requiredOption('--due <date>', say(messages.optDue))
    .requiredOption('-o, --out <folder>', say(messages.optOut))
    .addOption(
      new Option('--by <division>', say(messages.optBy)).choices(DIVISIONS).default('unit'),
    )
    .option('--for <region>', say(messages.optFor))
    .addOption(new Option('--units <names>', say(messages.optUnits)).argParser(units))
    .addOption(new Option('--previous <round>', say(messages.optPrevious)).argParser(oneMore))
    .option('--links <file>', say(messages.optLinks))
    .option('--form <file>', say(messages.optForm))
    .option('--password <password>', say(messages.optPassword))
    .addOption(key())
    .option('--json', say(messages.optionJson))
    .action(
      ending((output, plans: string[], options: GenerateOptions) =>
        generate(plans, options, now(), output),
      ),
    )
    .addHelpText(
      'after',
      examples(say, [
        'generate ningbo-quality-2022 --period 2021Q2 --due 2021-07-10 -o 2021Q2',
        'generate ningbo-quality-2022 --period 2021Q3 --due 2021-10-10 -o 2021Q3 --previous 2021Q2',
        'generate zhejiang-2025 --period 2023 --due 2024-01-31 -o R --by region',
        'generate zhejiang-2025 --period 2023 --due 2024-01-20 -o 宁波市 --for 宁波市',
      ]),
    );

  program
    .command('check')
    .description(say(messages.checkCommand))
    .argument('<files...>', say(messages.argFiles))
    .option('--round <folder>', say(messages.optRound))
    .addOption(key())
    .addOption(jobs())
    .option('--json', say(messages.optionJson))
    .action(
      ending((output, files: string[], options: CheckOptions) => check(files, options, output)),
    )
    .addHelpText(
      'after',
      examples(say, ['check 2021Q2/inbox/*.xlsx', 'check 市科技局.xlsx --round 2021Q2 --json']),
    );

  program
    .command('status')
    .description(say(messages.statusCommand))
    .argument('<round>', say(messages.argRound))
    .addOption(key())
    .addOption(jobs())
    .option('--json', say(messages.optionJson))
    .action(
      ending((output, folder: string, options: StatusOptions) => status(folder, options, output)),
    )
    .addHelpText('after', examples(say, ['status 2021Q2']));

  program
    .command('return')
    .description(say(returnMessages.command))
    .argument('<round>', say(messages.argRound))
    .option('--due <date>', say(returnMessages.optDue))
    .addOption(key())
    .addOption(jobs())
    .option('--json', say(messages.optionJson))
    .action(
      ending((output, folder: string, options: ReturnOptions) =>
        returnCommand(folder, options, now(), output),
      ),
    )
    .addHelpText('after', examples(say, ['return 2021Q2', 'return 2021Q2 --due 2021-07-15']));
  program
    .command('compile')
    .description(say(messages.compileCommand))
    .argument('<round>', say(messages.argRound))
    .addOption(key())
    .addOption(jobs())
    .option('--fresh', say(messages.optFresh))
    .option('--json', say(messages.optionJson))
    .action(
      ending((output, folder: string, options: CompileOptions) =>
        compileCommand(folder, options, now(), output),
      ),
    )
    .addHelpText('after', examples(say, ['compile 2021Q2']));

  for (const kind of DECISION_KINDS)
    program
      .command(kind)
      .description(say(decideMessages.commands[kind]))
      .argument('<round>', say(messages.argRound))
      .argument('<file>', say(decideMessages.argFile))
      .requiredOption('--why <text>', say(decideMessages.optWhy))
      .option('--by <name>', say(decideMessages.optBy))
      .addOption(key())
      .option('--json', say(messages.optionJson))
      .action(
        ending((output, folder: string, file: string, options: DecideOptions) =>
          decide(kind, folder, file, options, now(), output),
        ),
      )
      .addHelpText('after', examples(say, [decideMessages.examples[kind]]));

  program
    .command('demo')
    .description(say(messages.demoCommand))
    .option('-o, --out <folder>', say(messages.optDemoOut), 'demo')
    .action(ending((output, options: { out: string }) => demo(options.out, output, run)))
    .addHelpText('after', examples(say, ['demo', 'demo -o /tmp/tallybook-demo']));

  return localise(program, language);
}

/** Collects the values of an option that may be given several times. */
function oneMore(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('');
  return Number(text);
}

function examples(say: (text: Text) => string, lines: readonly string[]): string {
  const shown = lines.map((line) => fill(verbatim('  $ tallybook {line}'), { line }).zh);
  return `\n${say(messages.examples)}\n${shown.join('\n')}`;
}
