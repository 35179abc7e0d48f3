import type {
  FiledFinding,
  IndicatorResult,
  WorkbookState,
} from '../../consolidation/consolidation';
import { resultsByKey } from '../context';
import { isReplaced } from '../exceptions';
import { list, paragraph } from './blocks';
import type { Block, Counted, Run, Sentence } from './briefing';
import {
  compose,
  headingOf,
  indicatorName,
  listed,
  named,
  quoted,
  reporterName,
  said,
  sentence,
  strong,
  type BriefingContext,
} from './context';
import { counted, dateRun } from './figures';
import type { Draft } from './numbering';
import { withStatus } from './standing';
import type { WordingKey } from './wording';

/** 报送和审核中的问题: who has not sent, who was late, what must be corrected, explained or sent anew. */
export function problems(context: BriefingContext): Draft {
  const part = (key: WordingKey, blocks: readonly Block[]) => ({
    heading: headingOf(context, key),
    blocks,
  });
  const parts = [
    part('headMissing', missing(context)),
    part('headLate', late(context)),
    part('headErrors', [...findings(context), ...planChecks(context)]),
    part('headSetAside', setAside(context)),
    part('headNotReported', notReported(context)),
    part('headNotAssessable', notAssessable(context)),
  ];
  const isNone = parts.every(({ blocks }) => blocks.length === 0);
  return {
    heading: headingOf(context, 'headProblems'),
    blocks: isNone ? paragraph(sentence(context, 'noProblems')) : [],
    parts,
  };
}

/** The workbooks that are not in. */
export function missingWorkbooks({ consolidation }: BriefingContext): WorkbookState[] {
  return consolidation.workbooks.filter(({ state }) => state === 'missing');
}

/** The workbooks with an error or an explanation owed. */
export function workbooksToCorrect({ consolidation }: BriefingContext): WorkbookState[] {
  return consolidation.workbooks.filter(
    ({ errors, explanationsOwed }) => errors + explanationsOwed > 0,
  );
}

/** Who they are from, in one list. */
export function namesOf(context: BriefingContext, workbooks: readonly WorkbookState[]): Run[] {
  return listed(
    context,
    workbooks.map(({ issued }) => reporterName(context, issued)),
  );
}

function missing(context: BriefingContext): Block[] {
  const workbooks = missingWorkbooks(context);
  if (workbooks.length === 0) return [];
  return paragraph(
    sentence(context, 'missing', {
      made: dateRun(context.createdAt, context),
      count: counted(workbooks.length, 'missing'),
      list: namesOf(context, workbooks),
    }),
  );
}

function late(context: BriefingContext): Block[] {
  const { workbooks, due } = context.consolidation;
  const found = workbooks.filter(({ state, isLate }) => state !== 'missing' && isLate);
  if (found.length === 0) return [];
  const items = found.map(({ issued, savedAt }) => {
    const who = reporterName(context, issued);
    return savedAt === null
      ? who
      : compose(context, 'lateItem', { who, date: dateRun(savedAt, context) });
  });
  return paragraph(
    sentence(context, 'lateList', {
      count: counted(found.length, 'late'),
      due: dateRun(due, context),
      list: listed(context, items),
    }),
  );
}

function findings(context: BriefingContext): Block[] {
  const workbooks = workbooksToCorrect(context);
  if (workbooks.length === 0) return [];
  const sum = (counts: readonly number[]) => counts.reduce((left, right) => left + right, 0);
  const owners = resultsByKey(context.consolidation);
  const shown = workbooks.slice(0, context.design.limits.organisations);
  return [
    ...paragraph(
      sentence(context, 'errors', {
        errors: counted(sum(workbooks.map(({ errors }) => errors)), 'errors'),
        explanations: counted(
          sum(workbooks.map(({ explanationsOwed }) => explanationsOwed)),
          'explanations-owed',
        ),
        count: counted(workbooks.length, 'with-findings'),
      }),
      sentence(context, 'details', { appendix: context.appendices.findings }),
    ),
    ...list(shown.map((workbook) => [ofWorkbook(workbook, owners, context)])),
  ];
}

