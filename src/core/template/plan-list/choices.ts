import type { Text } from '../../plan/text';
import type {
  ACCUMULATIONS,
  ATTRIBUTES,
  DIRECTIONS,
  FINDING_COLUMNS,
  FREQUENCIES,
  Indicator,
  KINDS,
  OPERATORS,
  RESPONSIBILITIES,
  ROLL_UPS,
  SEVERITIES,
  STRENGTHS,
} from '../../plan/schema';
import { ADJUSTABLE } from '../../rule/plan-rules/settings';
import { kindLabels } from '../messages';

type Labels<Code extends string> = Readonly<Record<Code, Text>>;

const kind: Labels<(typeof KINDS)[number]> = kindLabels;
const operator: Labels<(typeof OPERATORS)[number]> = {
  '>=': { zh: '≥ 不低于', en: '≥ at least' },
  '>': { zh: '> 超过', en: '> more than' },
  '<=': { zh: '≤ 不超过', en: '≤ at most' },
  '<': { zh: '< 低于', en: '< less than' },
  '~': { zh: '≈ 左右', en: '≈ about' },
  range: { zh: '区间', en: 'range' },
  qualitative: { zh: '定性', en: 'qualitative' },
};
const direction: Labels<(typeof DIRECTIONS)[number]> = {
  higher: { zh: '越高越好', en: 'higher is better' },
  lower: { zh: '越低越好', en: 'lower is better' },
  none: { zh: '不分高低', en: 'neither' },
};
const strength: Labels<(typeof STRENGTHS)[number]> = {
  firm: { zh: '确保', en: 'firm' },
  striving: { zh: '力争', en: 'striving' },
};
const attribute: Labels<(typeof ATTRIBUTES)[number]> = {
  binding: { zh: '约束性', en: 'binding' },
  expected: { zh: '预期性', en: 'expected' },
};
const responsibility: Labels<(typeof RESPONSIBILITIES)[number]> = {
  stated: { zh: '原文写明', en: 'stated' },
  inferred: { zh: '推定', en: 'inferred' },
  none: { zh: '原文未写', en: 'not stated' },
};
const collect: Labels<Indicator['collect']['method']> = {
  direct: { zh: '直接填报', en: 'entered directly' },
  ratio: { zh: '分子÷分母', en: 'numerator ÷ denominator' },
  'average-growth': { zh: '年均增速', en: 'average growth' },
};
const rollUp: Labels<(typeof ROLL_UPS)[number]> = {
  none: { zh: '不汇总', en: 'none' },
  sum: { zh: '相加', en: 'sum' },
  ratio: { zh: '分子、分母分别相加再相除', en: 'sum of numerators ÷ sum of denominators' },
  max: { zh: '取最大值', en: 'largest' },
};
const frequency: Labels<(typeof FREQUENCIES)[number]> = {
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  half: { zh: '半年', en: 'half year' },
  year: { zh: '年', en: 'year' },
};
const accumulation: Labels<(typeof ACCUMULATIONS)[number]> = {
  stock: { zh: '时点数', en: 'stock' },
  'year-to-date': { zh: '本年累计', en: 'year to date' },
  'since-start': { zh: '规划期累计', en: 'since the plan’s start' },
};
const severity: Labels<(typeof SEVERITIES)[number]> = {
  error: { zh: '须修改', en: 'error' },
  explain: { zh: '需说明', en: 'to explain' },
  note: { zh: '提示', en: 'note' },
};
const findingColumn: Labels<(typeof FINDING_COLUMNS)[number]> = {
  actual: { zh: '完成值', en: 'figure' },
  state: { zh: '填报状态', en: 'state' },
  explanation: { zh: '情况说明', en: 'explanation' },
  evidence: { zh: '佐证材料', en: 'evidence' },
};
const adjustableRule: Labels<string> = Object.fromEntries(
  ADJUSTABLE.map(({ id }) => [id, { zh: id, en: id }]),
);
const yesNo: Labels<'yes' | 'no'> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
};

/** What each dropdown offers: the words a person picks, by the code that a plan stores. */
export const choices = {
  kind,
  operator,
  direction,
  strength,
  attribute,
  yesNo,
  responsibility,
  collect,
  rollUp,
  frequency,
  accumulation,
  severity,
  findingColumn,
  adjustableRule,
};

export type ChoiceName = keyof typeof choices;
export type Choice<Name extends ChoiceName> = keyof (typeof choices)[Name] & string;

export const CHOICE_NAMES = Object.keys(choices) as ChoiceName[];

/** The codes of one dropdown, in the order that it shows them. */
export function codesOf<Name extends ChoiceName>(name: Name): Choice<Name>[] {
  return Object.keys(choices[name]) as Choice<Name>[];
}

export function labelOf<Name extends ChoiceName>(name: Name, code: Choice<Name>): Text {
  return (choices[name] as Readonly<Record<string, Text>>)[code]!;
}

/** The code behind what stands in a cell: a label of either language, a part of one, or the code itself. */
export function readChoice<Name extends ChoiceName>(name: Name, text: string): Choice<Name> | null {
  const wanted = comparable(text);
  const isMeant = (code: Choice<Name>): boolean => {
    const { zh, en } = labelOf(name, code);
    return [code, zh, en, ...zh.split(' ')].some((spelling) => comparable(spelling) === wanted);
  };
  return codesOf(name).find(isMeant) ?? null;
}

/** Full width, spaces and capitals make no difference to a header or a label. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/\*+$/, '').toLowerCase();
}
