import fc from 'fast-check';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import { consolidated, indicator, plan, roundInput, type Sent, type Shape } from './samples';

const PLAN = plan([indicator('firms')]);
const FILLED: Sent = { fill: { firms: 60 } };

function setAside(sent: readonly Sent[], shape: Partial<Shape> = {}) {
  return consolidated({ plans: [PLAN], sent, ...shape }).setAside;
}

describe('a file that belongs elsewhere', () => {
  it.each<[string, Sent, RegExp]>([
    [
      'other-plan',
      {
        model: {
          round: 'round-0',
          plans: [{ id: 'other', title: '另一规划', hash: '', startYear: 2020 }],
        },
      },
      /《另一规划》.*《质量提升计划》/,
    ],
    ['other-period', { model: { round: 'round-0', period: '2021Q1' } }, /2021Q1.*2021Q2/],
    ['other-round', { model: { round: 'round-0' } }, /round-0.*round-1/],
    // a form signed with another round's key looks altered, yet the round is the reason
    ['other-period', { model: { round: 'round-0', period: '2021Q1' }, seal: 'altered' }, /2021Q1/],
    ['tampered', { seal: 'altered' }, /市经信局/],
    ['tampered', { sealValue: 'seal of an earlier blank' }, /市经信局/],
    ['tampered', { model: { region: '海曙区' } }, /市经信局（海曙区）/],
    // last period's sheet pasted over this one's
    [
      'tampered',
      {
        findings: [
          {
            rule: 'altered-head',
            severity: 'error' as const,
            ...{ sheet: '填报表', cell: 'B4', entry: null, indicator: null },
            message: { zh: '表头被改动', en: 'The head was changed' },
          },
        ],
      },
      /表头被改动/,
    ],
    [
      'not-issued',
      { model: { organisation: '市商务局' }, sealValue: 'seal of another' },
      /市商务局/,
    ],
  ])('%s', (code, sent, reason) => {
    const consolidation = consolidated({ plans: [PLAN], sent: [{ ...FILLED, ...sent }] });
    expect(consolidation.setAside).toMatchObject([{ file: '市经信局-报送.xlsx', code }]);
    expect(consolidation.setAside[0]?.reason.zh).toMatch(reason);
    expect(consolidation.setAside[0]?.reason.en).not.toBe('');
    expect(consolidation).toMatchObject({ receivedCount: 1, facts: [], findings: [] });
    expect(consolidation.workbooks).toMatchObject([{ state: 'missing', file: null }]);
  });
});

it('keeps the code and the reason of a file that cannot be read', () => {
  const reason = { zh: '已加密。', en: 'Encrypted.' };
  const { setAside: aside } = consolidated({
    plans: [PLAN],
    unreadable: [
      {
        file: 'a.xlsx',
        sha256: 'x',
        modifiedAt: '2021-07-01T00:00:00Z',
        content: { is: 'unreadable', code: 'encrypted', reason },
      },
    ],
  });
  expect(aside).toEqual([{ file: 'a.xlsx', sha256: 'x', code: 'encrypted', reason }]);
});

