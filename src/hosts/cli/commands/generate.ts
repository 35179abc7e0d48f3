import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  comparePeriods,
  elapsedMonths,
  formatPeriod,
  parsePeriod,
  type Period,
} from '../../../core/plan/period';
import {
  checkLinks,
  sharedFigures,
  withSharedLeads,
  type Links,
  type SharedFigure,
} from '../../../core/plan/links';
import { regionView } from '../../../core/plan/region-view';
import { fill, type Language } from '../../../core/plan/text';
import { issue } from '../../../core/pipeline';
import { historyOf } from '../../../core/template/history';
import type { RoundContext } from '../../../core/template/build-template';
import type { PastFigure, Round } from '../../../core/template/round';
import { collectedIndicators, entriesFor, type Division } from '../../../core/template/select';
import { NATIVE_WRITING } from '../native-writing';
import { workbookSeries } from '../../../xlsx/write/workbook-series';
import { readDate } from '../dates';
import { digestWith, sha256 } from '../digest';
import { EXIT, Failure, type ExitCode } from '../failure';
import { safeName, writeWhole } from '../files';
import { loadKey } from '../key';
import { cliMessages as messages } from '../messages';
import type { Output } from '../output';
import { loadForm, loadLinks, loadPlan, type LoadedPlan } from '../plans';
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
  const whole = await Promise.all([...new Set(names)].map(loadPlan));
  const links = await linksBetween(whole, options.links);
  const loaded = options.for === undefined ? whole : viewsFor(whole, options.for, options.by);
  const shared = links
    ? sharedFigures(
        links,
        loaded.map(({ plan }) => plan),
      )
    : [];
  const plans = withReporters(loaded, shared);
  for (const { plan } of plans)
    if (elapsedMonths(plan.startYear, period) <= 0)
      throw new Failure(
        fill(messages.periodOutside, {
          period: options.period,
          plan: plan.title,
          year: plan.startYear,
        }),
      );
  const key = options.key === undefined ? null : await loadKey(options.key);
  const history = await acceptedFigures(options.previous ?? [], key);
  const issuedAt = now.toISOString();
  const context: RoundContext = {
    round: roundId(plans, period, options.for ?? options.by, issuedAt),
    plans,
    period,
    due,
    issuedAt,
    coordinator: plans[0]!.plan.coordinator,
    product: PRODUCT,
    language: output.language,
    form: await loadForm(options.form),
    history: historyOf(history),
    shared,
    digest: digestWith(key),
    password: options.password ?? null,
  };
  const issues = chooseUnits(issue(context, options.by), options.units);
  if (issues.length === 0)
    throw new Failure(fill(messages.nothingAsked, { period: options.period }));

  const content = { plans: loaded, links, history };
  const issued = await writeRound(context, issues, options, content, output);
  const figures = issued.reduce((total, workbook) => total + workbook.figures, 0);
  const count = issued.length;
  output.json({ round: context.round, folder: options.out, workbooks: issued });
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
  if (shared.length > 0) {
    const unshared = figuresAsked({ ...context, plans: loaded, shared: [] }, options);
    output.line(messages.sharing, { figures, unshared, groups: shared.length });
  }
  if (options.for === undefined) remarkOnDivision(plans, period, options.by, output);
  else remarkOnDivision(whole, period, 'region', output);
  if (key === null) output.remark(messages.unsigned);
  return EXIT.clean;
}

/** The plans as the region runs its own round over them. */
function viewsFor(loaded: readonly LoadedPlan[], region: string, by: Division): LoadedPlan[] {
  if (by !== 'unit') throw new Failure(messages.forNeedsUnits);
  const views = loaded.flatMap(({ plan, hash }) => {
    const view = regionView(plan, region);
    return view ? [{ plan: view, hash }] : [];
  });
  if (views.length < loaded.length) {
    const regions = [
      ...new Set(loaded.flatMap(({ plan }) => plan.regions.map(({ name }) => name))),
    ];
    throw new Failure(fill(messages.unknownRegion, { region, known: regions.join('、') }));
  }
  return views;
}

type Issues = ReturnType<typeof issue>;

/** What round.json keeps of what the round was made from. */
interface RoundContent {
  readonly plans: readonly LoadedPlan[];
  readonly links: Links | null;
  readonly history: readonly PastFigure[];
}

/** The links that matter to the round: none for a single plan; a Failure for those that can't be right. */
async function linksBetween(
  plans: readonly LoadedPlan[],
  file: string | undefined,
): Promise<Links | null> {
  if (plans.length < 2) return null;
  const links = await loadLinks(file);
  const problems = checkLinks(
    links,
    plans.map(({ plan }) => plan),
  );
  if (problems.length === 0) return links;
  const join = (language: Language) =>
    problems.map(({ message }) => message[language]).join('\n  ');
  throw new Failure(fill(messages.linkProblems, { detail: { zh: join('zh'), en: join('en') } }));
}

