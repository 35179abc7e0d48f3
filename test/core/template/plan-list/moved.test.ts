import type { Plan } from '../../../../src/core/plan/schema';
import type { WorkbookGrid } from '../../../../src/core/sheet/grid';
import { readPlanList } from '../../../../src/core/template/plan-list/read-plan-list';
import { canonical, digest, listOf, PLAN, Returned, SOURCE } from './lists';

const read = (grid: WorkbookGrid) => readPlanList(grid, SOURCE, digest);
const returned = () => new Returned(listOf(PLAN));
const SHEETS = ['规划信息', '指标清单', '补充摘录', '报送项', '审核规则'];

function expectPlan(grid: WorkbookGrid, plan: Plan = PLAN): void {
  const back = read(grid);
  expect(back.findings).toEqual([]);
  expect(back.ok && canonical(back.plan)).toBe(canonical(plan));
}

describe('whatever people move', () => {
  test('columns', () => {
    const list = returned();
    for (const sheet of SHEETS.slice(1)) list.move(sheet, (row, column) => [row, 60 - column]);
    expectPlan(list.grid());
  });

  test('columns of their own between them', () => {
    const list = returned();
    for (const sheet of SHEETS) list.move(sheet, (row, column) => [row, column * 2]);
    for (const sheet of SHEETS.slice(1)) {
      list.set(sheet, 'A2', '我的备忘');
      list.set(sheet, 'A90', '看过了');
    }
    expectPlan(list.grid());
  });

  test('rows above the headers, and gaps between rows', () => {
    const list = returned();
    for (const sheet of SHEETS)
      list.move(sheet, (row, column) => [row < 3 ? row + 5 : row * 3 + 5, column]);
    list.set('指标清单', 'A1', '征求意见稿');
    expectPlan(list.grid());
  });

  test('the order of rows, which is the order of the plan', () => {
    const list = returned();
    list.move('指标清单', (row, column) => [row < 3 ? row : 20 - row, column]);
    expectPlan(list.grid(), { ...PLAN, indicators: [...PLAN.indicators].reverse() });
  });

  test('sheets, and their names', () => {
    const list = returned();
    const grid = list.grid();
    const sheets = [...grid.sheets]
      .reverse()
      .map((sheet) => ({ ...sheet, name: `${sheet.name}2` }));
    expectPlan({ ...grid, sheets });
  });
});

describe('what is missing', () => {
  test('a workbook of something else', () => {
    const list = returned();
    const [guide] = list.grid().sheets;
    const { ok, findings } = read({ ...list.grid(), sheets: [guide!] });
    expect(ok).toBe(false);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ sheet: '填写说明', cell: 'A1' });
    expect(findings[0]!.message.zh).toMatch(/不是指标清单/);
  });

  test('an empty workbook', () => {
    expect(read({ ...returned().grid(), sheets: [] }).findings).toHaveLength(1);
  });

  test.each(SHEETS)('the sheet %s', (name) => {
    const grid = returned().grid();
    const { findings } = read({ ...grid, sheets: grid.sheets.filter((one) => one.name !== name) });
    expect(findings.map((finding) => finding.sheet)).toEqual([name]);
    expect(findings[0]!.message.zh).toContain('缺少工作表');
  });

  test.each(['指标名称', '备注', '原文摘录', '配合单位'])('the column %s', (header) => {
    const list = returned();
    list.set('指标清单', list.at('指标清单', header, 0), null);
    const { findings } = read(list.grid());
    expect(findings).toMatchObject([{ sheet: '指标清单', cell: 'A2' }]);
    expect(findings[0]!.message.zh).toContain(`“${header}”`);
  });

  test('which of two columns', () => {
    const list = returned();
    list.set('指标清单', 'AZ2', '备注');
    const { findings } = read(list.grid());
    expect(findings).toMatchObject([{ sheet: '指标清单', cell: 'AZ2' }]);
  });

  test('a line of 规划信息', () => {
    const list = returned();
    list.set('规划信息', list.field('汇总单位').replace('B', 'A'), '汇总的单位');
    const { findings } = read(list.grid());
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message.zh).toContain('“汇总单位”');
  });

  test('what merged cells hide', () => {
    const list = returned();
    list.merges.set('指标清单', ['A1:D1', 'T3:T5']);
    expect(read(list.grid()).findings).toMatchObject([{ sheet: '指标清单', cell: 'T3' }]);
  });

  test('any indicator in an empty list', () => {
    const list = new Returned(listOf(null));
    const { findings } = read(list.grid());
    expect(findings.map(({ sheet, cell }) => `${sheet}!${cell}`)).toContain('指标清单!A3');
    // the fields that must be filled in; those of the source can be computed
    expect(findings.filter(({ sheet }) => sheet === '规划信息')).toHaveLength(6);
  });
});
