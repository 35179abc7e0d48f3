import fc from 'fast-check';
import type { Consolidation } from '../../../../src/core/consolidation/consolidation';
import { frequencyLabels } from '../../../../src/core/consolidation/messages';
import { lastPeriod } from '../../../../src/core/consolidation/last-period';
import { periodLabel } from '../../../../src/core/plan/period';
import type { Language, Text } from '../../../../src/core/plan/text';
import type { PastFigure } from '../../../../src/core/template/round';
import { targetText } from '../../../../src/core/template/target-text';
import { brief } from '../../../../src/core/report/briefing/brief';
import type { Briefing, Run, Sentence, Table } from '../../../../src/core/report/briefing/briefing';
import { dateText } from '../../../../src/core/report/briefing/figures';
import { reportMessages } from '../../../../src/core/report/messages';
import type { Division } from '../../../../src/core/template/select';
import { FORM } from '../../../factories/template';
import { seed } from '../filled-round';
import { briefingOptions } from './design';
import { generatedRound } from './generated-round';
import { valueOf } from './recount';

const CREATED = '2021-07-12T01:30:00Z';
const PLANS = [
  'ningbo-quality-2022',
  'shaoxing-4151',
  'ningbo-retrofit-2024',
  'zhejiang-2025',
  'ningbo-innovation-2026',
].map(seed);

interface Told {
  readonly round: Consolidation;
  readonly history: readonly PastFigure[];
  readonly briefing: Briefing;
  readonly language: Language;
}

/** Only what a round is made from, so that a counterexample can be read. */
const shapes = fc.record({
  plan: fc.nat(PLANS.length - 1),
  // a round of two plans now and then
  other: fc.option(fc.nat(PLANS.length - 1), { freq: 1 }),
  year: fc.nat(4),
  part: fc.constantFrom('Q1', 'Q2', 'Q4', 'H1', ''),
  division: fc.constantFrom<Division>('unit', 'region', 'unit-region'),
  seed: fc.nat(),
  silent: fc.constantFrom(0, 0.2, 1),
  language: fc.constantFrom<Language>('zh', 'en'),
});

function tell({
  plan: place,
  other,
  year,
  part,
  language,
  ...rest
}: typeof shapes extends fc.Arbitrary<infer S> ? S : never): Told {
  const plan = PLANS[place]!;
  const second = other === null || other === place ? [] : [PLANS[other]!];
  const plans = [plan, ...second];
  const inPlan = Math.min(plan.startYear + year, plan.endYear);
  const { round, history } = generatedRound({ ...rest, plans, period: `${inPlan}${part}` });
  const options = briefingOptions({ language, history, createdAt: CREATED });
  return { round, history, briefing: brief(round, options), language };
}

