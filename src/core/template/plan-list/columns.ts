import type { Text } from '../../plan/text';
import type { ChoiceName } from './choices';
import type { ColumnWords } from './column-words';
import { itemWords, quoteWords } from './figure-messages';
import { indicatorWords } from './indicator-messages';
import { fieldWords, planWords } from './plan-messages';
import { ruleWords, settingWords } from './rule-messages';
import { sheetNames, type groupWords } from './messages';

export type SheetId = 'plan' | 'indicators' | 'quotes' | 'items' | 'rules' | 'settings';
export type GroupId = keyof typeof groupWords;

/** What a column holds, and so which cells of it are accepted. */
export type ColumnInput =
  | { readonly type: 'text' }
  | { readonly type: 'figure' }
  | { readonly type: 'whole'; readonly low: number; readonly high: number }
  /** A share of 1, shown as a percentage. */
  | { readonly type: 'share' }
  | { readonly type: 'choice'; readonly choice: ChoiceName }
  /** One of the values of a column of this workbook. */
  | { readonly type: 'from'; readonly sheet: SheetId; readonly column: string }
  /** For people only; never read back. */
  | { readonly type: 'shown' };

export interface ColumnDesign {
  readonly id: string;
  readonly group: GroupId;
  /** In characters of the default font. */
  readonly width: number;
  readonly required: boolean;
  /** Lists of earlier versions do without it. */
  readonly isNew: boolean;
  readonly input: ColumnInput;
  readonly words: ColumnWords;
}

export interface SheetDesign {
  readonly id: SheetId;
  readonly name: Text;
  /** Lists of earlier versions do without it. */
  readonly isNew?: true;
  readonly columns: readonly ColumnDesign[];
}

export const FIRST_YEAR = 1949;
export const LAST_YEAR = 2100;

const text = { type: 'text' } as const;
const figure = { type: 'figure' } as const;
const year = { type: 'whole', low: FIRST_YEAR, high: LAST_YEAR } as const;
const decimals = { type: 'whole', low: 0, high: 6 } as const;
const place = { type: 'whole', low: 0, high: 100_000_000 } as const;
const choice = (name: ChoiceName) => ({ type: 'choice', choice: name }) as const;
const from = (sheet: SheetId, column: string) => ({ type: 'from', sheet, column }) as const;
const required = true;
const isNew = true;

type Placed = Omit<ColumnDesign, 'id' | 'words' | 'required' | 'isNew'> & {
  readonly required?: true;
  readonly isNew?: true;
};

function design<Id extends string>(
  words: Readonly<Record<Id, ColumnWords>>,
  placed: Readonly<Record<Id, Placed>>,
): readonly ColumnDesign[] {
  // the order of `placed` is the order of the columns
  return (Object.keys(placed) as Id[]).map((id) => ({
    required: false,
    isNew: false,
    ...placed[id],
    id,
    words: words[id],
  }));
}

export type IndicatorColumn = keyof typeof indicatorWords;
export type QuoteColumn = keyof typeof quoteWords;
export type ItemColumn = keyof typeof itemWords;
export type RuleColumn = keyof typeof ruleWords;
export type SettingColumn = keyof typeof settingWords;
export type PlanColumn = keyof typeof planWords;
export type FieldId = keyof typeof fieldWords;

const indicatorColumns = design<IndicatorColumn>(indicatorWords, {
  name: { group: 'indicator', width: 30, required, input: text },
  id: { group: 'indicator', width: 28, required, input: text },
  measureUnit: { group: 'indicator', width: 12, input: text },
  precision: { group: 'indicator', width: 9.5, required, input: decimals },
  kind: { group: 'indicator', width: 14, required, input: choice('kind') },
  direction: { group: 'indicator', width: 10, required, input: choice('direction') },
  strength: { group: 'indicator', width: 8, required, input: choice('strength') },
  attribute: { group: 'indicator', width: 9, input: choice('attribute') },
  soft: { group: 'indicator', width: 9.5, input: choice('yesNo') },
  operator: { group: 'target', width: 12, required, input: choice('operator') },
  targetValue: { group: 'target', width: 10, input: figure },
  upper: { group: 'target', width: 9, input: figure },
  tolerance: { group: 'target', width: 8, input: { type: 'share' } },
  targetYear: { group: 'target', width: 9, required, input: year },
  everyYear: { group: 'target', width: 9.5, input: choice('yesNo') },
  yearlyTargets: { group: 'target', width: 20, input: text },
  baselineYear: { group: 'baseline', width: 9, input: year },
  baselineValue: { group: 'baseline', width: 10, input: figure },
  baselineNote: { group: 'baseline', width: 18, input: text },
  leadUnit: { group: 'responsibility', width: 18, input: from('plan', 'organisation') },
  supportingUnits: { group: 'responsibility', width: 28, input: text },
  leader: { group: 'responsibility', width: 10, input: text },
  responsibility: { group: 'responsibility', width: 10, required, input: choice('responsibility') },
  frequency: { group: 'collection', width: 8, required, input: choice('frequency') },
  collect: { group: 'collection', width: 12, required, input: choice('collect') },
  numerator: { group: 'collection', width: 22, input: from('items', 'name') },
  denominator: { group: 'collection', width: 22, input: from('items', 'name') },
  scale: { group: 'collection', width: 7, input: figure },
  growthItem: { group: 'collection', width: 22, input: from('items', 'name') },
  growthBaseYear: { group: 'collection', width: 9, input: year },
  rollUp: { group: 'regions', width: 16, required, input: choice('rollUp') },
  allocations: { group: 'regions', width: 26, input: text },
  section: { group: 'source', width: 40, input: text },
  quote: { group: 'source', width: 50, input: text },
  quoteStart: { group: 'source', width: 9, input: place },
  note: { group: 'source', width: 46, input: text },
});

