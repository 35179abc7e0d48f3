import { brief } from '../../../../src/core/report/briefing/brief';
import {
  consolidated,
  indicator,
  plan,
  REGIONS,
  target,
  type Sent,
  type Shape,
} from '../../consolidation/samples';
import { briefingOptions, DESIGN, linesIn, wordsOf } from './design';

/** 100 by 2022 from 2020 on, so that 50 is due by the middle of 2021. */
const FIRMS = indicator('firms', { name: '培育企业数', measureUnit: '家' });

function linesOf(
  shape: Partial<Shape>,
  change: Parameters<typeof briefingOptions>[0] = {},
): string[] {
  const round = consolidated({ plans: [plan([FIRMS])], sent: [], ...shape });
  return linesIn(brief(round, briefingOptions(change)));
}

function withFigure(value: NonNullable<Sent['fill']>, of = FIRMS): string {
  return linesOf({ plans: [plan([of])], sent: [{ fill: value }] }).join('\n');
}

const explained = (value: number | 'not-started' | 'under-way') => ({
  firms: { value, explanation: '受原材料\n涨价影响。' },
});

describe('an indicator of each status', () => {
  test.each<[status: string, fill: NonNullable<Sent['fill']>, of: typeof FIRMS, said: string]>([
    [
      'achieved',
      { firms: 100 },
      FIRMS,
      '规划期目标已经实现的指标1项：培育企业数（完成100家，目标≥100家，市经信局）。',
    ],
    [
      'on schedule',
      { firms: 62 },
      FIRMS,
      '达到或超过序时目标的指标1项。其中高于序时进度较多的有：培育企业数（高12个百分点）。',
    ],
    ['exactly on schedule', { firms: 50 }, FIRMS, '达到或超过序时目标的指标1项。'],
    [
      'slightly behind',
      explained(47),
      FIRMS,
      '1.培育企业数。完成47家，序时目标50家，规划目标≥100家。完成率47%，低于序时进度3个百分点。牵头单位：市经信局。',
    ],
    [
      'behind',
      explained(30),
      FIRMS,
      '1.培育企业数。完成30家，序时目标50家，规划目标≥100家。完成率30%，低于序时进度20个百分点。牵头单位：市经信局。按期实现目标，后续每季度需完成11.7家。报送单位说明：“受原材料 涨价影响。”',
    ],
    [
      'behind under a leader',
      explained(30),
      { ...FIRMS, leader: '张三' },
      '牵头单位：市经信局（牵头领导：张三）。',
    ],
    [
      'behind by a hair',
      { firms: { value: 49.99, explanation: '差一点。' } },
      { ...FIRMS, precision: 2 },
      '完成率50%，低于序时进度0.01个百分点。',
    ],
    [
      'a share behind',
      explained(30),
      { ...FIRMS, kind: 'share', measureUnit: '%', target: target(60) },
      '1.培育企业数。完成30%，规划目标≥60%。完成率50%，低于序时进度50个百分点。牵头单位：市经信局。按期实现目标，后续每季度需提高5个百分点。',
    ],
    [
      'a level to bring down',
      explained(30),
      { ...FIRMS, kind: 'level', direction: 'lower', target: target(24, { operator: '<=' }) },
      '后续每季度需下降1家。',
    ],
    [
      'a growth rate',
      explained(3),
      { ...FIRMS, kind: 'average-growth', measureUnit: '%', precision: 1, target: target(8) },
      '1.培育企业数。完成3%，规划目标≥8%。低于序时目标5个百分点。牵头单位：市经信局。报送单位说明：',
    ],
    [
      'a total above its ceiling',
      explained(30),
      { ...FIRMS, direction: 'lower', target: target(20, { operator: '<=' }) },
      '累计值已超过上限，后续无法回落。',
    ],
    [
      'a milestone',
      explained('not-started'),
      {
        ...FIRMS,
        kind: 'milestone',
        measureUnit: '',
        target: target(null, { operator: 'qualitative' }),
      },
      '1.培育企业数。填报状态为“未启动”。牵头单位：市经信局。报送单位说明：“受原材料 涨价影响。”',
    ],
    [
      'not reported',
      { firms: 'blank' },
      FIRMS,
      '应报而没有可用数据的指标1项：培育企业数（市经信局）。',
    ],
    [
      'wrong',
      { firms: -5 },
      FIRMS,
      '审核发现须修改的问题1处、需说明的问题0处，涉及报送表1份；有关数据在修改或说明之前不计入完成值。具体问题见附件2。\n1.市经信局。须修改1处，涉及：培育企业数。',
    ],
    ['unexplained', { firms: 10 }, FIRMS, '1.市经信局。需说明1处，涉及：培育企业数。'],
    [
      'not assessable',
      { firms: 10 },
      { ...FIRMS, target: target(null) },
      '无法判定的指标1项，不作评判。\n1.培育企业数。目标值尚未下达，待补充后再评判。',
    ],
  ])('%s', (_, fill, of, said) => {
    expect(withFigure(fill, of)).toContain(said);
  });

  test('without a lead of its own', () => {
    const alone = { ...FIRMS, leadUnit: null };
    const sent = [{ organisation: '市汇总办', fill: explained(30) }];
    expect(linesOf({ plans: [plan([alone])], sent }).join('')).toContain(
      '规划未明确牵头单位，由市汇总办报送。',
    );
  });
});

