import { createHash } from 'node:crypto';
import { planSchema, type Plan } from '../../../../src/core/plan/schema';
import type { Language } from '../../../../src/core/plan/text';
import { formatAddress, parseAddress } from '../../../../src/core/sheet/address';
import type { CellValue, WorkbookDescription } from '../../../../src/core/sheet/description';
import { gridKey, type GridCell, type WorkbookGrid } from '../../../../src/core/sheet/grid';
import { describePlanList } from '../../../../src/core/template/plan-list/describe-plan-list';

export const digest = {
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
};

export function listOf(plan: Plan | null, language: Language = 'zh'): WorkbookDescription {
  return describePlanList(plan, language, {
    createdAt: '2024-03-01T00:00:00.000Z',
    creator: 'Tallybook',
  });
}

export function canonical(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

type Sheets = Map<string, Map<string, CellValue>>;

/** A workbook as it comes back, whose cells a test may change before it is read. */
export class Returned {
  readonly sheets: Sheets;
  readonly merges = new Map<string, string[]>();

  constructor(description: WorkbookDescription) {
    this.sheets = new Map(
      description.sheets.map(({ name, cells }) => [
        name,
        new Map(
          cells
            .filter(({ value }) => value !== null)
            .map(({ row, column, value }) => [formatAddress(row, column), value]),
        ),
      ]),
    );
  }

  /** The address of the cell under a header in the n-th row of data, counted from 1. */
  at(sheet: string, header: string, row = 1): string {
    const cells = this.cells(sheet);
    for (const [address, value] of cells)
      if (String(value).replace('*', '') === header && /^[A-Z]+2$/.test(address))
        return address.replace(/2$/, String(row + 2));
    throw new Error(`${sheet} has no header ${header}`);
  }

  /** The address beside a label of 规划信息. */
  field(label: string): string {
    for (const [address, value] of this.cells('规划信息'))
      if (value === label && address.startsWith('A')) return address.replace('A', 'B');
    throw new Error(`no field ${label}`);
  }

  set(sheet: string, address: string, value: CellValue): void {
    if (value === null) this.cells(sheet).delete(address);
    else this.cells(sheet).set(address, value);
  }

  /** Puts every row or column of a sheet where `place` says. */
  move(sheet: string, place: (row: number, column: number) => [number, number]): void {
    const moved = [...this.cells(sheet)].map(([address, value]) => {
      const { row, column } = parseAddress(address)!;
      return [formatAddress(...place(row, column)), value] as const;
    });
    this.sheets.set(sheet, new Map(moved));
  }

  grid(): WorkbookGrid {
    return {
      sheets: [...this.sheets].map(([name, cells]) => {
        const places = [...cells.keys()].map((address) => parseAddress(address)!);
        return {
          name,
          state: 'visible',
          rowCount: Math.max(0, ...places.map(({ row }) => row)),
          columnCount: Math.max(0, ...places.map(({ column }) => column)),
          cells: new Map(
            [...cells].map(([address, value]) => {
              const { row, column } = parseAddress(address)!;
              return [gridKey(row, column), gridCell(value)];
            }),
          ),
          hiddenRows: new Set(),
          hiddenColumns: new Set(),
          merges: this.merges.get(name) ?? [],
          isProtected: false,
          comments: new Map(),
        };
      }),
      definedNames: [],
      application: null,
      savedAt: null,
      externalLinks: [],
      hasMacros: false,
    };
  }

  private cells(sheet: string): Map<string, CellValue> {
    const cells = this.sheets.get(sheet);
    if (!cells) throw new Error(`no sheet ${sheet}`);
    return cells;
  }
}

function gridCell(value: CellValue): GridCell {
  if (typeof value === 'number') return { type: 'number', value, raw: String(value) };
  if (typeof value === 'boolean') return { type: 'boolean', value, raw: value ? '1' : '0' };
  const text = value ?? '';
  return { type: text.startsWith('#') ? 'error' : 'text', value: text, raw: text };
}

/** A plan with one of everything, over a source of a few lines. */
export const SOURCE = `一、总体要求
到2022年,全员劳动生产率达到30万元/人·年以上。
工业投资年均增长6%左右,\t淘汰落后产能3—5家。
产业生态\n\n基本建成。再次强调:全员劳动生产率达到30万元/人·年以上。
`;

export const PLAN: Plan = planSchema.parse({
  schemaVersion: 1,
  id: 'sample-2022',
  title: '示例规划',
  issuer: '示例市',
  documentNumber: '示发〔2020〕1号',
  issuedOn: '2020-03-13',
  startYear: 2020,
  endYear: 2022,
  source: { file: 'source.txt', sha256: digest.sha256(SOURCE) },
  coordinator: '市经信局',
  organisations: [
    { name: '市经信局', aliases: ['市经信局〔市工强办〕'] },
    { name: '各区、县(市)政府', aliases: ['各区、县(市)'] },
    { name: '市发改委', aliases: [] },
  ],
  regions: [{ name: '海曙区' }, { name: '江北区' }],
  indicators: [
    indicator('labour-productivity', '全员劳动生产率', {
      section: ['一、总体要求', '(一)目标'],
      quotes: [quote('全员劳动生产率达到30万元/人·年以上'), quote('再次强调:全员劳动生产率')],
      measureUnit: '万元/人·年',
      precision: 2,
      target: target('>=', 30),
      attribute: 'expected',
      baseline: { year: 2019, value: 24.5, note: '年鉴' },
      leadUnit: '市经信局',
      supportingUnits: ['各区、县(市)政府', '市发改委'],
      leader: '张三',
      responsibility: 'stated',
      collect: {
        method: 'ratio',
        numerator: 'added-value',
        denominator: 'employees',
        scale: 1,
      },
      rollUp: 'ratio',
      yearlyTargets: [
        { year: 2021, value: 27 },
        { year: 2022, value: 30 },
      ],
      allocations: [{ region: '海曙区', value: 31.5 }],
      note: '口径按年鉴',
    }),
    indicator('investment-growth', '工业投资年均增速', {
      quotes: [quote('工业投资年均增长6%左右')],
      measureUnit: '%',
      kind: 'average-growth',
      target: { ...target('~', 6), tolerance: 0.05 },
      strength: 'striving',
      collect: { method: 'average-growth', item: 'investment', baseYear: 2019 },
    }),
    indicator('outdated-capacity', '淘汰落后产能', {
      quotes: [quote('淘汰落后产能3—5家')],
      measureUnit: '家',
      kind: 'cumulative',
      target: { ...target('range', 3), upper: 5 },
    }),
    indicator('ecosystem', '产业生态', {
      quotes: [quote('产业生态\n\n基本建成')],
      kind: 'milestone',
      target: target('qualitative', null),
      direction: 'none',
    }),
  ],
  items: [
    item('added-value', '规上工业增加值', '亿元'),
    item('employees', '平均用工人数', '万人'),
    item('investment', '工业投资', '亿元'),
  ],
  rules: [
    {
      id: 'people',
      severity: 'error',
      assert: '[employees] > 0 and [labour-productivity] > 0',
      message: { zh: '人数应大于零', en: 'There must be people' },
    },
  ],
});

function indicator(id: string, name: string, parts: object) {
  return {
    id,
    name,
    section: [],
    quotes: [],
    measureUnit: '',
    precision: 0,
    kind: 'level',
    target: target('>=', 1),
    direction: 'higher',
    strength: 'firm',
    attribute: null,
    soft: false,
    baseline: null,
    leadUnit: null,
    supportingUnits: [],
    leader: null,
    responsibility: 'none',
    collect: { method: 'direct' },
    rollUp: 'none',
    frequency: 'year',
    yearlyTargets: [],
    allocations: [],
    note: null,
    ...parts,
  };
}

function target(operator: string, value: number | null) {
  return { operator, value, upper: null, year: 2022, everyYear: false, tolerance: null };
}

function quote(text: string) {
  return { text, start: SOURCE.indexOf(text) };
}

function item(id: string, name: string, measureUnit: string) {
  return { id, name, measureUnit, precision: 2, accumulation: 'year-to-date' };
}
