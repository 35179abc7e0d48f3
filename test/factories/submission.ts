import type { WorkbookGrid } from '../../src/core/sheet/grid';
import { readSubmission } from '../../src/core/submission/read-submission';
import type { Submission } from '../../src/core/submission/submission';
import type { Digest } from '../../src/core/template/seal';
import { PLAIN } from './digest';

/** The submission that the grid holds; throws where it holds none of ours. */
export function submissionOf(grid: WorkbookGrid, digest: Digest = PLAIN): Submission {
  const reading = readSubmission(grid, digest);
  if (reading.is !== 'submission') throw new Error(`the workbook is ${reading.is}`);
  return reading.submission;
}
