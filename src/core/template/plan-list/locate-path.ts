import type { Text } from '../../plan/text';
import { indicatorWords } from './indicator-messages';
import {
  FIELD_IDS,
  type FieldId,
  type IndicatorColumn,
  type RuleColumn,
  type SettingColumn,
} from './columns';
import { findingMessages as messages } from './messages';
import type { PlanDraft } from './plan-draft';

/** Values of an indicator that are not called as their column is. */
const INDICATOR_COLUMNS: Readonly<Record<string, IndicatorColumn>> = {
  target: 'operator',
  'target.value': 'targetValue',
  'target.upper': 'upper',
  'target.year': 'targetYear',
  'target.everyYear': 'everyYear',
  'target.tolerance': 'tolerance',
  baseline: 'baselineValue',
  'baseline.year': 'baselineYear',
  'baseline.note': 'baselineNote',
  'collect.numerator': 'numerator',
  'collect.denominator': 'denominator',
  'collect.scale': 'scale',
  'collect.item': 'growthItem',
  'collect.baseYear': 'growthBaseYear',
  quotes: 'quote',
};
const INDICATOR_IDS = Object.keys(indicatorWords) as IndicatorColumn[];
const ITEM_COLUMNS = ['name', 'id', 'measureUnit', 'precision', 'accumulation', 'compute'] as const;
const RULE_COLUMNS: Readonly<Record<string, RuleColumn>> = {
  severity: 'severity',
  assert: 'assert',
  'message.zh': 'messageZh',
  'message.en': 'messageEn',
  rows: 'rowIds',
  'rows.ids': 'rowIds',
  'rows.kinds': 'rowKinds',
  'rows.measureUnits': 'rowUnits',
  at: 'at',
  regions: 'regions',
};
const SETTING_COLUMNS: Readonly<Record<string, SettingColumn>> = {
  rows: 'rowIds',
  'rows.ids': 'rowIds',
  'rows.kinds': 'rowKinds',
  'rows.measureUnits': 'rowUnits',
  of: 'whole',
  'of.whole': 'whole',
  'of.parts': 'parts',
  'of.growth': 'growth',
  'of.level': 'level',
  off: 'off',
  severity: 'severity',
  thresholds: 'thresholds',
};
const SOURCE_FIELDS: Readonly<Record<string, FieldId>> = {
  file: 'sourceFile',
  sha256: 'sourceHash',
};

/** Reports a problem in its own words, at the cell that holds what its path in the plan's JSON names. */
export function reportAt(path: string, message: Text, draft: PlanDraft): void {
  const detail = { detail: message };
  const [list, index, ...rest] = partsOf(path);
  const at = typeof index === 'number' ? index : 0;
  const inner = rest.filter((part) => typeof part === 'string').join('.');
  switch (list) {
    case 'indicators': {
      const [first, second] = rest;
      if (first === 'quotes' && typeof second === 'number')
        draft.quotes[at]![second]!.report('quote', messages.schema, detail);
      else {
        const column = INDICATOR_COLUMNS[inner] ?? (isOne(INDICATOR_IDS, first) ? first : 'id');
        draft.indicators[at]!.report(column, messages.schema, detail);
      }
      return;
    }
    case 'items':
      draft.items[at]!.report(isOne(ITEM_COLUMNS, inner) ? inner : 'id', messages.schema, detail);
      return;
    case 'rules':
      draft.rules[at]!.report(RULE_COLUMNS[inner] ?? 'id', messages.schema, detail);
      return;
    case 'ruleSettings':
      draft.settings[at]!.report(SETTING_COLUMNS[inner] ?? 'rule', messages.schema, detail);
      return;
    case 'organisations': {
      const column = rest[0] === 'aliases' ? 'aliases' : 'organisation';
      draft.organisations[at]!.report(column, messages.schema, detail);
      return;
    }
    case 'regions':
      draft.regions[at]!.report('region', messages.schema, detail);
      return;
    case undefined:
    default: {
      const field = list === 'source' ? SOURCE_FIELDS[String(index)] : list;
      draft.fields.report(isOne(FIELD_IDS, field) ? field : 'id', messages.schema, detail);
    }
  }
}

/** indicators[3].target.year and indicators.3.target.year alike: indicators, 3, target, year. */
export function partsOf(path: string): (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function isOne<T extends string>(list: readonly T[], value: unknown): value is T {
  return (list as readonly unknown[]).includes(value);
}
