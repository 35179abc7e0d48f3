import { compile, examine, type Examination } from '../../../../src/core/pipeline';
import type { Expected } from '../../../../src/core/review/against-round';
import type { WorkbookGrid } from '../../../../src/core/sheet/grid';
import type { IssuedTemplate } from '../../../../src/core/submission/recover/identity';
import { reissue } from '../../../../src/core/submission/recover/reissue';
import { EXPECTED, filled, PERIOD, PLAN, ROUND } from '../../../corpus/make/filled';
import {
  all,
  CARRIER_SHEET,
  deleteColumn,
  removeSheets,
  type WorkbookChange,
} from '../../../corpus/make/description-changes';
import { PLAIN } from '../../../factories/digest';
import { gridOf } from '../../../factories/grid';
import { periodOf } from '../../../factories/template';

const copiedOut = removeSheets(CARRIER_SHEET);
const ISSUED = reissue(ROUND, PLAIN);

function examined(
  change: WorkbookChange,
  issued: readonly IssuedTemplate[] | null = ISSUED,
): Examination {
  const expected: Expected = {
    round: EXPECTED.round,
    plans: EXPECTED.plans,
    isSigned: false,
    ...(issued ? { templates: () => issued } : {}),
  };
  return examine(grid(change), PLAIN, expected);
}

function grid(change: WorkbookChange): WorkbookGrid {
  return gridOf(change(filled()));
}

test('a blank of the round is only built for a workbook that has lost its hidden sheet', () => {
  const templates = jest.fn(() => ISSUED);
  examine(grid(all()), PLAIN, { ...EXPECTED, templates });
  expect(templates).not.toHaveBeenCalled();
  examine(grid(copiedOut), PLAIN, { ...EXPECTED, templates });
  expect(templates).toHaveBeenCalled();
});

test.each<
  [name: string, change: WorkbookChange, issued: readonly IssuedTemplate[] | null, why: string]
>([
  ['without a round, the answer is to name one', copiedOut, null, 'round-needed'],
  ['a round that issued nothing', copiedOut, [], 'no-match'],
  ['a round that issued the same form twice', copiedOut, [...ISSUED, ...ISSUED], 'ambiguous'],
  [
    'forms whose heads say nothing',
    copiedOut,
    ISSUED.map((one) => ({ ...one, head: null })),
    'no-match',
  ],
])('%s', (_, change, issued, why) => {
  expect(examined(change, issued)).toEqual({ is: 'unidentified', why });
});

test.each([
  ['with its keys', copiedOut],
  ['without its keys', all(copiedOut, deleteColumn(1))],
])('a form copied out %s counts for the blank that it was told to be, and says so', (_, change) => {
  const content = examined(change);
  if (content.is !== 'submission') throw new Error(content.is);
  expect(content.submission.seal).toBe('missing');
  expect(content.findings.map(({ rule }) => rule)).toContain('recovered-identity');
  const { workbooks, setAside, indicators } = compile({
    round: ROUND.id,
    plans: [PLAN],
    period: periodOf(PERIOD),
    due: ROUND.due,
    nearSchedule: 0.9,
    issued: ROUND.issued,
    received: [{ file: '市经信局.xlsx', sha256: 'a', modifiedAt: '2021-07-08T00:00:00Z', content }],
    history: [],
  });
  expect(setAside).toEqual([]);
  expect(workbooks.map(({ state }) => state)).toEqual(['accepted', 'missing']);
  expect(indicators.find(({ id }) => id === 'city/firms')?.actual).toBe(70);
});

test('in a signed round a form without its hidden sheet is not signed', () => {
  const result = examine(grid(copiedOut), PLAIN, { ...EXPECTED, isSigned: true });
  if (result.is !== 'submission') throw new Error(result.is);
  expect(result.findings.map(({ rule }) => rule)).toContain('signature-missing');
});
