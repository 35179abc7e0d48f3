import { promises as fs } from 'node:fs';
import path from 'node:path';
import { comparePeriods, formatPeriod, parsePeriod, type Period } from '../../../core/plan/period';
import { fill, type Language } from '../../../core/plan/text';
import { issue } from '../../../core/pipeline';
import {
  draftRound,
  figuresUnshared,
  IssuedBlanks,
  roundJson,
  undividedCount,
  type RoundDraft,
  type RoundRefusal,
} from '../../../core/template/make-round';
import type { PastFigure, Round } from '../../../core/template/round';
import type { Division } from '../../../core/template/select';
import { workbookSeries } from '../../../xlsx/write/workbook-series';
import { readDate } from '../dates';
import { digestWith, sha256 } from '../digest';
import { EXIT, Failure, type ExitCode } from '../failure';
import { writeWhole } from '../files';
import { loadKey } from '../key';
import { cliMessages as messages } from '../messages';
import { NATIVE_WRITING } from '../native-writing';
import type { Output } from '../output';
import { loadForm, loadLinks, loadPlan } from '../plans';
import { acceptedFigures } from '../previous-round';
import { PRODUCT } from '../product';
import { FOLDERS, makeFolder, ROUND_FILE } from '../round-folder';

export interface GenerateOptions {
  readonly period: string;
  readonly due: string;
  readonly out: string;
  readonly by: Division;
  /** The region that runs the round. */
  readonly for?: string;
  readonly units?: string[];
  readonly previous?: string[];
  readonly form?: string;
  readonly links?: string;
  readonly key?: string;
  readonly password?: string;
}

/** `generate`: makes the round's folder, with a blank workbook for everybody who is asked. */
export async function generate(
  names: readonly string[],
  options: GenerateOptions,
  now: Date,
  output: Output,
): Promise<ExitCode> {
  const period = readPeriod(options.period);
  const due = readDate(options.due);
  const plans = await Promise.all([...new Set(names)].map(loadPlan));
  const links = plans.length < 2 ? null : await loadLinks(options.links);
  if (options.for !== undefined && options.by !== 'unit') throw new Failure(messages.forNeedsUnits);
  const key = options.key === undefined ? null : await loadKey(options.key);
  const history = await acceptedFigures(options.previous ?? [], key);
  const drafting = draftRound({
    plans,
    links,
    history,
    period,
    due,
    division: options.by,
    region: options.for ?? null,
    units: options.units ?? null,
    issuedAt: now.toISOString(),
    language: output.language,
    product: PRODUCT,
    form: await loadForm(options.form),
    password: options.password ?? null,
    digest: digestWith(key),
  });
  if (!drafting.ok) throw refusal(drafting.refusal, options.period);
  const { draft } = drafting;
  const issued = await writeRound(draft, options.out, output);
  const figures = issued.reduce((total, workbook) => total + workbook.figures, 0);
  const count = issued.length;
  output.json({ round: draft.context.round, folder: options.out, workbooks: issued });
  output.table(
    [messages.colOrganisation, messages.colRegion, messages.colFigures, messages.colFile],
    issued.map(({ organisation, region, figures: asked, file }) => [
      organisation,
      region ?? '',
      String(asked),
      file,
    ]),
  );
  output.line(messages.generated, { count, figures, period: formatPeriod(period), due });
  output.line(messages.generatedWhere, { folder: options.out });
  if (options.previous) remarkOnHistory(history, period, output);
  const { shared } = draft.context;
  if (shared.length > 0) {
    const unshared = figuresUnshared(draft);
    output.line(messages.sharing, { figures, unshared, groups: shared.length });
  }
  const undivided = undividedCount(draft);
  if (undivided > 0) output.line(messages.notDivided, { count: undivided });
  if (key === null) output.remark(messages.unsigned);
  return EXIT.clean;
}

async function writeRound(
  draft: RoundDraft,
  out: string,
  output: Output,
): Promise<Round['issued']> {
  const blanks = new IssuedBlanks(draft);
  const issues = issue(draft.context, draft.recipients);
  const write = workbookSeries(NATIVE_WRITING);
  await makeFolder(out, async (folder) => {
    for (const name of FOLDERS) await fs.mkdir(path.join(folder, name));
    await output.progress(messages.generating, issues.length, async (step) => {
      for (const { recipient, build } of issues) {
        const built = build();
        const bytes = await write(built.description);
        const file = blanks.nameFor(recipient);
        await writeWhole(path.join(folder, 'templates', file), bytes);
        blanks.add(recipient, built, file, sha256(bytes));
        step();
      }
    });
    await writeWhole(path.join(folder, ROUND_FILE), roundJson(blanks.round()));
  });
  return blanks.issued;
}

/** What came of the earlier rounds that were named. */
function remarkOnHistory(history: readonly PastFigure[], now: Period, output: Output): void {
  const earlier = history.filter(({ period }) => {
    const past = parsePeriod(period);
    return past !== null && comparePeriods(past, now) < 0;
  });
  if (earlier.length === 0) {
    output.remark(messages.nothingCarried, { period: formatPeriod(now) });
    return;
  }
  const periods = [...new Set(earlier.map(({ period }) => period))].sort();
  const revised = earlier.filter(({ revisedFrom }) => revisedFrom !== undefined).length;
  output.line(messages.carried, { count: earlier.length, periods: periods.join('、') });
  if (revised > 0) output.line(messages.carriedRevised, { count: revised });
}

function refusal(refused: RoundRefusal, period: string): Failure {
  switch (refused.is) {
    case 'period-outside': {
      const { title, startYear } = refused.plan;
      return new Failure(fill(messages.periodOutside, { period, plan: title, year: startYear }));
    }
    case 'links': {
      const join = (language: Language) =>
        refused.problems.map(({ message }) => message[language]).join('\n  ');
      const detail = { zh: join('zh'), en: join('en') };
      return new Failure(fill(messages.linkProblems, { detail }));
    }
    case 'unknown-region': {
      const { region, known } = refused;
      return new Failure(fill(messages.unknownRegion, { region, known: known.join('、') }));
    }
    case 'unknown-units': {
      const [names, known] = [refused.names.join('、'), refused.known.join('、')];
      return new Failure(fill(messages.unknownUnits, { names, known }));
    }
    case 'nothing-asked':
      return new Failure(fill(messages.nothingAsked, { period }));
  }
}

function readPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Failure(fill(messages.badPeriod, { text }));
  return period;
}