describe('what came back', () => {
  test('nothing at all', () => {
    expect(linesOf({})).toEqual([
      '一、总体情况',
      '（一）报送情况',
      '本期下发报送表1份，截至2021年7月12日均未报送。',
      '（二）完成情况',
      '规划指标共1项，本期应报1项。应报指标中，已报0项，未报1项。目前没有可供判定的数据。',
      '二、报送和审核中的问题',
      '（一）未报送',
      '截至2021年7月12日，尚未收到的报送表1份：市经信局。',
      '（二）没有可用数据的指标',
      '应报而没有可用数据的指标1项：培育企业数（市经信局）。',
      '三、请办事项',
      '1.报送期限2021年7月10日已过，请尚未报送的市经信局尽快补报。',
    ]);
  });

  test('everything, and everything achieved', () => {
    expect(linesOf({ sent: [{ fill: { firms: 120 } }] })).toEqual([
      '一、总体情况',
      '（一）报送情况',
      '本期下发报送表1份，收到1份，其中审核通过1份、待修改或说明0份；未报送0份。',
      '（二）完成情况',
      '规划指标共1项，本期应报1项。应报指标中，已报1项，未报0项。按进度判定，已达标1项。应报的1项指标全部已达标或达序时。',
      '（三）各部分情况',
      '规划各部分指标的完成状态见下图，逐项情况见附件1。',
      '各部分指标完成状态（单位：项）',
      '二、进展较好的指标',
      '（一）已达标',
      '规划期目标已经实现的指标1项：培育企业数（完成120家，目标≥100家，市经信局）。',
      '三、进度滞后的指标',
      '本期没有滞后和略滞后的指标。',
      '四、报送和审核中的问题',
      '下发的报送表均已按期报送并通过审核。',
    ]);
  });

  test('before the due date, a reminder says when', () => {
    const said = linesOf({}, { createdAt: '2021-07-10T15:59:00Z' }).join('');
    expect(said).toContain('请尚未报送的市经信局最迟于2021年7月10日报送。');
  });

  test('too late', () => {
    const sent = [{ fill: { firms: 60 }, savedAt: '2021-07-10T16:30:00Z' }];
    expect(linesOf({ sent }).join('')).toContain(
      '晚于期限2021年7月10日报送的报送表1份：市经信局（2021年7月11日）。',
    );
  });

  test('files that another one stands in for are counted, not asked for again', () => {
    const sent: Sent[] = [
      { fill: { firms: 60 }, file: 'new.xlsx', savedAt: '2021-07-08T00:00:00Z' },
      { fill: { firms: 60 }, file: 'old.xlsx', savedAt: '2021-07-01T00:00:00Z' },
    ];
    const said = linesOf({ sent }).join('');
    expect(said).toContain('未采用的文件1个');
    expect(said).toContain('需重新报送的0个。');
    expect(said).not.toContain('请未采用文件');
  });
});

