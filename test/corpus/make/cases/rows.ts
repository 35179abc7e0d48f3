import { named, type Case } from '../../case';
import {
  all,
  deleteRow,
  hideRows,
  insertRows,
  merge,
  pasteRow,
  reverseRows,
  type,
} from '../description-changes';
import { mergeOverContent } from '../package-changes';

/** As issued: rows 8 to 17 hold the figures, 18 and 19 the foot, 20 the footnote. */
const [FIRST, LAST] = [8, 17];
/** Of the columns, A has the keys, B to N are seen, the rest compute. */
const isSeen = (column: number) => column >= 2 && column <= 14;
const FIGURES = [8, 9, 10, 11, 13, 15, 16, 17];

function row(id: string, zh: string, en: string, rest: Omit<Case, 'id' | 'name' | 'group'>): Case {
  return { id, name: named(zh, en), group: 'rows', ...rest };
}

const UNSURE_AFTER_SORT = {
  productivity: 'unsure',
  firms: 'unsure',
  'item.rd': 'unsure',
  'item.revenue': 'unsure',
  'item.rd.2019': 'unsure',
  investment: 'unsure',
  renewal: 'unsure',
  park: 'unsure',
} as const;

export const ROW_CASES: readonly Case[] = [
  row('rows-on-top', '表头前插入三行', 'three rows inserted on top', { change: insertRows(1, 3), touches: ['place'] }),
  row('rows-between', '数据行之间插入空行', 'blank rows inserted between figures', { change: insertRows(10, 4) }),
  row('row-before-foot', '表尾前插入空行', 'a blank row inserted before the foot', { change: insertRows(18) }),
  row('sorted', '整行重新排序', 'rows sorted', { change: reverseRows(FIRST, LAST), touches: ['place'] }),
  row('sorted-in-part', '只对可见列排序', 'only the visible columns sorted', {
    change: reverseRows(FIRST, LAST, isSeen),
    entries: { ...UNSURE_AFTER_SORT, 'rd-share': 'unsure', 'rd-growth': 'unsure' },
    findings: [],
  }),
  row('hidden', '隐藏两行', 'two rows hidden', {
    change: hideRows(9, 11),
    findings: ['note hidden-row firms', 'note hidden-row item.revenue'],
    touches: ['hidden'],
  }),
  row('filtered', '筛选后未取消', 'a filter left on', {
    change: hideRows(...FIGURES.slice(1)),
    findings: ['firms', 'item.rd', 'item.revenue', 'item.rd.2019', 'investment', 'renewal', 'park'].map(
      (entry) => `note hidden-row ${entry}`,
    ),
  }),
  row('deleted', '删除一行', 'a row deleted', {
    change: deleteRow(8),
    entries: { productivity: 'blank' },
    findings: ['error missing-row productivity'],
    touches: ['place', 'productivity'],
  }),
  row('item-deleted', '删除比重的分母行', 'the row behind a ratio deleted', {
    change: deleteRow(11),
    entries: { 'item.revenue': 'blank', 'rd-share': 'blank' },
    findings: ['error missing-row item.revenue'],
  }),
  row('pasted-over', '一行粘贴到另一行上', 'a row pasted over another', {
    change: pasteRow(8, 9),
    entries: { firms: 'blank' },
    findings: ['error duplicate-row productivity', 'error missing-row firms'],
  }),
  row('pasted-below', '一行复制到表中', 'a row copied into the form', {
    change: all(insertRows(18), pasteRow(16, 18)),
    findings: ['error duplicate-row renewal'],
    touches: ['place', 'renewal'],
  }),
  row('own-row', '插入自己的小计行', 'a subtotal of one’s own inserted', {
    change: all(insertRows(10), type({ C10: '小计', H10: { value: 101, formula: 'SUM(H8:H9)' } })),
    findings: ['note extra-row'],
    touches: ['place', 'extra-row'],
  }),
  row('words-below', '表下写备注', 'words below the form', {
    change: type({ C25: '备注：数据为快报数' }),
    findings: ['note extra-row'],
  }),
  row('blank-rows-below', '表下有带公式的空行', 'rows below the form whose formulas give nothing', {
    change: type({ C25: { value: '', formula: 'IF(1=2,1,"")' }, C26: '　' }),
  }),
  row('merged-down', '三行的完成值合并', 'the figures of three rows merged', {
    change: merge('H15:H17'),
    entries: { renewal: 'blank', park: 'blank' },
    findings: ['note merged-cells', 'error missing-figure renewal', 'error missing-figure park'],
  }),
  row('merged-across', '完成值与状态合并', 'figure and state merged', {
    change: merge('H9:I9'),
    findings: ['note merged-cells'],
  }),
  row('merged-with-previous', '上期值与完成值合并', 'the figure merged into last period’s', {
    change: merge('G9:H9'),
    entries: { firms: 'blank' },
    findings: ['note merged-cells', 'error missing-figure firms'],
  }),
  row('merged-over-content', '合并后下面仍有旧值', 'a merge that covers old figures', {
    bytes: mergeOverContent('H15:H16'),
    entries: { renewal: 'blank' },
    findings: ['note merged-cells', 'error missing-figure renewal'],
  }),
  row('explanations-merged', '情况说明合并', 'explanations merged', {
    change: all(type({ M8: '按月调度' }), merge('M8:M10')),
    findings: ['note merged-cells'],
  }),
  row('foot-row-deleted', '删除表尾一行', 'a row of the foot deleted', {
    change: deleteRow(18),
    findings: ['error head-missing'],
  }),
  row('foot-empty', '表尾未填', 'the foot left empty', {
    change: type({ D18: null, H18: null, M18: null, D19: null, H19: null }),
    findings: ['error head-missing'],
    touches: ['foot'],
  }),
];
