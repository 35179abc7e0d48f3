import { compileJson } from '../../../src/core/consolidation/compile-json';
import { withoutTail } from '../../../src/core/consolidation/decimals';
import { factsTable } from '../../../src/core/consolidation/facts-table';
import { factColumns } from '../../../src/core/consolidation/messages';
import type { Finding } from '../../../src/core/review/finding';
import {
  consolidated,
  indicator,
  plan,
  ratioIndicator,
  resultOf,
  target,
  type Fillings,
} from './samples';

const PLAN = plan([
  ratioIndicator('share', { rollUp: 'none' }),
  indicator('firms'),
  indicator('reform', { kind: 'milestone', target: target(null, { operator: 'qualitative' }) }),
]);
const FILLED: Fillings = { 'item.part': 60, 'item.whole': 100, firms: 60, reform: 'on-schedule' };

function finding(entry: string | null, severity: Finding['severity']): Finding {
  const message = { zh: '有误。', en: 'Wrong.' };
  return { rule: 'r', severity, sheet: null, cell: null, entry, indicator: null, message };
}

function counted(fill: Fillings, findings: readonly Finding[] = []) {
  const { facts } = consolidated({ plans: [PLAN], sent: [{ fill, findings }] });
  return facts.filter(({ counts }) => counts).map(({ key }) => key.slice('quality/'.length));
}

const ALL = ['item.part', 'item.whole', 'share', 'firms', 'reform'];
const without = (...keys: string[]) => ALL.filter((key) => !keys.includes(key));

it.each<[string, Fillings, Finding[], string[]]>([
  ['a clean submission', FILLED, [], ALL],
  ['a finding on the whole file', FILLED, [finding(null, 'error')], ALL],
  ['a note', FILLED, [finding('quality/firms', 'note')], ALL],
  ['an error', FILLED, [finding('quality/firms', 'error')], without('firms')],
  ['an explanation owed', FILLED, [finding('quality/firms', 'explain')], without('firms')],
  ['a bad part', FILLED, [finding('quality/item.part', 'error')], without('item.part', 'share')],
  ['a finding on a derived row', FILLED, [finding('quality/share', 'error')], without('share')],
  ['a part left blank', { ...FILLED, 'item.whole': 'blank' }, [], without('item.whole', 'share')],
  ['a denominator of zero', { ...FILLED, 'item.whole': 0 }, [], without('share')],
  [
    'a nil report, behind and explained',
    { ...FILLED, firms: { value: 'nil', explanation: '尚未启动' } },
    [],
    ALL,
  ],
  ['not applicable', { ...FILLED, firms: 'not-applicable' }, [], without('firms')],
  [
    'not applicable with a reason',
    { ...FILLED, firms: { value: 'not-applicable', explanation: '已停止统计' } },
    [],
    without('firms'),
  ],
  ['text', { ...FILLED, firms: 'invalid' }, [], without('firms')],
  ['a nil report of a milestone', { ...FILLED, reform: 'nil' }, [], without('reform')],
])('what counts with %s', (_, fill, findings, expected) => {
  expect(counted(fill, findings)).toEqual(expected);
});

it('says where every figure came from', () => {
  const { facts } = consolidated({ plans: [PLAN], sent: [{ fill: FILLED }] });
  expect(facts.map(({ value }) => value)).toEqual([60, 100, 60, 60, null]);
  expect(facts.find(({ key }) => key === 'quality/firms')).toEqual({
    key: 'quality/firms',
    name: '指标firms',
    measureUnit: '个',
    precision: 0,
    organisation: '市经信局',
    region: null,
    state: 'value',
    value: 60,
    milestone: null,
    counts: true,
    isDerived: false,
    sharedFrom: null,
    convertedFrom: null,
    submissionNumber: 1,
    raw: '60',
    explanation: '',
    evidence: '',
    file: '市经信局-报送.xlsx',
    sha256: 'sha-of-市经信局-报送.xlsx',
    sheet: '填报表',
    cell: 'H12',
  });
});

it('files the findings of counted submissions only', () => {
  const findings = [finding('quality/firms', 'error')];
  const sent = [
    { fill: FILLED, findings, file: 'a.xlsx' },
    { fill: FILLED, findings, file: 'b.xlsx', seal: 'altered' as const },
  ];
  const { findings: filed } = consolidated({ plans: [PLAN], sent });
  expect(filed).toEqual([
    { ...findings[0], file: 'a.xlsx', organisation: '市经信局', region: null },
  ]);
});