function withReporters(
  loaded: readonly LoadedPlan[],
  shared: readonly SharedFigure[],
): LoadedPlan[] {
  const plans = withSharedLeads(
    loaded.map(({ plan }) => plan),
    shared,
  );
  return loaded.map(({ hash }, index) => ({ plan: plans[index]!, hash }));
}

async function writeRound(
  context: RoundContext,
  issues: Issues,
  options: GenerateOptions,
  { plans, links, history }: RoundContent,
  output: Output,
): Promise<Round['issued']> {
  const issued: Round['issued'] = [];
  const write = workbookSeries(NATIVE_WRITING);
  await makeFolder(options.out, async (folder) => {
    for (const name of FOLDERS) await fs.mkdir(path.join(folder, name));
    await output.progress(messages.generating, issues.length, async (step) => {
      for (const { recipient, build } of issues) {
        const { model, carrier, description } = build();
        const bytes = await write(description);
        const file = freeName(
          fileName(model.period, recipient, context.language),
          issued.map((workbook) => workbook.file),
        );
        await writeWhole(path.join(folder, 'templates', file), bytes);
        issued.push({
          organisation: recipient.organisation,
          region: recipient.region,
          file,
          hash: sha256(bytes),
          seal: carrier.seal.value,
          figures: model.entries.filter(({ derivation }) => derivation === null).length,
        });
        step();
      }
    });
    const round: Round = {
      schemaVersion: 1,
      id: context.round,
      product: context.product,
      period: formatPeriod(context.period),
      due: context.due,
      issuedAt: context.issuedAt,
      division: options.by,
      ...(options.for !== undefined && { region: options.for }),
      language: context.language,
      coordinator: context.coordinator,
      isSigned: context.digest.hmac !== undefined,
      plans: [...plans],
      form: context.form,
      links,
      issued,
      history: [...history],
    };
    await writeWhole(path.join(folder, ROUND_FILE), `${JSON.stringify(round, null, 2)}\n`);
  });
  return issued;
}

/** How many figures the round would ask for, without writing anything. */
function figuresAsked(context: RoundContext, { by }: GenerateOptions): number {
  return issue(context, by)
    .flatMap(({ recipient }) =>
      entriesFor(recipient, context.period, context.history, context.shared),
    )
    .filter(({ derivation }) => derivation === null).length;
}

function chooseUnits(issues: Issues, units: readonly string[] | undefined): Issues {
  if (!units) return issues;
  const known = [...new Set(issues.map(({ recipient }) => recipient.organisation))];
  const unknown = units.filter((unit) => !known.includes(unit));
  if (unknown.length > 0 || units.length === 0)
    throw new Failure(
      fill(messages.unknownUnits, { names: unknown.join('、'), known: known.join('、') }),
    );
  return issues.filter(({ recipient }) => units.includes(recipient.organisation));
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

function remarkOnDivision(
  plans: readonly LoadedPlan[],
  period: Period,
  division: Division,
  output: Output,
): void {
  if (division !== 'region') return;
  const count = plans
    .flatMap(({ plan }) => collectedIndicators(plan, period))
    .filter(({ rollUp, allocations }) => rollUp === 'none' && allocations.length === 0).length;
  if (count > 0) output.line(messages.notDivided, { count });
}

/** Unique to this issue of the round: the same command run again makes another round. */
function roundId(
  plans: readonly LoadedPlan[],
  period: Period,
  cut: string,
  issuedAt: string,
): string {
  const ids = plans.map(({ plan }) => plan.id).join('+');
  const content = JSON.stringify([plans.map(({ hash }) => hash), cut, issuedAt]);
  return `${ids}@${formatPeriod(period)}#${sha256(content).slice(0, 8)}`;
}

function fileName(
  period: string,
  { organisation, region }: { organisation: string; region: string | null },
  language: Language,
): string {
  const suffix = language === 'zh' ? '报送表' : 'form';
  const names = [organisation, ...(region === null || region === organisation ? [] : [region])];
  return safeName([period, ...names, suffix].join('_'));
}

/** Names that differ only in characters that no file name takes, or in case, must not meet. */
function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((file) => file.toLowerCase()));
  let free = `${name}.xlsx`;
  for (let count = 2; used.has(free.toLowerCase()); count++) free = `${name}_${count}.xlsx`;
  return free;
}

function readPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Failure(fill(messages.badPeriod, { text }));
  return period;
}