describe('several files for one workbook', () => {
  const at = (file: string, savedAt: string | null, modifiedAt: string): Sent => ({
    ...FILLED,
    file,
    savedAt,
    modifiedAt,
  });
  it.each<[string, Sent[], string]>([
    [
      'the one saved last, whatever the file times say',
      [
        at('a.xlsx', '2021-07-02T00:00:00Z', '2021-07-09T00:00:00Z'),
        at('b.xlsx', '2021-07-03T00:00:00Z', '2021-07-04T00:00:00Z'),
      ],
      'b.xlsx',
    ],
    [
      'by instants, not by spelling',
      [
        at('a.xlsx', '2021-07-03T01:00:00+08:00', '2021-07-04T00:00:00Z'),
        at('b.xlsx', '2021-07-02T18:00:00Z', '2021-07-04T00:00:00Z'),
      ],
      'b.xlsx',
    ],
    [
      'the file time where the document has none',
      [
        at('a.xlsx', null, '2021-07-05T00:00:00Z'),
        at('b.xlsx', '2021-07-04T00:00:00Z', '2021-07-09T00:00:00Z'),
      ],
      'a.xlsx',
    ],
    [
      'the file time where both were saved at once',
      [
        at('a.xlsx', '2021-07-04T00:00:00Z', '2021-07-06T00:00:00Z'),
        at('b.xlsx', '2021-07-04T00:00:00Z', '2021-07-05T00:00:00Z'),
      ],
      'a.xlsx',
    ],
    [
      'the later name where nothing else tells them apart',
      [
        at('b.xlsx', '2021-07-04T00:00:00Z', '2021-07-05T00:00:00Z'),
        at('a.xlsx', '2021-07-04T00:00:00Z', '2021-07-05T00:00:00Z'),
      ],
      'b.xlsx',
    ],
  ])('%s', (_, sent, counted) => {
    const { workbooks, setAside: aside, receivedCount } = consolidated({ plans: [PLAN], sent });
    expect(workbooks).toMatchObject([{ file: counted }]);
    expect(aside).toMatchObject([{ code: 'superseded' }]);
    expect(aside[0]?.reason.zh).toContain(counted);
    expect(receivedCount).toBe(2);
  });

  it('names the other of two identical files', () => {
    const same = { ...FILLED, sha256: 'same' };
    const aside = setAside([
      { ...same, file: 'b.xlsx', modifiedAt: '2021-07-09T00:00:00Z' },
      { ...same, file: 'a.xlsx' },
    ]);
    expect(aside).toMatchObject([{ file: 'b.xlsx', code: 'duplicate' }]);
    expect(aside[0]?.reason.en).toContain('a.xlsx');
  });
});

it.each<[string | null, string, boolean]>([
  ['2021-07-10T15:59:59Z', '2021-07-12T00:00:00Z', false],
  // midnight in China
  ['2021-07-10T16:00:00Z', '2021-07-01T00:00:00Z', true],
  ['2021-07-11T00:30:00+08:00', '2021-07-01T00:00:00Z', true],
  ['2021-07-10', '2021-07-12T00:00:00Z', false],
  [null, '2021-07-12T00:00:00Z', true],
  [null, '2021-07-10T00:00:00Z', false],
])('saved at %p (file %p): late %p', (savedAt, modifiedAt, isLate) => {
  const { workbooks } = consolidated({ plans: [PLAN], sent: [{ ...FILLED, savedAt, modifiedAt }] });
  expect(workbooks).toMatchObject([{ isLate, savedAt }]);
});

describe('where a workbook stands', () => {
  const finding = { sheet: null, cell: null, entry: null, indicator: null };
  const message = { zh: '', en: '' };
  it.each([
    ['accepted', [], 0, 0],
    ['accepted', ['note'], 0, 0],
    ['received', ['error'], 1, 0],
    ['received', ['explain', 'explain', 'error'], 1, 2],
  ] as const)('%s with %p', (state, severities, errors, explanationsOwed) => {
    const findings = severities.map((severity) => ({ ...finding, rule: 'r', severity, message }));
    const { workbooks } = consolidated({ plans: [PLAN], sent: [{ ...FILLED, findings }] });
    expect(workbooks).toMatchObject([{ state, errors, explanationsOwed }]);
  });
});

it('gives the same result for every order of the inbox', () => {
  const shape: Shape = {
    plans: [plan([indicator('firms', { rollUp: 'sum' })])],
    division: 'region',
    sent: [
      {
        organisation: '海曙区',
        region: '海曙区',
        fill: { firms: 1 },
        file: 'a1.xlsx',
        savedAt: null,
      },
      { organisation: '海曙区', region: '海曙区', fill: { firms: 2 }, file: 'a2.xlsx' },
      {
        organisation: '海曙区',
        region: '海曙区',
        fill: { firms: 2 },
        file: 'a3.xlsx',
        sha256: 's',
      },
      {
        organisation: '海曙区',
        region: '海曙区',
        fill: { firms: 2 },
        file: 'a4.xlsx',
        sha256: 's',
      },
      { organisation: '江北区', region: '江北区', fill: { firms: 3 }, file: 'b.xlsx' },
      {
        organisation: '镇海区',
        region: '镇海区',
        fill: { firms: 9 },
        file: 'c.xlsx',
        seal: 'altered',
      },
      { organisation: '镇海区', region: '镇海区', fill: { firms: 4 }, file: 'd.xlsx' },
    ],
  };
  const input = roundInput(shape);
  const expected = consolidate(input);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...input.received], { minLength: input.received.length }),
      (received) => {
        expect(consolidate({ ...input, received })).toEqual(expected);
      },
    ),
  );
});