describe('the table of facts', () => {
  it.each([
    [
      'zh' as const,
      ['填报状态', '是否计入', '进展状态'],
      ['quality/item.part', '60', '', '是', '否', '正常'],
      ['quality/reform', '', '达序时', '是', '否', '正常'],
    ],
    [
      'en' as const,
      ['State', 'Counts', 'Milestone status'],
      ['quality/item.part', '60', '', 'yes', 'no', 'value'],
      ['quality/reform', '', 'on schedule', 'yes', 'no', 'value'],
    ],
  ])('in %s', (language, labels, first, last) => {
    const table = factsTable(consolidated({ plans: [PLAN], sent: [{ fill: FILLED }] }), language);
    expect(table[0]).toEqual(expect.arrayContaining(labels));
    expect(new Set(table.map((row) => row.length))).toEqual(
      new Set([Object.keys(factColumns).length]),
    );
    expect(table[1]).toEqual(expect.arrayContaining(first));
    expect(table.at(-1)).toEqual(expect.arrayContaining(last));
    expect(table).toHaveLength(6);
  });

  it('has its header where nothing was received', () => {
    expect(factsTable(consolidated({ plans: [PLAN] }), 'zh')).toHaveLength(1);
  });
});

describe('compile.json', () => {
  const sum = indicator('water', { precision: 2, rollUp: 'sum', target: target(1) });
  const consolidation = consolidated({
    plans: [plan([sum])],
    division: 'region',
    sent: [
      { organisation: '海曙区', region: '海曙区', fill: { water: 0.1 } },
      { organisation: '江北区', region: '江北区', fill: { water: 0.2 } },
      { organisation: '江北区', region: '江北区', fill: { water: 9 }, seal: 'altered', file: 'x' },
    ],
  });

  it('says what the design says and nothing else', () => {
    const json = compileJson(consolidation, 'en');
    expect(json).toEqual({
      plans: ['quality'],
      period: '2021Q2',
      submissions: {
        issued: 3,
        received: 3,
        accepted: 2,
        missing: [{ organisation: '镇海区', region: '镇海区' }],
        setAside: [{ file: 'x', code: 'tampered', reason: expect.any(String) as string }],
        counted: ['海曙区', '江北区'].map((region) => ({
          ...{ organisation: region, region },
          file: `${region}${region}-报送.xlsx`,
          sha256: `sha-of-${region}${region}-报送.xlsx`,
        })),
      },
      indicators: [
        {
          id: 'quality/water',
          target: '≥1',
          actual: 0.3,
          scheduled: 0.5,
          completion: 0.3,
          gap: -20,
          status: 'behind',
          reason: expect.stringContaining('1 of 3 regions') as string,
          sources: [source('海曙区', 0.1), source('江北区', 0.2)],
        },
      ],
      findings: [],
    });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('speaks the language asked for', () => {
    expect(compileJson(consolidation, 'zh').indicators[0]?.reason).toContain(
      '3 个区（县、市）中有 1 个',
    );
  });

  it('leaves out the reason where there is none, and names findings', () => {
    const entry = 'quality/firms';
    const json = compileJson(
      consolidated({
        plans: [plan([indicator('firms')])],
        sent: [
          { fill: { firms: 60 }, findings: [{ ...finding(entry, 'note'), indicator: entry }] },
        ],
      }),
      'zh',
    );
    expect(json.indicators[0]).not.toHaveProperty('reason');
    expect(json.findings).toEqual([
      {
        file: '市经信局-报送.xlsx',
        rule: 'r',
        severity: 'note',
        sheet: null,
        cell: null,
        indicator: entry,
        message: '有误。',
      },
    ]);
  });
});

function source(region: string, value: number) {
  const file = `${region}${region}-报送.xlsx`;
  const place = { sheet: '填报表', cell: 'H9' };
  return { file, sha256: `sha-of-${file}`, ...place, raw: String(value), value };
}

it.each([
  [0.1 + 0.2, 0.3],
  [33.300000000000004, 33.3],
  [1 / 3, 0.3333333333],
  [-1e-12, 0],
  [1234567890123456, 1234567890123456],
  [1e300, 1e300],
  [-0, 0],
])('%p is written as %p', (value, expected) => {
  expect(withoutTail(value)).toBe(expected);
});

it('keeps a milestone’s status and no number', () => {
  const result = resultOf(consolidated({ plans: [PLAN], sent: [{ fill: FILLED }] }), 'reform');
  expect(result).toMatchObject({
    actual: null,
    milestone: 'on-schedule',
    composition: 'reported',
    progress: { status: 'on-schedule', completion: null },
    requiredPace: null,
    yearOnYear: null,
  });
});
