import type { Text } from '../plan/text';
import type { SubmissionReading } from './read-submission';

/** Why a workbook that was held against a round gives no submission, and what to do. */
export function noSubmissionText(
  reading: Exclude<SubmissionReading, { is: 'submission' | 'refused' }>,
): Text {
  switch (reading.is) {
    case 'foreign':
      return messages.foreign;
    case 'damaged':
      return messages.damaged;
    case 'unidentified':
      return reading.why === 'ambiguous' ? messages.ambiguous : messages.noMatch;
  }
}

const messages = {
  foreign: {
    zh: '是 Excel 工作簿，但不是本系统下发的报送表（没有识别标识）。请使用下发的报送表填报。',
    en: 'An Excel workbook, but not one of our forms (no identity in it). Fill in the form that was issued.',
  },
  damaged: {
    zh: '是下发的报送表，但隐藏的识别标识已损坏，无法确认数据对应的指标。请把数据填入原报送表后重新报送。',
    en: 'One of our forms, but its hidden identity is damaged, so figures cannot be matched to indicators. Enter them in the original form and send again.',
  },
  noMatch: {
    zh: '是报送表，但隐藏的识别标识已丢失，表头的填报单位和报告期与本次任务下发的任何一张报送表都对不上。请核对是否发错；本次应报的，请填入下发的原报送表后重新报送。',
    en: 'A form without its hidden identity, and the organisation and period in its head are those of no form that this round issued. Check whether it was sent by mistake; what this round asks for belongs in the form that was issued.',
  },
  ambiguous: {
    zh: '是报送表，但隐藏的识别标识已丢失，且与本次任务的多张报送表都对得上，无法确定是哪一张。请分别填入下发的原报送表后重新报送。',
    en: 'A form without its hidden identity that fits more than one form of this round, so nobody can tell which. Enter the figures in the forms that were issued and send them again.',
  },
} as const satisfies Record<string, Text>;