test('a roll-up without some regions says so wherever it is told', () => {
  const [first, second, third] = REGIONS;
  const summed = { ...FIRMS, rollUp: 'sum' as const, leadUnit: null };
  const sent = [first, second].map((region): Sent => {
    return { organisation: region, region, fill: explained(10) };
  });
  const said = linesOf({ plans: [plan([summed])], division: 'region', sent }).join('\n');
  expect(said).toContain('其中1项的完成值由各区（县、市）汇总，但部分区（县、市）没有可用数据');
  expect(said).toContain(`完成值不含1个没有可用数据的区（县、市）：${third}。`);
  expect(said).toContain('规划未明确牵头单位，完成值由各区（县、市）数据汇总。');
  expect(said).toContain('规划未明确牵头单位的1项。');
  expect(said).toContain('各区（县、市）情况');
});

test('a province’s cities are cities', () => {
  const cities = ['杭州市', '宁波市'].map((name) => ({ name }));
  const summed = { ...FIRMS, rollUp: 'sum' as const };
  const plans = [plan([summed], { regions: cities })];
  expect(linesOf({ plans, division: 'region' }).join()).toContain('本期向2个市下发报送表');
});

test('in English, with one and many', () => {
  const lines = linesOf({ sent: [{ fill: explained(30) }] }, { language: 'en' });
  expect(lines).toContain('3. What is behind');
  expect(lines).toContain('Behind schedule: 1 indicator.');
  expect(lines.join('\n')).toContain(
    '1.培育企业数: actual 30家, scheduled 50家, target ≥100家. Completion 30%, 20 percentage points below schedule. Lead: 市经信局. To meet the target, each quarter left needs 11.7家.',
  );
});

test('a long explanation is shortened, and a list of many names', () => {
  const long = '说'.repeat(500);
  const many = Array.from({ length: 40 }, (_, index) =>
    indicator(`i${index}`, { name: `指标之${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}${index}` }),
  );
  const fill = { firms: { value: 30, explanation: long } };
  expect(withFigure(fill)).toContain(`“${'说'.repeat(120)}……”`);
  const blank = linesOf({ plans: [plan(many)], sent: [{ fill: {} }] });
  const list = blank.find((line) => line.startsWith('应报而没有可用数据的指标40项'))!;
  expect(list.match(/指标之/g)).toHaveLength(12);
  expect(list).toMatch(/等。逐项情况见附件1。$/);
});

test('of many regions the tables name as many as they have room for, and say so', () => {
  const design = { ...DESIGN, limits: { ...DESIGN.limits, regions: 2 } };
  const sent = REGIONS.map((region): Sent => ({
    organisation: region,
    region,
    fill: { firms: 9 },
  }));
  const plans = [plan([{ ...FIRMS, rollUp: 'sum' as const }])];
  const round = consolidated({ plans, division: 'region', sent });
  const written = brief(round, briefingOptions({ design }));
  const tables = written.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.is === 'table' ? [block.table] : [])),
  );
  expect(tables.map(({ rows }) => rows.length)).toContain(2);
  expect(linesIn(written)).toContain('其余1个地区见汇总表。');
  const ofRegions = written.appendices.find(({ table }) =>
    table.columns.some(({ label }) => label === REGIONS[0]),
  )!;
  const labels = ofRegions.table.columns.map(({ label }) => label);
  expect(labels.filter((label) => REGIONS.some((region) => region === label))).toHaveLength(2);
  expect(wordsOf(ofRegions.notes, 'zh')).toContain('其余1个地区见汇总表。');
});
