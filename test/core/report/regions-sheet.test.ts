import type { Consolidation } from '../../../src/core/consolidation/consolidation';
import { consolidatedWorkbook } from '../../../src/core/report/consolidated-workbook';
import {
  consolidated,
  indicator,
  plan,
  REGIONS,
  target,
  wholeAndRegions,
  type Sent,
} from '../consolidation/samples';
import { options } from './filled-round';

/** What the sheet of the regions holds, row by row, without blank cells. */
function rowsOf(consolidation: Consolidation): string[][] {
  const { sheets } = consolidatedWorkbook(consolidation, options());
  const rows: string[][] = [];
  for (const { row, value } of sheets.find(({ name }) => name === '区县')!.cells)
    if (value !== null && value !== '') (rows[row] ??= []).push(String(value));
  return rows.filter((row) => row.length > 0);
}

const SUM = indicator('x', { rollUp: 'sum', target: target(60) });

test('the target that each region was given, its schedule, completion and status', () => {
  const of = {
    ...SUM,
    allocations: REGIONS.slice(0, 2).map((region, index) => ({ region, value: 20 + 10 * index })),
  };
  const sent = [24, { value: 9, explanation: '项目推迟。' }, 5].map((x, index): Sent => ({
    organisation: REGIONS[index]!,
    region: REGIONS[index]!,
    fill: { x },
  }));
  const rows = rowsOf(consolidated({ plans: [plan([of])], division: 'region', sent }));
  const from = rows.findIndex(([first]) => first === '分解目标完成情况');
  // 2021Q2 of 2020 to 2022 is half way
  expect(rows.slice(from + 2)).toEqual([
    ['1', '质量提升计划', '指标x', '个', '分解目标', '50', '20', '30'],
    ['序时目标', '10', '15'],
    ['完成率', '1.2', '0.3'],
    ['状态', '★ 已达标', '▲ 滞后'],
  ]);
});

test('the whole as reported beside the regions together, and what is said of their difference', () => {
  const fill = (value: number) => ({ x: value });
  const told = { x: { value: 113, explanation: '统一核算。' } };
  const rows = rowsOf(wholeAndRegions(SUM, told, [fill(30), fill(30), fill(50)]));
  const from = rows.findIndex(([first]) => first === '全市填报数与各区(县、市)合计');
  expect(rows[from + 2]).toEqual([
    ...['1', '质量提升计划', '指标x', '个', '113', '110', '3'],
    expect.stringMatching(/^统一核算。\n市经信局报送的全市数为 113.*110，相差 3/) as string,
  ]);
});

test('neither block where there is nothing for it', () => {
  const sent = [{ organisation: REGIONS[0], region: REGIONS[0], fill: { x: 5 } }];
  const rows = rowsOf(consolidated({ plans: [plan([SUM])], division: 'region', sent }));
  expect(rows.flat().filter((text) => /^(?:分解目标|全市|合计)/.test(text))).toEqual(['合计']);
});
