import { none, same, type ColumnWords } from './column-words';

const rowWords = {
  rowIds: {
    header: { zh: '适用指标', en: 'Rows: ids' },
    hint: {
      zh: '逐行审核哪些指标或报送项，写编号，用；隔开；* 为全部。跨指标的规则留空。',
      en: 'Indicators or items looked at row by row, by id, separated by ;. * for all. Blank for a rule between entries.',
    },
    example: none,
  },
  rowKinds: {
    header: { zh: '适用类型', en: 'Rows: kinds' },
    hint: {
      zh: '只审核这些类型的指标，用；隔开。',
      en: 'Only indicators of these kinds, separated by ;.',
    },
    example: none,
  },
  rowUnits: {
    header: { zh: '适用单位', en: 'Rows: units' },
    hint: {
      zh: '只审核这些计量单位的行，用；隔开。',
      en: 'Only rows in these units, separated by ;.',
    },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;

/** 规则设置 */
export const settingWords = {
  rule: {
    header: { zh: '通用规则', en: 'Rule' },
    hint: {
      zh: '从列表选择要调整的规则；规则表见使用说明。',
      en: 'The rule to change, from the list; the README explains each.',
    },
    example: same('swing'),
  },
  meaning: {
    header: { zh: '查什么（自动）', en: 'What it catches (shown)' },
    hint: { zh: '导出时写入，不用填。', en: 'Written on export; nothing to fill in.' },
    example: none,
  },
  off: {
    header: { zh: '关闭', en: 'Off' },
    hint: { zh: '选“是”为不用这条规则。', en: '“yes” switches the rule off.' },
    example: none,
  },
  severity: {
    header: { zh: '级别', en: 'Severity' },
    hint: { zh: '改为须修改、需说明或提示；留空不变。', en: 'Another severity; blank leaves it.' },
    example: { zh: '提示', en: 'note' },
  },
  thresholds: {
    header: { zh: '阈值', en: 'Thresholds' },
    hint: {
      zh: '名称=数值，几个用；隔开，如 share=0.3。',
      en: 'name=number, separated by ;, e.g. share=0.3.',
    },
    example: same('share=0.3'),
  },
  ...rowWords,
  whole: {
    header: { zh: '总数', en: 'Whole' },
    hint: {
      zh: '规则 parts-add-up、part-above-whole：总数的编号。',
      en: 'For parts-add-up and part-above-whole: the id of the whole.',
    },
    example: none,
  },
  parts: {
    header: { zh: '分项', en: 'Parts' },
    hint: { zh: '各分项的编号，用；隔开。', en: 'The ids of its parts, separated by ;.' },
    example: none,
  },
  growth: {
    header: { zh: '增速', en: 'Growth' },
    hint: {
      zh: '规则 growth-disagrees：填报增速的编号。',
      en: 'For growth-disagrees: the id of the growth stated.',
    },
    example: none,
  },
  level: {
    header: { zh: '水平数', en: 'Level' },
    hint: { zh: '与增速对应的总量的编号。', en: 'The id of the level that it is the growth of.' },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;

/** 审核规则 */
export const ruleWords = {
  id: {
    header: { zh: '编号', en: 'Id' },
    hint: {
      zh: '小写英文词，用连字符连接，不重复。',
      en: 'Lower-case words joined by hyphens, unique.',
    },
    example: same('parts-make-the-whole'),
  },
  severity: {
    header: { zh: '级别', en: 'Severity' },
    hint: {
      zh: '不符合时：须修改、需说明或提示。',
      en: 'What follows where it does not hold: error, to explain, note.',
    },
    example: { zh: '须修改', en: 'error' },
  },
  assert: {
    header: { zh: '应当成立的关系', en: 'What must hold' },
    hint: {
      zh: '指标和报送项写成 [编号]，可用 + - * / 和 = <> < <= > >=、and or not。',
      en: 'Indicators and items as [id], with + - * / and = <> < <= > >=, and or not.',
    },
    example: same('[whole] = [first-part] + [second-part]'),
  },
  messageZh: {
    header: { zh: '提示（中文）', en: 'Message (Chinese)' },
    hint: {
      zh: '不符合时给填报单位看的话。',
      en: 'What the reporter reads where it does not hold.',
    },
    example: same('总数应等于两项之和。'),
  },
  messageEn: {
    header: { zh: '提示（英文）', en: 'Message (English)' },
    hint: { zh: '可以留空，与中文相同。', en: 'Blank means the Chinese wording.' },
    example: same('The whole must equal its two parts.'),
  },
  ...rowWords,
  at: {
    header: { zh: '指向哪一栏', en: 'Points at' },
    hint: {
      zh: '结果指向这一行的哪一栏；留空为完成值。',
      en: 'The column that a finding points at; blank for the figure.',
    },
    example: none,
  },
  regions: {
    header: { zh: '区县也成立', en: 'In each region' },
    hint: {
      zh: '选“是”：各区（县、市）的表也按这条规则审核。',
      en: '“yes”: it holds within each region as well as for the whole.',
    },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;
