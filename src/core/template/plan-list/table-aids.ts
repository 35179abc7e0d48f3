import type { Language, Text } from '../../plan/text';
import { columnLetters, formatRange } from '../../sheet/address';
import type { ConditionalFormatDescription, ValidationDescription } from '../../sheet/description';
import { CHOICE_NAMES, codesOf, labelOf, type ChoiceName } from './choices';
import {
  FIRST_ROW,
  sheetDesigns,
  type ColumnDesign,
  type ColumnInput,
  type IndicatorColumn,
  type SheetDesign,
  type SheetId,
} from './columns';
import { MARKS } from './design';
import { planListMessages as messages, sheetNames } from './messages';

/** Beyond any figure of a plan, in any unit. */
const LARGEST = 1e15;
/** How far down a dropdown looks for the entries of another sheet. */
const LAST_LISTED_ROW = 2000;

/** What typing is hinted at, offered or stopped; the verdict of an import never depends on it. */
export function validationsOf(
  { columns }: SheetDesign,
  lastRow: number,
  language: Language,
): ValidationDescription[] {
  return columns.flatMap((column, index) => {
    if (column.input.type === 'shown') return [];
    const { header, hint } = column.words;
    return {
      range: formatRange(FIRST_ROW, index + 1, lastRow, index + 1),
      ...ruleOf(column.input, hint, language),
      prompt: { title: header[language], text: hint[language] },
    };
  });
}

function ruleOf(
  input: ColumnInput,
  hint: Text,
  language: Language,
): Pick<ValidationDescription, 'rule' | 'error'> {
  const error = (style: 'stop' | 'warning', text: Text) => ({
    style,
    title: messages.errorTitle[language],
    text: text[language],
  });
  const between = (type: 'decimal' | 'whole', low: number, high: number) => ({
    rule: { type, operator: 'between' as const, low, high },
    error: error('stop', hint),
  });
  switch (input.type) {
    case 'text':
    case 'shown':
      return { rule: { type: 'any' } };
    case 'figure':
      return between('decimal', -LARGEST, LARGEST);
    case 'share':
      return between('decimal', 0, 1);
    case 'whole':
      return between('whole', input.low, input.high);
    case 'choice':
      return {
        rule: { type: 'list', source: choiceRange(input.choice, language) },
        error: error('stop', messages.errorChoice),
      };
    case 'from':
      return {
        rule: { type: 'list', source: entriesRange(input.sheet, input.column, language) },
        error: error('warning', messages.warnChoice),
      };
  }
}

function choiceRange(choice: ChoiceName, language: Language): string {
  const letters = columnLetters(CHOICE_NAMES.indexOf(choice) + 1);
  const last = codesOf(choice).length + 1;
  return `'${sheetNames.lists[language]}'!$${letters}$2:$${letters}$${last}`;
}

/** The entries of a column as far as they go, so that a dropdown shows no blank lines. */
function entriesRange(sheet: SheetId, column: string, language: Language): string {
  const { name, columns } = sheetDesigns[sheet];
  const letters = columnLetters(columns.findIndex(({ id }) => id === column) + 1);
  const first = `'${name[language]}'!$${letters}$${FIRST_ROW}`;
  return `OFFSET(${first},0,0,MAX(1,COUNTA(${first}:$${letters}$${LAST_LISTED_ROW})),1)`;
}

/** Pale red for what is wanting or twice there, grey for cells that the others make idle. */
export function marksOf(
  design: SheetDesign,
  lastRow: number,
  language: Language,
): ConditionalFormatDescription[] {
  const { columns } = design;
  const isIndicators = design.id === 'indicators';
  const row = `$A${FIRST_ROW}:$${columnLetters(columns.length)}${FIRST_ROW}`;
  return columns.flatMap((column, index) => {
    const letters = columnLetters(index + 1);
    const cell = `$${letters}${FIRST_ROW}`;
    const idle = isIndicators ? idleWhen(column.id as IndicatorColumn, columns, language) : null;
    const rules = [
      ...(column.required ? [wanting(`AND(${cell}="",COUNTA(${row})>0)`)] : []),
      ...(column.id === 'id'
        ? [wanting(`COUNTIF($${letters}$${FIRST_ROW}:$${letters}$${lastRow},${cell})>1`)]
        : []),
      ...(idle === null
        ? []
        : [
            {
              type: 'formula' as const,
              formula: idle,
              fill: MARKS.idle,
              fontColour: MARKS.idleFont,
            },
          ]),
    ];
    const range = formatRange(FIRST_ROW, index + 1, lastRow, index + 1);
    return rules.length === 0 ? [] : [{ range, rules }];
  });
}

function wanting(formula: string) {
  return { type: 'formula' as const, formula, fill: MARKS.wanting };
}

/** When a column of an indicator stays blank: another column holds none of these choices. */
const IDLE_UNLESS: Partial<Readonly<Record<IndicatorColumn, readonly [IndicatorColumn, Text[]]>>> =
  {
    upper: ['operator', [labelOf('operator', 'range')]],
    tolerance: ['operator', [labelOf('operator', '~')]],
    targetValue: [
      'operator',
      codesOf('operator')
        .filter((code) => code !== 'qualitative')
        .map((code) => labelOf('operator', code)),
    ],
    numerator: ['collect', [labelOf('collect', 'ratio')]],
    denominator: ['collect', [labelOf('collect', 'ratio')]],
    scale: ['collect', [labelOf('collect', 'ratio')]],
    growthItem: ['collect', [labelOf('collect', 'average-growth')]],
    growthBaseYear: ['collect', [labelOf('collect', 'average-growth')]],
  };

function idleWhen(
  column: IndicatorColumn,
  columns: readonly ColumnDesign[],
  language: Language,
): string | null {
  const rule = IDLE_UNLESS[column];
  if (!rule) return null;
  const [other, labels] = rule;
  const letters = columnLetters(columns.findIndex(({ id }) => id === other) + 1);
  const cell = `$${letters}${FIRST_ROW}`;
  const conditions = labels.map((label) => `${cell}<>"${label[language]}"`);
  return `AND(${[`${cell}<>""`, ...conditions].join(',')})`;
}
