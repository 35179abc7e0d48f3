import type { ConditionalFormattingRule, Style, Worksheet } from 'exceljs';
import type { ConditionalFormatDescription } from '../../core/sheet/description';
import { argb } from './styles';
import { checkedFormula } from './text';

type Rule = ConditionalFormatDescription['rules'][number];

/** Adds the rules so that, as in the description, the earlier one wins. */
export function addConditionalFormats(
  worksheet: Worksheet,
  formats: readonly ConditionalFormatDescription[],
): void {
  let priority = 0;
  for (const { range, rules } of formats)
    worksheet.addConditionalFormatting({
      ref: range.trim(),
      rules: rules.map((rule) =>
        excelRule(rule, ++priority, `${worksheet.name}!${range}`, worksheet.id),
      ),
    });
}

/** Priorities of the rules that end the row of rules; exceljs leaves the attribute out. */
export function stoppingPriorities(formats: readonly ConditionalFormatDescription[]): number[] {
  return formats
    .flatMap(({ rules }) => rules)
    .flatMap((rule, index) => (rule.type === 'formula' && rule.stopIfTrue ? [index + 1] : []));
}

function excelRule(
  rule: Rule,
  priority: number,
  place: string,
  sheet: number,
): ConditionalFormattingRule {
  if (rule.type === 'formula')
    return {
      type: 'expression',
      priority,
      formulae: [checkedFormula(rule.formula, `conditional format of ${place}`)],
      style: differentialStyle(rule),
    };
  if (rule.type === 'iconSet') return iconSet(rule, priority);
  const ends = [rule.min, rule.max].map((value) => ({ type: 'num' as const, value }));
  const bar = {
    type: 'dataBar' as const,
    priority,
    gradient: false,
    minLength: 0,
    maxLength: 100,
    cfvo: ends,
    color: argb(rule.colour),
    negativeFillColor: argb(rule.colour),
    axisColor: argb('808080'),
  };
  return withFixedIdentity(bar, sheet, priority);
}

/** The format wants a least value for the first icon too, which nothing reads. */
function iconSet(
  { icons, from: [second, third] }: Extract<Rule, { type: 'iconSet' }>,
  priority: number,
): ConditionalFormattingRule {
  const least = { type: 'percent' as const, value: 0 };
  const ends = [second, third].map((value) => ({ type: 'num' as const, value }));
  return { type: 'iconSet', priority, iconSet: icons, cfvo: [least, ...ends] };
}

/** A fill that only colours: dxf takes its colour from the background, unlike a cell's fill. */
function differentialStyle(rule: Extract<Rule, { type: 'formula' }>): Partial<Style> {
  const font = {
    ...(rule.bold && { bold: true }),
    ...(rule.fontColour !== undefined && { color: argb(rule.fontColour) }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(rule.numberFormat !== undefined && { numFmt: rule.numberFormat }),
    ...(rule.fill !== undefined && {
      fill: {
        type: 'pattern' as const,
        pattern: 'solid' as const,
        fgColor: argb(rule.fill),
        bgColor: argb(rule.fill),
      },
    }),
  };
}

/** A fixed identity instead of the random one exceljs would assign: equal input gives equal bytes. */
function withFixedIdentity<T extends object>(rule: T, sheet: number, priority: number): T {
  const digits = (value: number, count: number) =>
    value.toString(16).toUpperCase().padStart(count, '0');
  const id = `{${digits(sheet, 8)}-0000-4000-8000-${digits(priority, 12)}}`;
  return Object.defineProperty(rule, 'x14Id', { get: () => id, set: () => undefined });
}
