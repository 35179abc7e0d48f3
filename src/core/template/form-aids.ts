import { formatPeriod, parsePeriod, previousPeriod } from '../plan/period';
import { fill } from '../plan/text';
import { MILESTONE_STATUSES } from '../rule/row';
import { formatAddress, formatRange } from '../sheet/address';
import type { ConditionalFormatDescription, ValidationDescription } from '../sheet/description';
import type { Entry } from './entry';
import type { Form } from './form';
import type { FormContext } from './form-head';
import type { Layout } from './layout';
import { kindLabels, templateMessages as messages } from './messages';
import type { TemplateModel } from './model';

/** Beyond any figure that a department reports, in any unit. */
const LARGEST = 1e15;

/** What typing is stopped or hinted at; the verdict never depends on it, since pasting goes past it. */
export function validationsOf(
  { model, rows, form }: FormContext,
  layout: Layout,
): ValidationDescription[] {
  const { language } = model;
  const open = rows.flatMap(({ entry }, index) =>
    entry.derivation === null ? [{ entry, row: layout.firstEntryRow + index }] : [],
  );
  const figures = open.map(({ entry, row }): ValidationDescription => {
    const range = formatAddress(row, layout.column('actual'));
    return { range, ...figureRule(entry, model), prompt: figurePrompt(entry, model) };
  });
  if (open.length === 0) return [];
  const states: ValidationDescription = {
    range: open.map(({ row }) => formatAddress(row, layout.column('state'))).join(' '),
    rule: { type: 'list', source: Object.values(model.labels.states).join(',') },
    prompt: {
      title: form.columns.find(({ id }) => id === 'state')!.label[language],
      text: messages.promptState[language],
    },
    error: {
      style: 'stop',
      title: messages.errorTitle[language],
      text: messages.errorChoice[language],
    },
  };
  return [...figures, states];
}

function figureRule(
  entry: Entry,
  model: TemplateModel,
): Pick<ValidationDescription, 'rule' | 'error'> {
  const { language } = model;
  const title = messages.errorTitle[language];
  if (entry.accumulation === 'status') {
    const source = MILESTONE_STATUSES.map((status) => model.labels.milestones[status]).join(',');
    return {
      rule: { type: 'list', source },
      error: { style: 'stop', title, text: messages.errorChoice[language] },
    };
  }
  const isWhole = entry.precision === 0;
  const text = fill(isWhole ? messages.errorWhole : messages.errorNumber, {
    unit: entry.measureUnit,
  });
  return {
    rule: {
      type: isWhole ? 'whole' : 'decimal',
      operator: 'between',
      low: -LARGEST,
      high: LARGEST,
    },
    error: { style: 'stop', title, text: text[language] },
  };
}

function figurePrompt(entry: Entry, { language, period }: TemplateModel) {
  const lines = [
    ...(entry.measureUnit === '' ? [] : [fill(messages.promptUnit, { unit: entry.measureUnit })]),
    ...(entry.kind === null ? [] : [kindLabels[entry.kind]]),
    entry.accumulation === 'status'
      ? messages.promptMilestone
      : entry.precision === 0
        ? messages.promptWhole
        : fill(messages.promptNumber, { precision: entry.precision }),
    ...(isOlder(entry, period)
      ? [fill(messages.promptOlder, { period: entry.previousPeriod ?? '' })]
      : []),
  ];
  return { title: entry.name, text: lines.map((line) => line[language]).join('\n') };
}

/** Whether the figure in the column of the last period is not that of the period just before. */
function isOlder({ previousPeriod: from }: Entry, now: string): boolean {
  const period = parsePeriod(now);
  return from !== null && period !== null && from !== formatPeriod(previousPeriod(period));
}

/** Red for what must be corrected, amber for what needs an explanation, the form's colours for the status. */
export function conditionalFormatsOf(
  form: Form,
  layout: Layout,
  { language }: TemplateModel,
): ConditionalFormatDescription[] {
  const { firstEntryRow: first, lastEntryRow: last } = layout;
  const area = (from: number, to: number) => formatRange(first, from, last, to);
  const verdict = (column: 'errors' | 'owed', severity: 'error' | 'explain') => ({
    type: 'formula' as const,
    formula: `${layout.cell(column, first)}>0`,
    fill: form.severities[severity].fill,
    fontColour: form.severities[severity].font,
    stopIfTrue: true,
  });
  const owed = verdict('owed', 'explain');
  const verdicts = [verdict('errors', 'error'), owed];
  const explanation = layout.column('explanation');
  const status = layout.column('status');
  return [
    { range: area(layout.column('actual'), layout.column('state')), rules: verdicts },
    { range: area(layout.column('findings'), layout.column('findings')), rules: verdicts },
    // where the reason is to be written
    { range: area(explanation, explanation), rules: [owed] },
    {
      range: area(status, status),
      rules: Object.values(form.statuses).map((design) => ({
        type: 'formula' as const,
        formula: `${layout.cell('status', first)}="${design.label[language]}"`,
        fill: design.fill,
        fontColour: design.font,
      })),
    },
  ];
}
