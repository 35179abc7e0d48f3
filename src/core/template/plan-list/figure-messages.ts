import { none, same, type ColumnWords } from './column-words';
import { indicatorWords } from './indicator-messages';

/** 补充摘录 */
export const quoteWords = {
  indicator: {
    header: { zh: '指标编号', en: 'Indicator id' },
    hint: {
      zh: '这段摘录属于哪个指标，从列表选择编号。',
      en: 'Which indicator the quote belongs to; its id from the list.',
    },
    example: same('labour-productivity'),
  },
  indicatorName: {
    header: { zh: '指标名称（自动）', en: 'Indicator (computed)' },
    hint: { zh: '自动显示，不用填。', en: 'Shows itself; nothing to fill in.' },
    example: { zh: '规上企业全员劳动生产率', en: 'Labour productivity of larger firms' },
  },
  quote: {
    header: { zh: '原文摘录', en: 'Quote' },
    hint: {
      zh: '同一指标在原文中第二处及以后的摘录，逐字复制。',
      en: 'The second and any further place where the plan sets the same target, word for word.',
    },
    example: { zh: '全员劳动生产率30万元/人·年以上', en: 'labour productivity of 30 and more' },
  },
  quoteStart: {
    header: { zh: '起始位置', en: 'Start' },
    hint: indicatorWords.quoteStart.hint,
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;

/** 报送项 */
export const itemWords = {
  name: {
    header: { zh: '报送项名称', en: 'Item' },
    hint: {
      zh: '计算指标所需、由单位填报的数，如增加值、人数。',
      en: 'A figure that is asked in order to compute indicators.',
    },
    example: { zh: '规上工业增加值', en: 'Value added of larger firms' },
  },
  id: {
    header: { zh: '编号', en: 'Id' },
    hint: {
      zh: '小写英文词，用连字符连接，不重复。',
      en: 'Lower-case words joined by hyphens, unique.',
    },
    example: same('industrial-added-value'),
  },
  measureUnit: {
    header: { zh: '计量单位', en: 'Unit' },
    hint: { zh: '必填。', en: 'Required.' },
    example: { zh: '亿元', en: '100 million yuan' },
  },
  precision: {
    header: { zh: '小数位数', en: 'Decimals' },
    hint: {
      zh: '填报时保留几位小数，0 到 6 的整数。',
      en: 'Decimals that figures are reported with, a whole number from 0 to 6.',
    },
    example: same('2'),
  },
  accumulation: {
    header: { zh: '累计方式', en: 'Accumulation' },
    hint: {
      zh: '时点数、本年累计，还是规划期以来累计。',
      en: 'A stock, a total of the year so far, or one since the plan’s start.',
    },
    example: { zh: '本年累计', en: 'year to date' },
  },
  compute: {
    header: { zh: '计算公式', en: 'Computed as' },
    hint: {
      zh: '由其他报送项算出的写公式，报送项写成 [编号]；由单位填报的留空。',
      en: 'For a figure computed from other items, named as [id]; blank where it is entered.',
    },
    example: same('[wages] + [profits]'),
  },
} as const satisfies Record<string, ColumnWords>;
