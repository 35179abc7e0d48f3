import { named, type Case } from '../../case';
import {
  all,
  copyColumn,
  deleteColumn,
  hideColumn,
  insertColumns,
  moveColumn,
  type,
} from '../description-changes';
import { READINGS, type RowId } from '../filled';

function column(id: string, zh: string, en: string, rest: Omit<Case, 'id' | 'name' | 'group'>): Case {
  return { id, name: named(zh, en), group: 'columns', ...rest };
}

/** CA, right of everything that the form has. */
const BEHIND = 79;

const ALL_BLANK = Object.fromEntries(
  Object.keys(READINGS).map((row) => [row as RowId, 'blank' as const]),
);

export const COLUMN_CASES: readonly Case[] = [
  column('columns-in-front', '最前插入两列', 'two columns inserted in front', { change: insertColumns(1, 2) }),
  column('column-between', '完成值前插入空列', 'a blank column inserted before the figures', { change: insertColumns(8) }),
  column('own-column', '插入自己的列', 'a column of one’s own inserted', {
    change: all(insertColumns(8), type({ H7: '一季度', H8: 30, H9: 60 })),
    findings: ['note extra-column'],
    touches: ['place', 'extra-column'],
  }),
  column('figures-moved', '完成值列移到最后', 'the figures’ column moved to the end', { change: moveColumn(8, 14), touches: ['place'] }),
  column('figures-hidden', '完成值列被隐藏', 'the figures’ column hidden', { change: hideColumn(8) }),
  column('names-deleted', '删除指标列', 'the column of names deleted', { change: deleteColumn(3) }),
  column('evidence-deleted', '删除佐证材料列', 'the column of evidence deleted', { change: deleteColumn(14) }),
  column('figures-deleted', '删除完成值列', 'the figures’ column deleted', {
    change: deleteColumn(8),
    entries: ALL_BLANK,
    findings: ['error missing-column'],
  }),
  column('states-deleted', '删除填报状态列', 'the column of states deleted', {
    change: deleteColumn(9),
    findings: ['error missing-column'],
  }),
  column('explanations-deleted', '删除情况说明列', 'the column of explanations deleted', {
    change: deleteColumn(13),
    findings: ['error missing-column'],
  }),
  column('figures-copied', '完成值列复制一份', 'the figures’ column copied', { change: copyColumn(8, BEHIND) }),
  column('figures-copied-and-changed', '复制的完成值列改了数', 'a figure changed in a copy of the column', {
    change: all(copyColumn(8, BEHIND), type({ CA9: 90 })),
    entries: { firms: 'unsure' },
    findings: ['error duplicate-column firms'],
    touches: ['firms', 'twin'],
  }),
];
