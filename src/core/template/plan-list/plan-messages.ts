import { none, type ColumnWords } from './column-words';

/** 规划信息: three lists side by side. */
export const planWords = {
  field: {
    header: { zh: '项目', en: 'Field' },
    hint: { zh: '不要改。', en: 'Not to be changed.' },
    example: none,
  },
  content: {
    header: { zh: '内容', en: 'Content' },
    hint: { zh: '逐项填写。', en: 'To be filled in line by line.' },
    example: none,
  },
  explanation: {
    header: { zh: '怎么填', en: 'What to enter' },
    hint: none,
    example: none,
  },
  organisation: {
    header: { zh: '单位名称', en: 'Organisation' },
    hint: {
      zh: '一行一个单位，牵头单位和配合单位都要登记。',
      en: 'One a line: every lead and supporting organisation.',
    },
    example: { zh: '市经信局', en: 'Economy bureau' },
  },
  aliases: {
    header: { zh: '别名', en: 'Other names' },
    hint: {
      zh: '原文中的其他写法，用；分隔。',
      en: 'Other spellings in the plan, separated by ;',
    },
    example: { zh: '市经信局〔市工强办〕', en: 'Economy bureau (office)' },
  },
  region: {
    header: { zh: '区(县、市)', en: 'Region' },
    hint: { zh: '一行一个，没有就不填。', en: 'One a line; none where the plan has none.' },
    example: { zh: '海曙区', en: 'Haishu' },
  },
} as const satisfies Record<string, ColumnWords>;

/** The lines of 规划信息: the plan as a whole. */
export const fieldWords = {
  title: {
    header: { zh: '规划标题', en: 'Title' },
    hint: { zh: '文件标题，不带书名号。', en: 'The document’s title.' },
    example: none,
  },
  id: {
    header: { zh: '规划编号', en: 'Plan id' },
    hint: {
      zh: '小写英文词和数字，用连字符连接，如 ningbo-quality-2022。',
      en: 'Lower-case words and digits joined by hyphens, e.g. ningbo-quality-2022.',
    },
    example: none,
  },
  issuer: {
    header: { zh: '发布机关', en: 'Issued by' },
    hint: { zh: '印发文件的机关。', en: 'Who issued the document.' },
    example: none,
  },
  documentNumber: {
    header: { zh: '文号', en: 'Document number' },
    hint: { zh: '没有就留空。', en: 'Blank where there is none.' },
    example: none,
  },
  issuedOn: {
    header: { zh: '发布日期', en: 'Issued on' },
    hint: { zh: '如 2022-09-27；不知道就留空。', en: 'As 2022-09-27; blank where unknown.' },
    example: none,
  },
  startYear: {
    header: { zh: '起始年', en: 'First year' },
    hint: { zh: '规划期的第一年，四位年份。', en: 'The plan’s first year, four digits.' },
    example: none,
  },
  endYear: {
    header: { zh: '结束年', en: 'Last year' },
    hint: { zh: '规划期的最后一年，四位年份。', en: 'The plan’s last year, four digits.' },
    example: none,
  },
  coordinator: {
    header: { zh: '汇总单位', en: 'Coordinator' },
    hint: {
      zh: '负责下发和汇总；没有牵头单位的指标也由它报送。',
      en: 'Who sends out and compiles, and reports what nobody leads.',
    },
    example: none,
  },
  sourceFile: {
    header: { zh: '原文文件', en: 'Source file' },
    hint: {
      zh: '规划原文的纯文本文件名（UTF-8），与 plan.json 放在一起。',
      en: 'Name of the plan’s plain text (UTF-8), kept beside plan.json.',
    },
    example: none,
  },
  sourceHash: {
    header: { zh: '原文校验值', en: 'Source SHA-256' },
    hint: {
      zh: '可以留空，导入时按原文文件自动计算。',
      en: 'Blank will do: importing computes it from the source.',
    },
    example: none,
  },
  schemaVersion: {
    header: { zh: '格式版本', en: 'Format version' },
    hint: { zh: '不要改。', en: 'Not to be changed.' },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;
