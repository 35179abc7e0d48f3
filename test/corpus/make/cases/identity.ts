import { named, type Case } from '../../case';
import {
  all,
  CARRIER_SHEET,
  clearKeys,
  deleteColumn,
  deleteRow,
  insertRows,
  onSheet,
  DEFINITIONS_SHEET,
  GUIDE_SHEET,
  removeSheets,
  renameSheet,
  reverseRows,
  toValues,
  type,
  visibleValuesAlone,
  FORM_SHEET,
  addSheetOf,
  type WorkbookChange,
} from '../description-changes';
import { BLANK, EXPECTED, filled, READINGS, type RowId } from '../filled';

function lost(id: string, zh: string, en: string, rest: Omit<Case, 'id' | 'name' | 'group'>): Case {
  return { id, name: named(zh, en), group: 'identity', ...rest };
}

/** As `check` without --round sees it. */
const WITHOUT_ROUND = { plans: EXPECTED.plans, isSigned: false, round: null };
/** 移动或复制工作表: only the form's sheet, in somebody's own workbook. */
const copiedOut = removeSheets(GUIDE_SHEET, DEFINITIONS_SHEET, CARRIER_SHEET);
const BY_NAMES = 'note recovered-by-names';
const BY_HEADINGS = 'note recovered-by-headings';
const IDENTITY = 'note recovered-identity';
const ALL_BLANK = Object.fromEntries(
  Object.keys(READINGS).map((row) => [row as RowId, 'blank' as const]),
);
/** Throws where that changes nothing, so that no case tests nothing. */
const inCarrier = (change: (text: string) => string): WorkbookChange => {
  return onSheet(CARRIER_SHEET, (sheet) => {
    const cells = sheet.cells.map((cell) =>
      cell.row > 2 ? { ...cell, value: change(String(cell.value)) } : cell,
    );
    if (cells.every(({ value }, index) => value === sheet.cells[index]!.value))
      throw new Error('nothing to change in the hidden sheet');
    return { ...sheet, cells };
  });
};

/** 删除单元格—下方单元格上移, in the key column alone. */
const shiftedKeys: WorkbookChange = onSheet(FORM_SHEET, (sheet) => ({
  ...sheet,
  cells: sheet.cells.flatMap((cell) => {
    if (cell.column !== 1 || cell.row < 9) return [cell];
    return cell.row === 9 ? [] : [{ ...cell, row: cell.row - 1 }];
  }),
}));

/** 删除单元格—右侧单元格左移, in the key row alone. */
const shiftedIds: WorkbookChange = onSheet(FORM_SHEET, (sheet) => ({
  ...sheet,
  cells: sheet.cells.flatMap((cell) => {
    if (cell.row !== 1 || cell.column < 3) return [cell];
    return cell.column === 3 ? [] : [{ ...cell, column: cell.column - 1 }];
  }),
}));

const unsure = (...rows: readonly RowId[]) =>
  Object.fromEntries(rows.map((row) => [row, 'unsure' as const]));

