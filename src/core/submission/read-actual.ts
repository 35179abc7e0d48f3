import { COMPARISON_DECIMALS } from '../rule/expression';
import { roundTo } from '../rule/rounding';
import { MILESTONE_STATUSES, milestoneCode } from '../rule/row';
import type { GridCell } from '../sheet/grid';
import type { Entry } from '../template/entry';
import type { TemplateModel } from '../template/model';
import { plainText, trimmed } from '../rule/plain-text';
import { rawOf } from './cell-text';
import { readNumber } from './read-number';
import type { EntryState, SubmittedEntry } from './submission';

/** What a row reports. */
export type ActualReading = Pick<SubmittedEntry, 'state' | 'value' | 'milestone'> & {
  wasText: boolean;
};

/** Of a row that is not filled in, or not yet computed. */
export const PENDING: ActualReading = {
  state: 'blank',
  value: null,
  milestone: null,
  wasText: false,
};

/** The row's state from its figure and the state chosen for it. */
export function readActual(
  cell: GridCell | undefined,
  chosenCell: GridCell | undefined,
  entry: Entry,
  model: TemplateModel,
): ActualReading {
  const figure =
    entry.accumulation === 'status' ? readMilestone(cell, model) : readFigure(cell, entry);
  const chosen = chosenState(chosenCell, model);
  const none = (state: EntryState): ActualReading => ({ ...PENDING, state });
  if (cell?.type === 'error') return none('invalid');
  if (chosen === null) return none('conflict');
  if (chosen === 'normal') return figure;
  if (chosen !== 'nil') return none(figure.state === 'blank' ? chosen : 'conflict');
  // a status is one of its list; there is no nil one
  if (entry.accumulation === 'status') return none('conflict');
  const isZero = figure.state === 'blank' || isNothing(figure.value);
  return isZero ? { ...none('nil'), value: 0 } : none('conflict');
}

function readFigure(cell: GridCell | undefined, entry: Entry): ActualReading {
  const reading = readNumber(cell, entry.measureUnit);
  switch (reading.is) {
    case 'blank':
      return PENDING;
    case 'invalid':
      return { ...PENDING, state: 'invalid' };
    case 'number':
      return { state: 'value', value: reading.value, milestone: null, wasText: reading.wasText };
  }
}

function readMilestone(cell: GridCell | undefined, model: TemplateModel): ActualReading {
  if (cell?.hasCachedValue === false) return { ...PENDING, state: 'invalid' };
  const text = plainOf(cell);
  if (text === '') return PENDING;
  const milestone = MILESTONE_STATUSES.find((status) =>
    isLabel(model.labels.milestones[status], text),
  );
  return milestone
    ? { state: 'value', value: milestoneCode(milestone), milestone, wasText: false }
    : { ...PENDING, state: 'invalid' };
}

function chosenState(cell: GridCell | undefined, model: TemplateModel) {
  if (cell?.type === 'error') return null;
  const text = plainOf(cell);
  if (text === '') return 'normal';
  const { states } = model.labels;
  for (const state of CHOSEN_STATES) if (isLabel(states[state], text)) return state;
  return null;
}

const CHOSEN_STATES = ['normal', 'nil', 'not-applicable', 'not-due'] as const;

function plainOf(cell: GridCell | undefined): string {
  const raw = rawOf(cell);
  return raw === '' ? '' : trimmed(plainText(raw));
}

/** Zero as far as a comparison can tell. */
function isNothing(value: number | null): boolean {
  return value !== null && roundTo(value, COMPARISON_DECIMALS) === 0;
}

/** Whatever the case of its letters, as a spreadsheet compares texts. */
function isLabel(label: string, text: string): boolean {
  return label === text || label.toLowerCase() === text.toLowerCase();
}
