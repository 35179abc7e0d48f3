import type { Indicator, Plan, RowSelection } from '../../plan/schema';
import type { Language } from '../../plan/text';
import type { CellValue } from '../../sheet/description';
import { RULES } from '../../rule/catalogue';
import {
  knownNames,
  showAliases,
  showEntries,
  showNames,
  showPairs,
  showSection,
} from './cell-lists';
import { showText } from './cell-text';
import { labelOf, type Choice, type ChoiceName } from './choices';
import type {
  FieldId,
  IndicatorColumn,
  ItemColumn,
  PlanColumn,
  QuoteColumn,
  RuleColumn,
  SettingColumn,
} from './columns';
import { itemSpelling } from './item-names';

type Row<Column extends string> = Readonly<Record<Column, CellValue>>;

/** What the cells of each sheet show, row by row. */
export interface PlanCells {
  readonly fields: Row<FieldId>;
  readonly organisations: readonly Row<Extract<PlanColumn, 'organisation' | 'aliases'>>[];
  readonly regions: readonly Row<Extract<PlanColumn, 'region'>>[];
  readonly indicators: readonly Row<IndicatorColumn>[];
  readonly quotes: readonly Row<QuoteColumn>[];
  readonly items: readonly Row<ItemColumn>[];
  readonly rules: readonly Row<RuleColumn>[];
  readonly settings: readonly Row<SettingColumn>[];
}

/** The cells of a plan; those of an empty list where there is none. */
export function planCells(plan: Plan | null, language: Language): PlanCells {
  return plan === null ? emptyCells() : cellsOf(plan, language);
}

function emptyCells(): PlanCells {
  const fields: Row<FieldId> = {
    title: null,
    id: null,
    issuer: null,
    documentNumber: null,
    issuedOn: null,
    startYear: null,
    endYear: null,
    coordinator: null,
    sourceFile: 'source.txt',
    sourceHash: null,
    schemaVersion: 1,
  };
  const none = {
    organisations: [],
    regions: [],
    indicators: [],
    quotes: [],
    items: [],
    rules: [],
    settings: [],
  };
  return { fields, ...none };
}

function cellsOf(plan: Plan, language: Language): PlanCells {
  const label = <Name extends ChoiceName>(name: Name, code: Choice<Name>) =>
    labelOf(name, code)[language];
  return {
    fields: {
      title: showText(plan.title),
      id: plan.id,
      issuer: showText(plan.issuer),
      documentNumber: optional(plan.documentNumber),
      issuedOn: plan.issuedOn,
      startYear: plan.startYear,
      endYear: plan.endYear,
      coordinator: showText(plan.coordinator),
      sourceFile: showText(plan.source.file),
      sourceHash: plan.source.sha256,
      schemaVersion: plan.schemaVersion,
    },
    organisations: plan.organisations.map(({ name, aliases }) => ({
      organisation: showText(name),
      aliases: aliases.length === 0 ? null : showAliases(aliases),
    })),
    regions: plan.regions.map(({ name }) => ({ region: showText(name) })),
    indicators: plan.indicators.map((indicator) => indicatorCells(indicator, plan, language)),
    quotes: plan.indicators.flatMap(({ id, name, quotes }) =>
      quotes.slice(1).map(({ text, start }) => ({
        indicator: id,
        indicatorName: showText(name),
        quote: showText(text),
        quoteStart: start,
      })),
    ),
    items: plan.items.map(({ id, name, measureUnit, precision, accumulation, compute }) => ({
      name: showText(name),
      id,
      measureUnit: showText(measureUnit),
      precision,
      accumulation: label('accumulation', accumulation),
      compute: optional(compute ?? null),
    })),
    rules: plan.rules.map(({ id, severity, assert, message, rows, at, regions }) => ({
      id,
      severity: label('severity', severity),
      assert: showText(assert),
      messageZh: showText(message.zh),
      messageEn: showText(message.en),
      ...selectionCells(rows, language),
      at: at ? label('findingColumn', at) : null,
      regions: regions === undefined ? null : label('yesNo', regions ? 'yes' : 'no'),
    })),
    settings: (plan.ruleSettings ?? []).map((setting) => ({
      rule: setting.rule,
      meaning: RULES.find(({ id }) => id === setting.rule)?.catches[language] ?? null,
      off: setting.off ? label('yesNo', 'yes') : null,
      severity: setting.severity ? label('severity', setting.severity) : null,
      thresholds: setting.thresholds
        ? showPairs(Object.entries(setting.thresholds).map(([key, value]) => ({ key, value })))
        : null,
      ...selectionCells(setting.rows, language),
      whole: optional(setting.of?.whole ?? null),
      parts: setting.of?.parts ? showEntries(setting.of.parts) : null,
      growth: optional(setting.of?.growth ?? null),
      level: optional(setting.of?.level ?? null),
    })),
  };
}

