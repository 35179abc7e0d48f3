import fc from 'fast-check';
import type { ReturnedFinding, ReturnRecord } from '../../../src/core/report/return-record';
import { recordOf, returnedBefore } from '../../../src/core/report/return-record';
import { compareWith, resubmissionText } from '../../../src/core/report/resubmission';
import type { Finding } from '../../../src/core/review/finding';

function finding(text: string): Finding {
  const [rule = '', entry = '', severity = 'error', says = ''] = text.split(' ');
  return {
    rule,
    severity: severity as Finding['severity'],
    sheet: '填报表',
    cell: null,
    entry: entry === '-' ? null : entry,
    indicator: null,
    message: { zh: says, en: says },
  };
}

const asRecorded = (text: string): ReturnedFinding => {
  const { rule, severity, entry, sheet, cell, message } = finding(text);
  return { rule, severity: severity as 'error', entry, sheet, cell, name: '', message };
};

function record(findings: readonly string[], change: Partial<ReturnRecord> = {}): ReturnRecord {
  return {
    workbook: 'seal',
    organisation: '市经信局',
    region: null,
    file: 'a.xlsx',
    sha256: 'a',
    slip: '退回单_市经信局.xlsx',
    returnedAt: '2021-07-06T01:00:00.000Z',
    due: null,
    findings: findings.map(asRecorded),
    ...change,
  };
}

test.each<[string, string[], string[], [number, number, number]]>([
  ['nothing is left', ['not-a-number a'], [], [1, 0, 0]],
  [
    'all is left',
    ['not-a-number a', 'swing b explain'],
    ['swing b explain', 'not-a-number a'],
    [0, 2, 0],
  ],
  ['an explanation that was given', ['swing b explain'], ['swing b note'], [1, 0, 0]],
  ['another row', ['not-a-number a'], ['not-a-number b'], [1, 0, 1]],
  ['another rule on the row', ['not-a-number a'], ['unit-slip a explain'], [1, 0, 1]],
  [
    'one more of the same on a row',
    ['altered-locked-cell a'],
    ['altered-locked-cell a', 'altered-locked-cell a'],
    [0, 1, 1],
  ],
  [
    'one less of the same on a row',
    ['altered-locked-cell a', 'altered-locked-cell a'],
    ['altered-locked-cell a'],
    [1, 1, 0],
  ],
  [
    'fields are told apart by what is said',
    ['head-missing - error 填报人', 'head-missing - error 电话'],
    ['head-missing - error 电话'],
    [1, 1, 0],
  ],
  ['notes are not counted', [], ['number-as-text a note'], [0, 0, 0]],
])('%s', (_, before, after, [fixed, still, fresh]) => {
  const compared = compareWith(record(before), after.map(finding));
  expect([compared.fixed.length, compared.still.length, compared.fresh.length]).toEqual([
    fixed,
    still,
    fresh,
  ]);
  expect(resubmissionText(compared).zh).toBe(
    `上次退回 ${before.length} 条：已改正 ${fixed} 条，仍有误 ${still} 条，新出现 ${fresh} 条`,
  );
});

test('every finding is counted once, in whatever order', () => {
  const some = fc.array(
    fc.constantFrom(
      'not-a-number a',
      'swing a explain',
      'swing b explain',
      'swing b note',
      'head-missing - error x',
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, some, fc.func(fc.integer()), (sent, received, order) => {
      const before = sent.filter((text) => !text.endsWith('note'));
      const shuffled = [...received].sort((left, right) => order(left) - order(right));
      const one = compareWith(record(before), received.map(finding));
      const other = compareWith(record(before), shuffled.map(finding));
      expect(one.fixed.length + one.still.length).toBe(before.length);
      expect(one.still.length + one.fresh.length).toBe(
        received.filter((text) => !text.endsWith('note')).length,
      );
      expect(resubmissionText(other)).toEqual(resubmissionText(one));
    }),
  );
});

describe('what was returned before', () => {
  const first = record(['swing a explain'], { sha256: 'first' });
  const second = record(['swing a explain'], { sha256: 'second' });
  const other = record(['swing a explain'], { sha256: 'other', workbook: 'other' });
  const unread = record([], { sha256: 'unread', workbook: null });
  const records = [first, other, unread, second];

  test.each([
    ['a new file', 'third', second],
    ['the second file', 'second', first],
    ['the first file', 'first', null],
  ])('%s', (_, sha256, expected) => {
    expect(returnedBefore(records, 'seal', sha256)).toBe(expected);
  });

  test('a file is known by its bytes', () => {
    expect(recordOf(records, 'other')).toBe(other);
    expect(recordOf(records, 'never')).toBeUndefined();
  });
});