test('every figure, name, date and quotation comes from the round, over all five plans', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const each = tell(shape);
      const check = checkerOf(each);
      const runs = runsIn(each.briefing);
      expect(runs.some(({ is }) => is === 'figure')).toBe(true);
      expect(runs.flatMap((run) => check(run) ?? [])).toEqual([]);
      for (const heading of headingsIn(each.briefing))
        expect(withoutNumber(heading, each)).not.toMatch(/\d/);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('every sentence names the indicators that its figures are of', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { briefing, round } = tell(shape);
      const known = new Set(round.indicators.map(({ id }) => id));
      for (const { runs, indicators } of sentencesIn(briefing)) {
        for (const id of indicators) expect(known).toContain(id);
        for (const run of runs)
          if (run.is === 'figure' && run.source.of === 'indicator')
            expect(indicators).toContain(run.source.id);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** What is wrong with a run that the round does not account for; null for one that it does. */
function checkerOf({ round, history, language }: Told): (run: Run) => string | null {
  const names = namesIn(round, language);
  const dates = datesIn(round, history, language);
  const quotes = quotesIn(round, language);
  const changes = changesIn(round, history);
  const isKnown = (run: Run): boolean => {
    switch (run.is) {
      case 'words':
        return !/[0-9０-９]/.test(run.text);
      case 'name':
        return names.has(run.text);
      case 'date':
        return dates.includes(run.text);
      case 'quote': {
        const words = run.text.replace(/(……|…)$/, '');
        return quotes.some((quote) => quote.includes(words));
      }
      case 'figure': {
        const { source, text } = run;
        if (source.of === 'sequence') return true;
        if (source.of === 'indicator' && source.field === 'target') {
          const { indicator } = round.indicators.find(({ id }) => id === source.id)!;
          const whole = targetText(indicator.target, indicator.measureUnit)[language];
          return [whole, whole.replace(indicator.measureUnit, '')].includes(text);
        }
        const isShare =
          source.of === 'share' ||
          source.of === 'threshold' ||
          (source.of === 'indicator' && source.field === 'completion');
        const value = source.of === 'change' ? changes[source.what] : valueOf(source, round);
        return value !== null && value !== undefined && shows(text, isShare ? value * 100 : value);
      }
    }
  };
  return (run) => (isKnown(run) ? null : JSON.stringify(run));
}

/** Whether the text begins with the value to the decimals that it shows; its sign may be in words. */
function shows(text: string, value: number): boolean {
  const [number, fraction = ''] = /^-?\d+(?:\.(\d+))?/.exec(text) ?? [];
  if (number === undefined) return false;
  const half = 0.5 * 10 ** -fraction.length;
  const difference = Math.abs(Math.abs(Number(number)) - Math.abs(value));
  if (difference > half * 1.0001 + Math.abs(value) * 1e-12) return false;
  if (number.startsWith('-') && value >= 0) return false;
  // a figure that is not zero is never shown as zero
  return Math.abs(value) <= 1e-4 || Number(number) !== 0;
}

function namesIn(round: Consolidation, language: Language): ReadonlySet<string> {
  const { plans, workbooks, facts } = round;
  const say = (text: Text) => text[language];
  const one = (text: string) => text.replace(/\s+/g, ' ').trim();
  return new Set([
    '市汇总办',
    ...plans.flatMap((plan) => [
      one(plan.title),
      plan.coordinator,
      ...plan.organisations.map(({ name }) => name),
      ...plan.regions.map(({ name }) => name),
      ...plan.indicators.flatMap(({ name, measureUnit, leader, leadUnit, section }) => [
        one(name),
        measureUnit,
        leader ?? '',
        leadUnit ?? '',
        section[0] ?? '',
        section[1] ?? '',
      ]),
    ]),
    ...workbooks.flatMap(({ issued }) => [issued.organisation, issued.region ?? '']),
    ...facts.map(({ name }) => name),
    ...Object.values(FORM.statuses).map(({ label }) => say(label)),
    ...Object.values(FORM.severities).map(({ label }) => say(label)),
    ...Object.values(FORM.milestones).map(say),
    ...Object.values(frequencyLabels).map(say),
    say(reportMessages.planCheck),
    say(reportMessages.noSection),
    ...[1, 2, 3].map((number) => (language === 'zh' ? `附件${number}` : `Appendix ${number}`)),
  ]);
}

function datesIn(
  round: Consolidation,
  history: readonly PastFigure[],
  language: Language,
): string[] {
  const last = lastPeriod(round, history);
  const days = [round.due, CREATED, ...round.workbooks.flatMap(({ savedAt }) => savedAt ?? [])];
  return [
    ...days.map((day) => dateText(day.slice(0, 10), language)),
    periodLabel(round.period)[language],
    ...(last ? [periodLabel(last.period)[language]] : []),
    CREATED.slice(0, 4),
  ];
}

function quotesIn({ indicators, setAside, findings }: Consolidation, language: Language): string[] {
  const texts = [
    ...indicators.flatMap(({ explanation, reason, requiredPaceReason }) => [
      explanation,
      reason?.[language] ?? '',
      requiredPaceReason?.[language] ?? '',
    ]),
    ...setAside.flatMap(({ file, reason }) => [file, reason[language]]),
    ...findings.map(({ message }) => message[language]),
  ];
  return texts.flatMap((text) => [text, text.replace(/\s+/gu, ' ').trim()]);
}

function changesIn(round: Consolidation, history: readonly PastFigure[]): Record<string, number> {
  const order = ['behind', 'slightly-behind', 'on-schedule', 'achieved'];
  const moves = [...(lastPeriod(round, history)?.statuses ?? [])].map(([{ progress }, before]) => ({
    before: order.indexOf(before),
    now: order.indexOf(progress.status),
  }));
  const met = moves.filter(({ now }) => now >= 2).length;
  return {
    comparable: moves.length,
    met,
    short: moves.length - met,
    'met-change': Math.abs(met - moves.filter(({ before }) => before >= 2).length),
    better: moves.filter(({ before, now }) => now > before).length,
    worse: moves.filter(({ before, now }) => now < before).length,
  };
}

function sentencesIn({ opening, sections, appendices }: Briefing): Sentence[] {
  const blocks = sections.flatMap((section) => [
    ...section.blocks,
    ...section.parts.flatMap((part) => part.blocks),
  ]);
  return [
    ...opening,
    ...blocks.flatMap((block) => (block.is === 'paragraph' ? block.sentences : [])),
    ...appendices.flatMap(({ notes }) => notes),
  ];
}

function tablesIn({ sections, appendices }: Briefing): Table[] {
  const blocks = sections.flatMap((section) => [
    ...section.blocks,
    ...section.parts.flatMap((part) => part.blocks),
  ]);
  return [
    ...blocks.flatMap((block) =>
      block.is === 'table' ? [block.table] : block.is === 'chart' ? [block.chart.table] : [],
    ),
    ...appendices.map(({ table }) => table),
  ];
}

function runsIn(briefing: Briefing): Run[] {
  const { title, documentNumber, addressees, signature } = briefing;
  return [
    ...title,
    ...documentNumber,
    ...addressees,
    ...signature.by,
    ...signature.date,
    ...sentencesIn(briefing).flatMap(({ runs }) => runs),
    ...tablesIn(briefing).flatMap(({ rows }) => rows.flat().flatMap(({ runs }) => runs)),
  ];
}

function headingsIn({ sections, attachments }: Briefing): string[] {
  return [
    ...sections.flatMap(({ heading, parts }) => [heading, ...parts.map((part) => part.heading)]),
    ...attachments,
  ];
}

function withoutNumber(heading: string, { round, history, language }: Told): string {
  const last = lastPeriod(round, history);
  const label = last ? periodLabel(last.period)[language] : '';
  return heading.replace(/^\d+(\.\d+)?\.? /, '').replace(label, '');
}
