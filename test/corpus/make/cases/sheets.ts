import { named, type Case } from '../../case';
import { buildTemplate } from '../../../../src/core/template/build-template';
import { periodOf, recipientFor } from '../../../factories/template';
import {
  addSheet,
  addSheetOf,
  all,
  CARRIER_SHEET,
  deleteColumn,
  DEFINITIONS_SHEET,
  FORM_SHEET,
  GUIDE_SHEET,
  hideSheet,
  ownSheet,
  removeSheets,
  renameSheet,
  reorderSheets,
  showSheet,
  type,
  visibleValuesAlone,
} from '../description-changes';
import { BLANK, CONTEXT, filled, READINGS, type RowId } from '../filled';

function sheet(id: string, zh: string, en: string, rest: Omit<Case, 'id' | 'name' | 'group'>): Case {
  return { id, name: named(zh, en), group: 'sheets', ...rest };
}

const OWN = ownSheet('测算', [
  ['本期完成值', '指标'],
  [999, '新增小升规企业'],
]);
/** The same organisation's form of the period before, filled in. */
const BEFORE = buildTemplate(
  { ...CONTEXT, period: periodOf('2021Q1'), round: 'round-0' },
  recipientFor(CONTEXT, { organisation: '市经信局' }),
).description;
const OTHERS = buildTemplate(CONTEXT, recipientFor(CONTEXT, { organisation: '市科技局' })).description;
const TYPED_ROWS = Object.keys(READINGS).filter((row) => row !== 'rd-share' && row !== 'rd-growth');

export const SHEET_CASES: readonly Case[] = [
  sheet('renamed', '填报表改名', 'the form’s sheet renamed', { change: renameSheet(FORM_SHEET, '上报数据（定稿）'), touches: ['sheet'] }),
  sheet('reordered', '工作表调换次序', 'sheets in another order', { change: reorderSheets }),
  sheet('others-deleted', '删除说明和口径', 'guide and definitions deleted', { change: removeSheets(GUIDE_SHEET, DEFINITIONS_SHEET) }),
  sheet('form-hidden', '填报表被隐藏', 'the form’s sheet hidden', { change: hideSheet(FORM_SHEET) }),
  sheet('carrier-shown', '显示隐藏标识表', 'the hidden sheet shown', { change: showSheet(CARRIER_SHEET) }),
  sheet('carrier-renamed', '隐藏标识表改名', 'the hidden sheet renamed', { change: all(showSheet(CARRIER_SHEET), renameSheet(CARRIER_SHEET, 'Sheet4')) }),
  sheet('form-deleted', '删除填报表', 'the form’s sheet deleted', {
    change: removeSheets(FORM_SHEET),
    entries: Object.fromEntries(Object.keys(READINGS).map((row) => [row as RowId, 'blank' as const])),
    findings: ['error missing-sheet'],
  }),
  sheet('own-sheet', '增加测算表', 'a working sheet added', { change: addSheet(OWN, 'first'), findings: ['note extra-sheet'], touches: ['extra-sheet'] }),
  sheet('empty-sheet', '增加空表', 'an empty sheet added', { change: addSheet(ownSheet('Sheet1', [])) }),
  sheet('guide-copied', '复制填报说明', 'the guide copied', { change: (workbook) => addSheetOf(workbook, GUIDE_SHEET, '说明 (2)')(workbook) }),
  sheet('blank-copy', '旁有空白填报表', 'a blank copy of the form beside it', { change: addSheetOf(BLANK.description, FORM_SHEET, '填报表 (2)') }),
  sheet('equal-copy', '旁有相同填报表', 'an equal copy of the form beside it', { change: (workbook) => addSheetOf(workbook, FORM_SHEET, '填报表 (2)')(workbook) }),
  sheet('differing-copy', '旁有数据不同的填报表', 'a copy of the form with another figure', {
    change: addSheetOf(filled({ firms: { actual: 90 } }), FORM_SHEET, '填报表 (2)'),
    entries: { firms: 'unsure' },
    findings: ['error duplicate-form firms'],
    touches: ['firms', 'revenue', 'investment', 'form-copy', 'keys'],
  }),
  sheet('keyless-beside-copy', '无标识的表旁有数据不同的表', 'a form without its keys beside a copy with another figure', {
    change: all(
      deleteColumn(1),
      addSheetOf(filled({ firms: { actual: 90 } }), FORM_SHEET, '填报表 (2)'),
    ),
    entries: { firms: 'unsure' },
    findings: ['error duplicate-form firms'],
  }),
  sheet('values-beside-form', '旁有数据不同的数值副本', 'a copy as values with another figure', {
    change: (workbook) => {
      const copy = visibleValuesAlone(filled({ firms: { actual: 90 } }));
      return addSheetOf(copy, 'Sheet1', '副本', 'first')(workbook);
    },
    entries: { firms: 'unsure' },
    findings: ['error duplicate-form firms'],
  }),
  sheet('equal-values-beside-form', '旁有相同的数值副本', 'an equal copy as values', {
    change: (workbook) => addSheetOf(visibleValuesAlone(workbook), 'Sheet1', '副本')(workbook),
  }),
  sheet('copy-filled-instead', '数据填在复制的表里', 'the figures in a copy, the form blank', {
    from: () => BLANK.description,
    change: addSheetOf(filled(), FORM_SHEET, '填报表 (2)'),
    entries: {
      ...Object.fromEntries(TYPED_ROWS.map((row) => [row as RowId, 'unsure' as const])),
      'rd-share': 'blank',
      'rd-growth': 'blank',
    },
    findings: [...TYPED_ROWS.map((row) => `error duplicate-form ${row}`), 'error head-missing'],
  }),
  ...(['first', 'last'] as const).flatMap((place): Case[] => [
    sheet(`last-periods-form-${place}`, `上期填报表放在${place === 'first' ? '前' : '后'}面`, `last period’s form put ${place}`, {
      change: addSheetOf(type({ H8: 29, H9: 60 })(BEFORE), FORM_SHEET, '一季度', place),
      findings: ['note extra-sheet'],
    }),
    sheet(`others-form-${place}`, `别的单位的表放在${place === 'first' ? '前' : '后'}面`, `another organisation’s form put ${place}`, {
      change: addSheetOf(type({ H8: 12 })(OTHERS), FORM_SHEET, '市科技局', place),
      findings: ['note extra-sheet'],
    }),
  ]),
];