/** The sheets that are filled in, in the order of the workbook. */
export const sheetDesigns: Readonly<Record<SheetId, SheetDesign>> = {
  plan: {
    id: 'plan',
    name: sheetNames.plan,
    columns: design<PlanColumn>(planWords, {
      field: { group: 'plan', width: 14, input: text },
      content: { group: 'plan', width: 72, input: text },
      explanation: { group: 'plan', width: 46, input: { type: 'shown' } },
      organisation: { group: 'organisations', width: 28, input: text },
      aliases: { group: 'organisations', width: 44, input: text },
      region: { group: 'allRegions', width: 18, input: text },
    }),
  },
  indicators: { id: 'indicators', name: sheetNames.indicators, columns: indicatorColumns },
  quotes: {
    id: 'quotes',
    name: sheetNames.quotes,
    columns: design<QuoteColumn>(quoteWords, {
      indicator: { group: 'quotes', width: 28, required, input: from('indicators', 'id') },
      indicatorName: { group: 'quotes', width: 34, input: { type: 'shown' } },
      quote: { group: 'quotes', width: 70, required, input: text },
      quoteStart: { group: 'quotes', width: 10, input: place },
    }),
  },
  items: {
    id: 'items',
    name: sheetNames.items,
    columns: design<ItemColumn>(itemWords, {
      name: { group: 'items', width: 42, required, input: text },
      id: { group: 'items', width: 38, required, input: text },
      measureUnit: { group: 'items', width: 14, required, input: text },
      precision: { group: 'items', width: 10, required, input: decimals },
      accumulation: { group: 'items', width: 16, required, input: choice('accumulation') },
      compute: { group: 'items', width: 40, isNew, input: text },
    }),
  },
  rules: {
    id: 'rules',
    name: sheetNames.rules,
    columns: design<RuleColumn>(ruleWords, {
      id: { group: 'rules', width: 30, required, input: text },
      severity: { group: 'rules', width: 10, required, input: choice('severity') },
      assert: { group: 'rules', width: 50, required, input: text },
      messageZh: { group: 'rules', width: 44, required, input: text },
      messageEn: { group: 'rules', width: 44, input: text },
      rowIds: { group: 'rules', width: 26, isNew, input: text },
      rowKinds: { group: 'rules', width: 18, isNew, input: text },
      rowUnits: { group: 'rules', width: 14, isNew, input: text },
      at: { group: 'rules', width: 12, isNew, input: choice('findingColumn') },
      regions: { group: 'rules', width: 11, isNew, input: choice('yesNo') },
    }),
  },
  settings: {
    id: 'settings',
    name: sheetNames.settings,
    isNew,
    columns: design<SettingColumn>(settingWords, {
      rule: { group: 'settings', width: 26, required, input: choice('adjustableRule') },
      meaning: { group: 'settings', width: 40, input: { type: 'shown' } },
      off: { group: 'settings', width: 8, input: choice('yesNo') },
      severity: { group: 'settings', width: 10, input: choice('severity') },
      thresholds: { group: 'settings', width: 22, input: text },
      rowIds: { group: 'settings', width: 26, input: text },
      rowKinds: { group: 'settings', width: 18, input: text },
      rowUnits: { group: 'settings', width: 14, input: text },
      whole: { group: 'related', width: 26, input: text },
      parts: { group: 'related', width: 40, input: text },
      growth: { group: 'related', width: 26, input: text },
      level: { group: 'related', width: 26, input: text },
    }),
  },
};

export const SHEET_IDS = Object.keys(sheetDesigns) as SheetId[];
export const FIELD_IDS = Object.keys(fieldWords) as FieldId[];

/** Bands, headers, then one row per entry, on every sheet that is filled in. */
export const BAND_ROW = 1;
export const HEAD_ROW = 2;
export const FIRST_ROW = 3;