export const IDENTITY_CASES: readonly Case[] = [
  lost('key-column-deleted', '删除隐藏的行标识列', 'the hidden key column deleted', { change: deleteColumn(1), findings: [BY_NAMES], touches: ['place', 'keys'] }),
  lost('key-row-deleted', '删除隐藏的列标识行', 'the hidden key row deleted', { change: deleteRow(1), findings: [BY_HEADINGS], touches: ['place', 'keys'] }),
  lost('both-deleted', '行列标识都删除', 'key column and key row deleted', {
    change: all(deleteRow(1), deleteColumn(1)),
    findings: [BY_NAMES, BY_HEADINGS],
    touches: ['place', 'keys'],
  }),
  lost('both-deleted-and-sorted', '行列标识删除后排序', 'both deleted, then sorted', {
    change: all(deleteRow(1), deleteColumn(1), reverseRows(7, 16)),
    findings: [BY_NAMES, BY_HEADINGS],
  }),
  lost('some-keys-cleared', '部分行标识被清除', 'the keys of some rows cleared', { change: clearKeys(9, 15), findings: [BY_NAMES], touches: ['keys'] }),
  lost('all-keys-cleared', '行标识全部清除', 'the keys of all rows cleared', {
    change: clearKeys(...Array.from({ length: 20 }, (_key, index) => index + 1)),
    findings: [BY_NAMES],
  }),
  lost('keys-overwritten', '行标识被覆盖', 'keys typed over', { change: type({ A9: '1', A10: '2', A11: 3 }), findings: [BY_NAMES] }),
  lost('ids-overwritten', '列标识被覆盖', 'column ids typed over', { change: type({ H1: '数', I1: '态' }), findings: [BY_HEADINGS] }),
  lost('keys-shifted', '行标识列删去一格后上移', 'a key deleted, those below moved up', {
    change: shiftedKeys,
    entries: {
      firms: 'blank',
      ...unsure('item.rd', 'item.revenue', 'rd-share', 'item.rd.2019', 'rd-growth'),
      ...unsure('investment', 'renewal', 'park'),
    },
    findings: [
      'error missing-row firms',
      'error altered-locked-cell',
      'error head-missing',
      'note extra-row',
    ],
  }),
  lost('ids-shifted', '列标识行删去一格后左移', 'a column’s id deleted, those behind it moved left', {
    change: shiftedIds,
    entries: unsure('productivity', 'firms', 'item.rd', 'item.revenue', 'rd-share', 'item.rd.2019', 'rd-growth', 'investment', 'renewal', 'park'),
    findings: ['error altered-head', 'error altered-locked-cell', 'note extra-column'],
  }),
  lost('mark-cleared', '只清除左上角标识', 'the mark in the corner cleared', { change: type({ A1: null }) }),
  lost('name-changed-key-gone', '行标识丢失且指标名被改', 'a key gone and the name changed', {
    change: all(clearKeys(9), type({ C9: '小升规企业' })),
    entries: { firms: 'blank' },
    findings: ['error missing-row firms', 'note extra-row'],
  }),
  lost('row-twice-without-keys', '无标识且同名两行', 'without keys, a row twice', {
    change: all(deleteColumn(1), insertRows(18), type({ A18: 2, B18: '新增小升规企业', C18: '家' }), type({ G18: 71 })),
    entries: { firms: 'unsure' },
    findings: [BY_NAMES, 'error duplicate-row firms'],
  }),
  lost('keys-and-headings-gone', '行列标识和列标题都删除', 'keys and headings deleted', {
    change: all(deleteRow(7), deleteRow(1), deleteColumn(1)),
    entries: ALL_BLANK,
    findings: ['error missing-sheet'],
  }),
  lost('heading-twice', '无列标识且列标题重复', 'without ids, a heading twice', {
    change: all(type({ CA7: '本期完成值', CA9: 90 }), deleteRow(1)),
    entries: { firms: 'unsure' },
    findings: [BY_HEADINGS, 'error duplicate-column firms'],
  }),
  lost('sheet-copied-out', '填报表复制到别的工作簿', 'the form’s sheet copied into another workbook', {
    change: copiedOut,
    findings: [IDENTITY],
    touches: ['carrier', 'sheets'],
  }),
  lost('sheet-copied-out-as-values', '以数值复制到别的工作簿', 'copied into another workbook as values', {
    change: all(toValues, copiedOut),
    findings: [IDENTITY, 'note formulas-lost'],
    touches: ['carrier', 'sheets', 'formulas'],
  }),
  lost('copied-out-without-keys', '复制到别的工作簿且无行标识', 'copied out without the key column', {
    change: all(copiedOut, deleteColumn(1)),
    findings: [IDENTITY, BY_NAMES],
    touches: ['carrier', 'sheets', 'place', 'keys'],
  }),
  lost('seen-copied-out', '只把可见内容以数值复制到新表', 'what is seen copied as values into a new sheet', {
    change: visibleValuesAlone,
    findings: [IDENTITY, BY_NAMES, BY_HEADINGS, 'note formulas-lost'],
    touches: ['carrier', 'sheets', 'place', 'keys', 'formulas', 'sheet', 'looks', 'hidden', 'extra-sheet', 'form-copy'],
  }),
  lost('seen-copied-out-elsewhere', '同上，放在新表中间', 'the same, in the middle of the new sheet', {
    change: all(visibleValuesAlone, renameSheet('Sheet1', FORM_SHEET), insertRows(1, 4), type({ A1: '各处室：' })),
    findings: [IDENTITY, BY_NAMES, BY_HEADINGS, 'note formulas-lost'],
  }),
  lost('old-row', '含清单外的旧指标行', 'a row of an older list', {
    change: all(insertRows(18), type({ A18: 'city/exports', C18: '出口交货值', D18: '亿元', H18: 55 })),
    findings: ['note unlisted-indicator'],
  }),
  lost('old-row-copied-out', '标识表丢失且含旧指标行', 'copied out with a row of an older list', {
    change: all(insertRows(18), type({ A18: 'city/exports', C18: '出口交货值', H18: 55 }), copiedOut),
    findings: [IDENTITY, 'note unlisted-indicator'],
  }),
  lost('carrier-damaged', '隐藏标识表被改写', 'the hidden sheet typed over', {
    change: inCarrier((text) => text.slice(0, -2)),
    findings: [IDENTITY],
    touches: ['carrier'],
  }),
  lost('carrier-altered', '隐藏标识中的目标被改', 'a target changed in the hidden sheet', {
    change: inCarrier((text) => text.replace('`value`:120', '`value`:12')),
    findings: ['error altered-identity'],
  }),
  lost('copied-out-of-nobody', '标识丢失且填报单位不在本次任务', 'copied out, of somebody whom nobody asked', {
    change: all(copiedOut, type({ B3: '填报单位：市林业局' })),
    refused: 'unidentified',
  }),
  lost('copied-out-of-another-period', '标识丢失且报告期不符', 'copied out, of another period', {
    change: all(copiedOut, type({ B4: '报 告 期：2021年第一季度' })),
    refused: 'unidentified',
  }),
  lost('copied-out-without-head', '标识和表头都丢失', 'copied out without its head', {
    change: all(copiedOut, deleteRow(4), deleteRow(3)),
    refused: 'unidentified',
  }),
  lost('two-copied-out', '两个单位的表合在一个工作簿', 'the forms of two organisations in one workbook', {
    change: all(copiedOut, (workbook) => addSheetOf(BLANK.description, FORM_SHEET, '市科技局')(workbook), (workbook) => ({
      ...workbook,
      sheets: workbook.sheets.map((sheet) =>
        sheet.name === '市科技局'
          ? {
              ...sheet,
              cells: sheet.cells.map((cell) =>
                cell.row === 3 && cell.column === 2 ? { ...cell, value: '填报单位：市科技局' } : cell,
              ),
            }
          : sheet,
      ),
    })),
    findings: [IDENTITY, 'note extra-sheet'],
  }),
  lost('copied-out-no-round', '标识丢失且未指定任务', 'copied out, and no round named', {
    change: copiedOut,
    expected: WITHOUT_ROUND,
    refused: 'unidentified',
  }),
  lost('seen-copied-out-no-round', '只有可见内容且未指定任务', 'only what is seen, and no round named', {
    change: visibleValuesAlone,
    expected: WITHOUT_ROUND,
    refused: 'foreign',
  }),
  lost('somebody-elses', '别人的工作簿', 'somebody else’s workbook', {
    from: () => filled(),
    change: removeSheets(FORM_SHEET, DEFINITIONS_SHEET, CARRIER_SHEET),
    refused: 'foreign',
  }),
];
