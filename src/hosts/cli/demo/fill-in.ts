import { readSubmission } from '../../../core/submission/read-submission';
import type { Submission } from '../../../core/submission/submission';
import { nodeInflate } from '../../../xlsx/read/inflate-node';
import { readWorkbook } from '../../../xlsx/read/read-workbook';
import { NATIVE_WRITING } from '../native-writing';
import { patchWorkbook, type CellEdit } from '../../../xlsx/write/patch-workbook';
import { digestWith } from '../digest';
import { demoFigures, SAMPLE_MARK } from './figures';

/** Reads a workbook of ours as a department's program shows it: which cell is which. */
export function openForm(bytes: Uint8Array): Submission {
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) throw new Error(`the blank can't be read: ${read.message.en}`);
  const reading = readSubmission(read.grid, digestWith(null));
  if (reading.is !== 'submission') throw new Error('the blank is no form of ours');
  return reading.submission;
}

/** Fills a blank in the way a department would, with made-up figures marked as such. */
export function fillIn(blank: Uint8Array, reportedOn: string): Uint8Array {
  const submission = openForm(blank);
  const figures = demoFigures(submission.model);
  const edits: CellEdit[] = [];
  const put = (sheet: string, cell: string | null, value: number | string | null) => {
    if (cell !== null && value !== null && value !== '') edits.push({ sheet, cell, value });
  };
  for (const { entry, sheet, cells } of submission.entries) {
    const figure = figures.get(entry.key);
    if (!figure) continue;
    if (!entry.derivation) put(sheet, cells.actual ?? null, figure.actual);
    put(sheet, cells.explanation ?? null, figure.explanation);
    put(sheet, cells.evidence ?? null, figure.evidence);
  }
  for (const { id, sheet, cell } of submission.fields)
    put(sheet, cell, FIELDS[id] ?? reportedOn);
  return patchWorkbook(blank, edits, NATIVE_WRITING);
}

const FIELDS: Readonly<Record<string, string>> = {
  'head-of-unit': SAMPLE_MARK,
  reviewer: SAMPLE_MARK,
  filler: SAMPLE_MARK,
  phone: '0574-00000000',
};
