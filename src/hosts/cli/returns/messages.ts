import type { Text } from '../../../core/plan/text';

export const returnMessages = {
  command: {
    zh: '为需要修改或说明的报送表生成退回单',
    en: 'make a return slip for each submission that has to be corrected or explained',
  },
  optDue: { zh: '重新报送期限，例如 2021-07-15', en: 'when it is wanted back, e.g. 2021-07-15' },
  duePast: {
    zh: '重新报送期限 {due} 早于今天（{today}）。请给出今天或以后的日期。',
    en: 'The date {due} is before today ({today}). Name today or a later day.',
  },
  noAccess: {
    zh: '{file} 无法读取，没有退回。请检查权限或关闭占用它的程序后重试。',
    en: '{file} cannot be read, so it was not returned. Check permissions or close the program that holds it, and try again.',
  },
  making: { zh: '生成退回单', en: 'Making slips' },
  colSender: { zh: '填报单位', en: 'Sender' },
  colSlip: { zh: '退回单', en: 'Slip' },
  colCopy: { zh: '附原表副本', en: 'Marked copy' },
  colCompared: { zh: '与上次退回比', en: 'Since last time' },
  colMade: { zh: '本次生成', en: 'Made now' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  made: { zh: '已生成', en: 'made' },
  already: { zh: '已有', en: 'already there' },
  withoutCopyTitle: { zh: '退回单未附原表副本', en: 'Slips without a marked copy' },
  withoutSlipTitle: {
    zh: '未采用但不用退回的文件',
    en: 'Files that do not count and need no slip',
  },
  nothing: {
    zh: '没有需要退回的报送表。',
    en: 'Nothing has to be returned.',
  },
  total: {
    zh: '需退回 {count} 份：本次生成退回单 {made} 份，此前已有 {already} 份。放在 {folder}，请发给各单位。',
    en: '{count} to be returned: {made} slips made now, {already} made before. They are in {folder}, to be sent out.',
  },
  answered: {
    zh: '{reason}（该单位本次已另有报送表，不用退回。）',
    en: '{reason} (The sender has sent the form of this round besides, so no slip is needed.)',
  },
} as const satisfies Record<string, Text>;
