import { named, type Case } from '../../case';
import { removeValidations, toValues, type, unprotect } from '../description-changes';

function locked(id: string, zh: string, en: string, rest: Omit<Case, 'id' | 'name' | 'group'>): Case {
  return { id, name: named(zh, en), group: 'locked', ...rest };
}

export const LOCKED_CASES: readonly Case[] = [
  locked('unprotected', '取消工作表保护', 'the protection taken off', { change: unprotect }),
  locked('validation-gone', '数据有效性被粘贴覆盖', 'validation pasted over', { change: removeValidations }),
  locked('target-lowered', '目标值改低', 'a target lowered', {
    change: type({ E8: 15 }),
    findings: ['error altered-locked-cell productivity'],
    touches: ['productivity', 'cells'],
  }),
  locked('target-as-text', '目标值改成文本', 'a target typed as text', {
    change: type({ E8: '30' }),
    findings: ['error altered-locked-cell productivity'],
  }),
  locked('unit-changed', '计量单位被改', 'a unit changed', {
    change: type({ D15: '万元' }),
    findings: ['error altered-locked-cell investment'],
  }),
  locked('name-changed', '指标名称被改', 'a name changed', {
    change: type({ C9: '小升规企业' }),
    findings: ['error altered-locked-cell firms'],
  }),
  locked('previous-changed', '上期完成值被改', 'last period’s figure changed', {
    change: type({ G9: 40 }),
    findings: ['error altered-locked-cell firms'],
  }),
  locked('period-changed', '表头报告期被改', 'the period of the head changed', {
    change: type({ B4: '报 告 期：2021年第三季度' }),
    findings: ['error altered-head'],
  }),
  locked('formula-overwritten', '完成率公式被数值覆盖', 'a completion typed over its formula', {
    change: type({ J8: 1 }),
    findings: ['note altered-formula productivity'],
  }),
  locked('check-emptied', '审核结果被清除', 'a check result deleted', {
    change: type({ L8: null }),
    findings: ['note altered-formula productivity'],
  }),
  locked('computed-overwritten', '自动计算的比重被填写', 'a computed share typed over', {
    change: type({ H12: 9.9 }),
    findings: ['note altered-formula rd-share'],
    touches: ['cells', 'formulas'],
  }),
  locked('progress-overwritten', '填报进度被改写', 'the head’s progress typed over', {
    change: type({ B6: '已填完' }),
    findings: ['note altered-formula'],
  }),
  locked('all-values', '整表粘贴为数值', 'the whole form pasted as values', {
    change: toValues,
    findings: ['note formulas-lost'],
    touches: ['formulas'],
  }),
  locked('behind-typed', '隐藏计算列被改写', 'the hidden columns typed over', { change: type({ O9: 1, P9: 'x', Q9: 0 }) }),
];
