import type { CellValue } from '../../../src/core/sheet/description';
import type { GridCell } from '../../../src/core/sheet/grid';
import { CITY_BLANK, filledCity } from '../../factories/city';
import type { Filling } from '../../factories/filling';
import { errorCell, typed, uncomputed } from '../../factories/grid';
import { CITY } from '../../factories/plan';
import { editsOf } from '../../factories/filling';
import { gridOf } from '../../factories/grid';
import { submissionOf } from '../../factories/submission';
import { contextOf, templateFor } from '../../factories/template';

type Cells = Filling<CellValue | GridCell>;

function entryOf(key: string, change: Readonly<Record<string, Cells>>) {
  const found = submissionOf(filledCity(change)).entries.find(({ entry }) => entry.key === key)!;
  return [found.state, found.value, found.milestone];
}

describe('a row that a figure is typed into', () => {
  test.each<[name: string, cells: Cells, state: string, value: number | null]>([
    ['a number', { actual: 5 }, 'value', 5],
    ['zero is a number', { actual: 0 }, 'value', 0],
    ['zero declared normal', { actual: 0, state: '正常' }, 'value', 0],
    ['a number typed as text', { actual: ' 1,234 ' }, 'value', 1234],
    ['nothing', { actual: null, state: null }, 'blank', null],
    ['nothing, declared normal', { actual: null, state: '正常' }, 'blank', null],
    ['spaces', { actual: '　 ', state: null }, 'blank', null],
    ['spaces for a state', { actual: 5, state: '　\u00a0' }, 'value', 5],
    ['a nil report', { actual: null, state: '零报告' }, 'nil', 0],
    ['a nil report with its zero', { actual: 0, state: '零报告' }, 'nil', 0],
    ['a nil report with a zero as text', { actual: '０', state: '零报告' }, 'nil', 0],
    ['a nil report with spaces around it', { actual: null, state: ' 零报告　' }, 'nil', 0],
    ['not applicable', { actual: null, state: '不适用' }, 'not-applicable', null],
    ['not yet due', { actual: null, state: '未到报送期' }, 'not-due', null],
    ['a nil report with a figure', { actual: 3, state: '零报告' }, 'conflict', null],
    ['a nil report with a word', { actual: '无', state: '零报告' }, 'conflict', null],
    ['not applicable with a figure', { actual: 3, state: '不适用' }, 'conflict', null],
    ['not applicable with zero', { actual: 0, state: '不适用' }, 'conflict', null],
    ['not yet due with a figure', { actual: 3, state: '未到报送期' }, 'conflict', null],
    ['a state that is none of the list', { actual: 3, state: '已填' }, 'conflict', null],
    ['a word', { actual: '无', state: null }, 'invalid', null],
    ['a dash', { actual: '—', state: null }, 'invalid', null],
    ['a rough figure', { actual: '约50', state: '正常' }, 'invalid', null],
    ['a logical value', { actual: true }, 'invalid', null],
    ['an error value', { actual: errorCell('#DIV/0!') }, 'invalid', null],
    [
      'an error value in a nil report',
      { actual: errorCell('#N/A'), state: '零报告' },
      'invalid',
      null,
    ],
    ['a date', { actual: { ...typed(44377), numberFormat: 'yyyy-mm-dd' } }, 'invalid', null],
    ['a formula without its value', { actual: uncomputed('1+1') }, 'invalid', null],
    [
      'a formula with its value',
      { actual: { ...typed(7), formula: '3+4', hasCachedValue: true } },
      'value',
      7,
    ],
  ])('%s', (_, cells, state, value) => {
    expect(entryOf('city/firms', { 'city/firms': cells })).toEqual([state, value, null]);
  });
});