function indicatorCells(
  indicator: Indicator,
  plan: Plan,
  language: Language,
): Row<IndicatorColumn> {
  const { target, baseline } = indicator;
  const label = <Name extends ChoiceName>(name: Name, code: Choice<Name>) =>
    labelOf(name, code)[language];
  const yesNo = (is: boolean) => label('yesNo', is ? 'yes' : 'no');
  const pairs = (list: readonly { key: string; value: number }[]) =>
    list.length === 0 ? null : showPairs(list);
  const [quote] = indicator.quotes;
  return {
    name: showText(indicator.name),
    id: indicator.id,
    measureUnit: indicator.measureUnit === '' ? null : showText(indicator.measureUnit),
    precision: indicator.precision,
    kind: label('kind', indicator.kind),
    direction: label('direction', indicator.direction),
    strength: label('strength', indicator.strength),
    attribute: indicator.attribute && label('attribute', indicator.attribute),
    soft: yesNo(indicator.soft),
    operator: label('operator', target.operator),
    targetValue: figure(target.value),
    upper: figure(target.upper),
    tolerance: figure(target.tolerance),
    targetYear: target.year,
    everyYear: yesNo(target.everyYear),
    yearlyTargets: pairs(
      indicator.yearlyTargets.map(({ year, value }) => ({ key: String(year), value })),
    ),
    baselineYear: baseline?.year ?? null,
    baselineValue: figure(baseline?.value ?? null),
    baselineNote: optional(baseline?.note ?? null),
    leadUnit: optional(indicator.leadUnit),
    supportingUnits:
      indicator.supportingUnits.length === 0
        ? null
        : showNames(indicator.supportingUnits, knownNames(plan.organisations)),
    leader: optional(indicator.leader),
    responsibility: label('responsibility', indicator.responsibility),
    frequency: label('frequency', indicator.frequency),
    collect: label('collect', indicator.collect.method),
    ...collectCells(indicator.collect, plan),
    rollUp: label('rollUp', indicator.rollUp),
    allocations: pairs(indicator.allocations.map(({ region, value }) => ({ key: region, value }))),
    section: indicator.section.length === 0 ? null : showSection(indicator.section),
    quote: quote ? showText(quote.text) : null,
    quoteStart: quote?.start ?? null,
    note: optional(indicator.note),
  };
}

/** Every row, as against no selection at all. */
export const EVERY_ROW = '*';

function selectionCells(
  rows: RowSelection | undefined,
  language: Language,
): Row<'rowIds' | 'rowKinds' | 'rowUnits'> {
  const { ids, kinds, measureUnits } = rows ?? {};
  const isAll = rows !== undefined && !ids && !kinds && !measureUnits;
  return {
    rowIds: isAll ? EVERY_ROW : ids ? showEntries(ids) : null,
    rowKinds: kinds ? kinds.map((kind) => labelOf('kind', kind)[language]).join('；') : null,
    rowUnits: measureUnits ? showEntries(measureUnits) : null,
  };
}

type CollectColumn = 'numerator' | 'denominator' | 'scale' | 'growthItem' | 'growthBaseYear';

function collectCells(collect: Indicator['collect'], plan: Plan): Row<CollectColumn> {
  const none = {
    numerator: null,
    denominator: null,
    scale: null,
    growthItem: null,
    growthBaseYear: null,
  };
  const spelling = (id: string) => showText(itemSpelling(id, plan.items));
  switch (collect.method) {
    case 'direct':
      return none;
    case 'ratio':
      return {
        ...none,
        numerator: spelling(collect.numerator),
        denominator: spelling(collect.denominator),
        scale: figure(collect.scale),
      };
    case 'average-growth':
      return { ...none, growthItem: spelling(collect.item), growthBaseYear: collect.baseYear };
  }
}

function optional(text: string | null): string | null {
  return text === null ? null : showText(text);
}

/** A number; as text where it has more digits than the 15 that spreadsheet programs keep. */
function figure(value: number | null): CellValue {
  if (value === null || Number(value.toPrecision(15)) === value) return value;
  return String(value);
}
