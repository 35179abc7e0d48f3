import type { Text } from './text';

/** What can be wrong with a plan file; the places are filled by check.ts and read-plan.ts. */
export const planMessages = {
  notJson: {
    zh: '不是有效的 JSON 文件：{detail}。请检查该文件或重新导出。',
    en: 'Not a valid JSON file: {detail}. Check the file or export it again.',
  },
  schema: { zh: '{path}：{detail}', en: '{path}: {detail}' },
  duplicateId: {
    zh: '{path}：编号“{id}”重复，每个编号只能用一次。',
    en: '{path}: id “{id}” is used twice; every id must be unique.',
  },
  quoteNotFound: {
    zh: '{path}：原文第 {start} 个字符处不是“{text}”。请按原文逐字摘录并核对位置。',
    en: '{path}: the source does not read “{text}” at {start}. Quote it verbatim and correct the place.',
  },
  noQuote: {
    zh: '{path}：没有原文摘录，无法追溯。请补充 quotes。',
    en: '{path}: has no quote, so nobody can trace it. Add quotes.',
  },
  unknownOrganisation: {
    zh: '{path}：单位“{name}”不在 organisations 中。请补入或改为规范名称。',
    en: '{path}: organisation “{name}” is not listed in organisations. Add it or use its listed name.',
  },
  unknownRegion: {
    zh: '{path}：区域“{name}”不在 regions 中。',
    en: '{path}: region “{name}” is not listed in regions.',
  },
  unknownItem: {
    zh: '{path}：报送项“{id}”不在 items 中。',
    en: '{path}: item “{id}” is not listed in items.',
  },
  unusedItem: {
    zh: '{path}：报送项“{id}”没有被任何指标使用。',
    en: '{path}: item “{id}” is used by no indicator.',
  },
  yearOutside: {
    zh: '{path}：目标年份 {year} 不在规划期 {start}—{end} 内。',
    en: '{path}: target year {year} lies outside the plan, {start}–{end}.',
  },
  yearsReversed: {
    zh: '{path}：起始年 {start} 晚于结束年 {end}。',
    en: '{path}: the start year {start} is after the end year {end}.',
  },
  rangeNeedsUpper: {
    zh: '{path}：区间目标必须有下限和上限，且下限小于上限。',
    en: '{path}: a range needs a lower and an upper value, lower below upper.',
  },
  upperWithoutRange: {
    zh: '{path}：只有区间目标才有上限 upper。',
    en: '{path}: only a range has an upper value.',
  },
  toleranceNeeded: {
    zh: '{path}：“左右”的目标必须写明容差 tolerance；其他目标不得有容差。',
    en: '{path}: an approximate target must declare its tolerance, and no other may.',
  },
  qualitative: {
    zh: '{path}：定性目标（qualitative）与类型 milestone 必须同时使用，且不得有目标值。',
    en: '{path}: operator qualitative and kind milestone go together and carry no value.',
  },
  unitMissing: {
    zh: '{path}：缺少计量单位。',
    en: '{path}: the unit of measure is missing.',
  },
  rollUpNeedsRatio: {
    zh: '{path}：汇总方式 ratio 要求采集方式也是 ratio（分子、分母）。',
    en: '{path}: roll-up ratio needs collect method ratio (numerator and denominator).',
  },
  linkUnknown: {
    zh: '共用数据“{id}”：没有指标或报送项“{key}”。',
    en: 'Shared figure “{id}”: there is no indicator or item “{key}”.',
  },
  linkTwice: {
    zh: '共用数据“{id}”：“{key}”已在另一组中。',
    en: 'Shared figure “{id}”: “{key}” already belongs to another one.',
  },
  linkUnits: {
    zh: '共用数据“{id}”：{left} 与 {right} 的计量单位不能换算，不是同一数据。',
    en: 'Shared figure “{id}”: the units of {left} and {right} do not convert, so they are not the same figure.',
  },
  sourceHash: {
    zh: '原文的 SHA-256 与规划文件中记录的不一致：原文已被改动，或规划文件对应另一版本。',
    en: 'The source’s SHA-256 differs from the one recorded: the source was changed or the plan belongs to another version.',
  },
} as const satisfies Record<string, Text>;
