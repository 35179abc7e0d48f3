import type { Text } from '../../plan/text';

/** Why a region's consolidated workbook does not count as its submission. */
export const regionalMessages = {
  'round-needed': {
    zh: '是{region}的汇总表（{period}）。请加 --round 指定本级任务文件夹，才能作为{region}的报送审核。',
    en: 'The consolidated workbook of {region} ({period}). Name this level’s round with --round, so that it can be checked as the submission of {region}.',
  },
  damaged: {
    zh: '是区(县、市)的汇总表，但隐藏的识别标识已损坏，无法确认数据。请该区(县、市)重新汇总后报送。',
    en: 'A region’s consolidated workbook, but its hidden identity is damaged, so the figures cannot be told. Ask the region to compile and send it again.',
  },
  tampered: {
    zh: '{region}的汇总表封签不符：内容被改动，或汇总时用的签名密钥与本次任务不同，不计入。请{region}重新汇总后报送（使用密钥的，上下级须用同一密钥）。',
    en: 'The seal of the consolidated workbook of {region} does not fit: it was altered, or compiled with another key than this round’s, so it does not count. Ask {region} to compile and send it again, with the same key where one is used.',
  },
  'other-plan': {
    zh: '是{region}关于{found}的汇总表，本次任务为{expected}，不计入。请{region}报送本规划的汇总表。',
    en: 'The consolidated workbook of {region} for {found}; this round covers {expected}, so it does not count. Ask {region} for that of this plan.',
  },
  'other-period': {
    zh: '是{region}报告期 {found} 的汇总表，本次为 {expected}，不计入。请{region}报送本期的汇总表。',
    en: 'The consolidated workbook of {region} for {found}; this round is for {expected}, so it does not count. Ask {region} for that of this period.',
  },
  'not-issued': {
    zh: '是{region}的汇总表，但本次任务没有向{region}下发区(县、市)报送表，不计入。区(县、市)的汇总表只能报送到按区县分发（--by region）的任务。',
    en: 'The consolidated workbook of {region}, but this round issued no form to {region}, so it does not count. A region’s consolidated workbook answers a round that is divided by region (--by region).',
  },
} as const satisfies Record<string, Text>;

export type RegionalRefusal = keyof typeof regionalMessages;
