import type { Text } from '../plan/text';

/** What a return slip says. */
export const slipMessages = {
  sheet: { zh: '退回单', en: 'Return slip' },
  again: { zh: '（第{count}次）', en: ' ({count})' },
  title: { zh: '报送表退回单', en: 'Return slip' },
  subtitle: { zh: '{plans}　{period}', en: '{plans}, {period}' },
  separator: { zh: '、', en: ', ' },
  sender: { zh: '填报单位', en: 'Sender' },
  period: { zh: '报告期', en: 'Period' },
  coordinator: { zh: '汇总单位', en: 'Returned by' },
  returnedOn: { zh: '退回日期', en: 'Returned on' },
  file: { zh: '退回的文件', en: 'File returned' },
  due: { zh: '原报送期限', en: 'First due' },
  newDue: { zh: '重新报送期限', en: 'Wanted back by' },
  asDue: { zh: '{due}（未另定）', en: '{due} (no other set)' },
  atOnce: { zh: '原期限已过，请尽快', en: 'the due date has passed: as soon as possible' },
  unknownSender: {
    zh: '（文件无法读取，不能确定填报单位）',
    en: '(the file cannot be read, so its sender is not known)',
  },
  summary: {
    zh: '经审核，这份报送表有 {errors} 处须修改、{explain} 处需说明，现予退回。须修改的，改正后才能采用；需说明的，核对无误并写明原因后采用。未列出的数据不用改动。',
    en: 'Review found {errors} to be corrected and {explain} to be explained, so the form is returned. A figure to be corrected counts once it is; one to be explained counts once its reason is given. Figures that are not listed stay as they are.',
  },
  summaryUnread: {
    zh: '收到的文件无法采用，现予退回，原因见下。文件中的数据没有计入汇总。',
    en: 'The file cannot be used and is returned for the reason below. None of its figures count.',
  },
  compared: { zh: '{comparison}。', en: '{comparison}.' },
  noCopy: {
    zh: '本退回单未附原表副本：{reason}。收到的原文件由汇总单位保存。',
    en: 'No marked copy comes with this slip: {reason}. The file as received is kept by the coordinator.',
  },
  listTitle: { zh: '一、需要处理的内容', en: '1. What to do' },
  sequence: { zh: '序号', en: 'No.' },
  severity: { zh: '级别', en: 'Severity' },
  place: { zh: '工作表/单元格', en: 'Sheet and cell' },
  name: { zh: '指标', en: 'Indicator' },
  raw: { zh: '填报值（原文）', en: 'As entered' },
  problem: { zh: '问题', en: 'What is wrong' },
  remedy: { zh: '请这样改', en: 'What to do' },
  against: { zh: '与上次退回比', en: 'Since last time' },
  still: { zh: '仍有误', en: 'still wrong' },
  fresh: { zh: '新出现', en: 'newly wrong' },
  blank: { zh: '（空）', en: '(blank)' },
  wholeFile: { zh: '整个文件', en: 'the whole file' },
  explainAt: {
    zh: '（情况说明填在 {cell}）',
    en: ' (The explanation goes into {cell}.)',
  },
  more: {
    zh: '因篇幅所限，此处另有 {count} 条未列出；改正以上各条后重新报送，仍有问题的会再次告知。',
    en: '{count} more are not listed here for want of space; correct these and send again, and what is left will be said.',
  },
  fixedTitle: { zh: '已改正（不用再处理）', en: 'Corrected since last time (nothing to do)' },
  fixedFindings: { zh: '上次退回的问题', en: 'What was wrong last time' },
  stepsTitle: { zh: '二、怎样重新报送', en: '2. How to send again' },
  noteMark: {
    zh: '{number}. {severity}：{problem}{remedy}',
    en: '{number}. {severity}: {problem} {remedy}',
  },
  unreadRemedy: {
    zh: '请按左栏的提示处理，或在下发的空表中重新填报，再发送 .xlsx 文件。',
    en: 'Do what the column to the left says, or fill in the blank that was issued, and send the .xlsx file.',
  },
  anyBlank: { zh: '报送表', en: 'form' },
  otherSeal: {
    zh: '隐藏标识的封签与本次下发的报送表不符：可能被改动，或出自更早下发的版本。',
    en: 'The seal in the hidden identity is not that of the form issued in this round: it was altered or comes from an earlier issue.',
  },
  otherSealRemedy: {
    zh: '请在本次下发的空表“{blank}”中重新填报。',
    en: 'Fill in the blank of this round, “{blank}”.',
  },
  notIssued: {
    zh: '本次任务没有向{who}下发过这张报送表。',
    en: 'This round issued no such form to {who}.',
  },
  notIssuedRemedy: {
    zh: '请核对是否发错；确需报送的，请与汇总单位联系补发报送表。',
    en: 'Check whether it was sent by mistake; if the figures are wanted, ask the coordinator for a form.',
  },
  noForm: {
    zh: '文件中已没有填报表',
    en: 'the form is no longer in the file',
  },
  unusable: { zh: '该文件不能作为报送表使用', en: 'the file cannot serve as the form' },
  differs: {
    zh: '加注后的副本与原件核对不一致，为稳妥起见不附',
    en: 'the marked copy did not read back the same, so it is left out',
  },
  pageFooter: { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' },
} as const satisfies Record<string, Text>;

/** How to send again, in steps, where the slip is a copy of the sender's own workbook. */
export const copySteps: readonly Text[] = [
  {
    zh: '1. 本文件就是贵单位报送的工作簿，数据未作任何改动，只在最前面加了这张退回单。请直接在本文件中修改，不必另找原表。',
    en: '1. This file is the workbook that you sent, with no figure changed and this slip put in front. Correct it here.',
  },
  {
    zh: '2. 点“工作表/单元格”可跳到该单元格。有问题的单元格已着色并加批注：改过之后颜色自动消失；需说明的，写好情况说明后颜色消失。',
    en: '2. Click a place to go to its cell. Cells with a problem are coloured and have a comment; the colour goes once the cell is changed or the explanation is given.',
  },
  {
    zh: '3. 只修改浅黄色的填报单元格和上面列出的单元格；除上面要求的以外，不要增删行列，不要改动灰色区域。',
    en: '3. Change the pale yellow cells and those listed above only; unless asked to above, insert or delete no rows or columns and leave the grey area alone.',
  },
  {
    zh: '4. 保存本文件，{due}发回{coordinator}。文件名可以改，退回单这张工作表可以留着，不影响读取。',
    en: '4. Save this file and send it back to {coordinator} {due}. Its name may change, and this sheet may stay: it does not matter for reading.',
  },
];

/** The same where no copy comes with it. */
export const freshSteps: readonly Text[] = [
  {
    zh: '1. 按上面“请这样改”处理好文件，或打开下发的空表{blank}重新填报。',
    en: '1. Put the file right as said above, or fill in the blank that was issued{blank}.',
  },
  {
    zh: '2. 保存为 .xlsx（不要设打开密码，不要带宏），{due}发回{coordinator}。',
    en: '2. Save it as .xlsx, without a password and without macros, and send it to {coordinator} {due}.',
  },
  {
    zh: '3. 本退回单不是报送表，不用发回。',
    en: '3. This slip is no form and need not come back.',
  },
];

export const stepDue = {
  on: { zh: '于 {due} 前（含当日）', en: 'by {due}' },
  soon: { zh: '尽快', en: 'as soon as possible' },
  blank: { zh: '“{blank}”', en: ', “{blank}”' },
  anyBlank: { zh: '', en: '' },
} as const satisfies Record<string, Text>;
