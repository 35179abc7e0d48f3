import type { Expected } from '../../../src/core/review/against-round';
import type {
  CellDescription,
  CellStyle,
  CellValue,
  SheetDescription,
  WorkbookDescription,
} from '../../../src/core/sheet/description';
import { parseAddress } from '../../../src/core/sheet/address';
import { reissue } from '../../../src/core/submission/recover/reissue';
import { buildTemplate, type BuiltTemplate } from '../../../src/core/template/build-template';
import type { Round } from '../../../src/core/template/round';
import { recipientsOf } from '../../../src/core/template/select';
import { hashOf, PLAIN } from '../../factories/digest';
import { cellOf, footEdits, formOf } from '../../factories/filling';
import { CITY, indicatorOf, targetOf } from '../../factories/plan';
import { contextOf, FORM, historyOf } from '../../factories/template';

/** A small plan with a row of each sort, and one that another organisation reports. */
export const PLAN = {
  ...CITY,
  indicators: [
    ...CITY.indicators.slice(0, 5),
    indicatorOf({
      id: 'renewal',
      name: '规上企业数字化改造覆盖率',
      kind: 'share',
      measureUnit: '%',
      precision: 1,
      target: targetOf({ value: 60 }),
    }),
    ...CITY.indicators.slice(5),
    indicatorOf({ id: 'patents', name: '高价值发明专利', leadUnit: '市科技局' }),
  ],
};
export const PERIOD = '2021Q2';
export const ORGANISATION = '市经信局';
const PAST: Round['history'] = [
  past('city/firms', 60),
  past('city/productivity', 30.5),
  past('city/investment', 110),
];

function past(key: string, value: number): Round['history'][number] {
  return { key, organisation: ORGANISATION, region: null, period: '2021Q1', value };
}

export const CONTEXT = contextOf([PLAN], PERIOD, { history: historyOf(PAST) });
const BUILT = recipientsOf([PLAN], CONTEXT.period, 'unit').map((recipient) => ({
  recipient,
  built: buildTemplate(CONTEXT, recipient),
}));
/** The blank that every case starts from. */
export const BLANK: BuiltTemplate = BUILT.find(
  ({ recipient }) => recipient.organisation === ORGANISATION,
)!.built;

/** The round as its round.json says it. */
export const ROUND: Round = {
  schemaVersion: 1,
  id: CONTEXT.round,
  product: CONTEXT.product,
  period: PERIOD,
  due: CONTEXT.due,
  issuedAt: CONTEXT.issuedAt,
  division: 'unit',
  language: 'zh',
  coordinator: CONTEXT.coordinator,
  isSigned: false,
  plans: [{ hash: hashOf(PLAN), plan: PLAN }],
  form: FORM,
  links: null,
  issued: BUILT.map(({ recipient: { organisation, region }, built }) => ({
    organisation,
    region,
    file: `${organisation}.xlsx`,
    hash: '',
    seal: built.carrier.seal.value,
    figures: built.model.entries.length,
  })),
  history: PAST,
};

/** What the submissions of the round are held against. */
export const EXPECTED: Expected = {
  round: { id: ROUND.id, period: ROUND.period },
  plans: [{ id: PLAN.id, title: PLAN.title, hash: hashOf(PLAN) }],
  isSigned: false,
  templates: () => reissue(ROUND, PLAIN),
};

/** What a row reports: its figure, the place of a milestone in its list, or a state. */
export type Reading = number | 'blank' | 'nil' | 'not-applicable' | 'not-due' | 'invalid' | 'conflict';
export type RowId = keyof typeof READINGS;

/** What is typed into the open cells, and what it means: no rule says anything about it. */
const TYPED: Readonly<Record<string, CellValue>> = {
  productivity: 31,
  firms: 70,
  'item.rd': 26,
  'item.revenue': 1000,
  'item.rd.2019': 22,
  investment: 210.5,
  renewal: 61.5,
  park: '达序时',
};
export const READINGS = {
  productivity: 31,
  firms: 70,
  'item.rd': 26,
  'item.revenue': 1000,
  'rd-share': 2.6,
  'item.rd.2019': 22,
  'rd-growth': 8.71,
  investment: 210.5,
  renewal: 61.5,
  park: 3,
} as const satisfies Record<string, Reading>;

/** A cell as a person or a program leaves it. */
export interface Typed {
  readonly value: CellValue;
  readonly formula?: string;
  readonly numberFormat?: string;
}
export type Change = CellValue | Typed;
export type Column = 'actual' | 'state' | 'explanation' | 'evidence';

type Changes = Readonly<Record<string, Partial<Record<Column, Change>>>>;

/** The filled-in workbook as it comes back unharmed, with some cells typed differently. */
export function filled(changes: Changes = {}): WorkbookDescription {
  return filledOf(BLANK, changes);
}

/** Another form of the same rows, filled in with the same figures. */
export function filledOf(built: BuiltTemplate, changes: Changes = {}): WorkbookDescription {
  const plan = built.model.plans[0]!.id;
  const edits = new Map<string, Change>();
  for (const { cell, value } of footEdits(built)) edits.set(cell, value);
  for (const [row, value] of Object.entries(TYPED))
    edits.set(cellOf(built, `${plan}/${row}`, 'actual'), value);
  for (const [row, cells] of Object.entries(changes))
    for (const [column, value] of Object.entries(cells) as [Column, Change][])
      edits.set(cellOf(built, `${plan}/${row}`, column), value);
  return typeInto(built.description, formOf(built).name, edits);
}

/** The address of a column's cell in a row, as issued. */
export function placeOf(row: RowId, column: Column): string {
  return cellOf(BLANK, `city/${row}`, column);
}

/** The workbook with these cells of a sheet changed. */
export function typeInto(
  workbook: WorkbookDescription,
  sheet: string,
  edits: ReadonlyMap<string, Change>,
): WorkbookDescription {
  const styles: Record<string, CellStyle> = { ...workbook.styles };
  const sheets = workbook.sheets.map((candidate) =>
    candidate.name === sheet ? typedSheet(candidate, edits, styles) : candidate,
  );
  return { ...workbook, styles, sheets };
}

function typedSheet(
  sheet: SheetDescription,
  edits: ReadonlyMap<string, Change>,
  styles: Record<string, CellStyle>,
): SheetDescription {
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  for (const [address, change] of edits) {
    const { row, column } = parseAddress(address)!;
    const before = cells.get(`${row},${column}`);
    const typed: Typed = typeof change === 'object' && change !== null ? change : { value: change };
    let style = before?.style ?? 'hidden';
    if (typed.numberFormat !== undefined) {
      const name = `${style} as ${typed.numberFormat}`;
      styles[name] = { ...styles[style], numberFormat: typed.numberFormat };
      style = name;
    }
    const { value, formula } = typed;
    const cell = { row, column, value, style, ...(formula === undefined ? {} : { formula }) };
    cells.set(`${row},${column}`, cell);
  }
  return { ...sheet, cells: inOrder([...cells.values()]) };
}

/** In row order, then column order, as a description keeps them. */
export function inOrder(cells: readonly CellDescription[]): CellDescription[] {
  return [...cells].sort((left, right) => left.row - right.row || left.column - right.column);
}