function ofWorkbook(
  { issued, file, errors, explanationsOwed }: WorkbookState,
  owners: ReadonlyMap<string, IndicatorResult>,
  context: BriefingContext,
): Sentence {
  const { organisation, region } = issued;
  const within = { organisation, region };
  const about = new Set(
    context.consolidation.findings
      .filter((finding) => finding.file === file && finding.severity !== 'note')
      .flatMap((finding) => subjectOf(finding, owners, context) ?? []),
  );
  const count = (value: number, key: 'toCorrect' | 'toExplain', what: Counted): Run[][] =>
    value === 0 ? [] : [compose(context, key, { count: counted(value, what, within) })];
  const counts = listed(context, [
    ...count(errors, 'toCorrect', 'errors'),
    ...count(explanationsOwed, 'toExplain', 'explanations-owed'),
  ]);
  const fillings = { who: strong(reporterName(context, issued)), counts };
  if (about.size === 0) return sentence(context, 'errorsOfFile', fillings);
  const names = [...about].map((result) => indicatorName(context, result));
  return sentence(context, 'errorsItem', { ...fillings, list: listed(context, names) }, [...about]);
}

/** The indicator that a finding is about. */
export function subjectOf(
  { entry, indicator }: FiledFinding,
  owners: ReadonlyMap<string, IndicatorResult>,
  { consolidation }: BriefingContext,
): IndicatorResult | undefined {
  return (
    (entry === null ? undefined : owners.get(entry)) ??
    consolidation.indicators.find(({ id }) => id === indicator)
  );
}

/** The plan's own checks, which look at all submissions together. */
function planChecks(context: BriefingContext): Block[] {
  const failed = context.consolidation.findings.filter(
    ({ file, severity }) => file === '' && severity !== 'note',
  );
  if (failed.length === 0) return [];
  const shown = failed.slice(0, context.design.limits.planChecks);
  return [
    ...paragraph(
      sentence(context, 'planChecks', { count: counted(failed.length, 'plan-checks') }),
      sentence(context, 'details', { appendix: context.appendices.findings }),
    ),
    ...list(
      shown.map(({ message, indicator }) => {
        const quote = quoted(context, said(context, message));
        return [{ runs: [quote], indicators: indicator === null ? [] : [indicator] }];
      }),
    ),
  ];
}

function setAside(context: BriefingContext): Block[] {
  const { setAside: files } = context.consolidation;
  if (files.length === 0) return [];
  const anew = files.filter((file) => !isReplaced(file));
  const shown = anew.slice(0, context.design.limits.setAside);
  return [
    ...paragraph(
      sentence(context, 'setAside', {
        count: counted(files.length, 'set-aside'),
        anew: counted(anew.length, 'to-send-anew'),
      }),
    ),
    ...list(
      shown.map(({ file, reason }) => [
        sentence(context, 'setAsideItem', {
          file: quoted(context, file),
          reason: quoted(context, said(context, reason)),
        }),
      ]),
    ),
  ];
}

function notReported(context: BriefingContext): Block[] {
  const results = withStatus(context, 'not-reported');
  if (results.length === 0) return [];
  const items = results.map((result) =>
    compose(context, 'notReportedItem', {
      name: indicatorName(context, result),
      who: named(result.reporter),
    }),
  );
  const count = counted(results.length, 'not-reported');
  const shown = results.slice(0, context.design.limits.names);
  const rest = sentence(context, 'oneByOne', { appendix: context.appendices.indicators });
  return paragraph(
    sentence(context, 'notReported', { count, list: listed(context, items) }, shown),
    results.length > shown.length ? rest : null,
  );
}

function notAssessable(context: BriefingContext): Block[] {
  const results = withStatus(context, 'not-assessable');
  if (results.length === 0) return [];
  const shown = results.slice(0, context.design.limits.notAssessable);
  return [
    ...paragraph(
      sentence(context, 'notAssessable', { count: counted(results.length, 'not-assessable') }),
    ),
    ...list(
      shown.map((result) => [
        sentence(
          context,
          'notAssessableItem',
          {
            name: strong(indicatorName(context, result)),
            reason: result.reason ? quoted(context, said(context, result.reason)) : [],
          },
          [result],
        ),
      ]),
    ),
  ];
}