describe('a milestone', () => {
  test.each<[cells: Cells, state: string, value: number | null, milestone: string | null]>([
    [{ actual: '未启动' }, 'value', 1, 'not-started'],
    [{ actual: '推进中' }, 'value', 2, 'under-way'],
    [{ actual: '达序时' }, 'value', 3, 'on-schedule'],
    [{ actual: '已完成　' }, 'value', 4, 'completed'],
    [{ actual: null }, 'blank', null, null],
    [{ actual: null, state: '未到报送期' }, 'not-due', null, null],
    [{ actual: null, state: '零报告' }, 'conflict', null, null],
    [{ actual: '已完成', state: '不适用' }, 'conflict', null, null],
    [{ actual: '基本完成' }, 'invalid', null, null],
    [{ actual: 4 }, 'invalid', null, null],
    [{ actual: '*' }, 'invalid', null, null],
    [{ actual: errorCell('#REF!') }, 'invalid', null, null],
    [{ actual: uncomputed('A1') }, 'invalid', null, null],
  ])('%j is %s', (cells, state, value, milestone) => {
    expect(entryOf('city/park', { 'city/park': cells })).toEqual([state, value, milestone]);
  });

  test('in English whatever the case of its letters', () => {
    const built = templateFor(contextOf([CITY], '2021Q2', { language: 'en' }));
    const edits = editsOf<CellValue>(built, {
      'city/park': { actual: 'under WAY' },
      'city/firms': { state: 'NIL report' },
    });
    const { entries } = submissionOf(gridOf(built.description, edits));
    const states = new Map(
      entries.map(({ entry, state, milestone }) => [entry.key, [state, milestone]]),
    );
    expect(states.get('city/park')).toEqual(['value', 'under-way']);
    expect(states.get('city/firms')).toEqual(['nil', null]);
  });
});

describe('a row that computes itself', () => {
  const blank = { actual: null, state: null };
  test.each<[name: string, change: Record<string, Cells>, share: unknown[], growth: unknown[]]>([
    ['from its parts, rounded', {}, ['value', 2.6], ['value', 8.71]],
    [
      'whatever was typed over it',
      { 'city/rd-share': { actual: 99 }, 'city/rd-growth': { actual: '无' } },
      ['value', 2.6],
      ['value', 8.71],
    ],
    ['not while a part is missing', { 'city/item.rd': blank }, ['blank', null], ['blank', null]],
    [
      'not from a part that is no number',
      { 'city/item.revenue': { actual: '约1000' } },
      ['blank', null],
      ['value', 8.71],
    ],
    [
      'from a nil report, which is 0',
      { 'city/item.rd': { ...blank, state: '零报告' } },
      ['value', 0],
      ['blank', null],
    ],
    ['not over zero', { 'city/item.revenue': { actual: 0 } }, ['blank', null], ['value', 8.71]],
    [
      'not from a base that is not positive',
      { 'city/item.rd.2019': { actual: -22 } },
      ['value', 2.6],
      ['blank', null],
    ],
    [
      'from numbers typed as text',
      { 'city/item.rd': { actual: '２６' } },
      ['value', 2.6],
      ['value', 8.71],
    ],
  ])('%s', (_, change, share, growth) => {
    expect(entryOf('city/rd-share', change)).toEqual([...share, null]);
    expect(entryOf('city/rd-growth', change)).toEqual([...growth, null]);
  });
});

test('texts are read without the spaces around them, cells are named, raw is as stored', () => {
  const { entries, fields } = submissionOf(
    filledCity({
      'city/firms': {
        actual: ' 70 ',
        explanation: '　项目延期\n',
        evidence: ' 甬经信〔2021〕5号 ',
      },
    }),
  );
  expect(entries.find(({ entry }) => entry.key === 'city/firms')).toMatchObject({
    raw: ' 70 ',
    explanation: '项目延期',
    evidence: '甬经信〔2021〕5号',
    sheet: '填报表',
    row: 9,
    cells: { actual: 'H9', state: 'I9', explanation: 'M9', evidence: 'N9' },
  });
  expect(fields.map(({ id, value, cell }) => [id, value, cell])).toEqual([
    ['head-of-unit', '张三', 'D17'],
    ['reviewer', '张三', 'H17'],
    ['filler', '张三', 'M17'],
    ['phone', '张三', 'D18'],
    ['reported-on', '张三', 'H18'],
  ]);
  expect(fields).toHaveLength(CITY_BLANK.model.fields.length);
});
