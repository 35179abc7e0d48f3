import { addressOf, isWithin } from './addresses';
import type { CellArea, ConditionalFormat, LiveCell, LiveSheet } from './book';
import type { ExcelProgram } from './excel';
import { HostError, LacksMember, type HostObject } from './host-object';

type Value = string | number | boolean | null;

export function rangeObject(excel: ExcelProgram, sheet: LiveSheet, area: CellArea): HostObject {
  // of a sheet that was deleted since, nothing is there any more
  const live = () => excel.sheet(sheet.id);
  const cells = <Result>(read: (cell: LiveCell | undefined) => Result): Result[][] => {
    live();
    return Array.from({ length: area.rows }, (_, y) =>
      Array.from({ length: area.columns }, (__, x) =>
        read(sheet.cells.get(`${area.row + y},${area.column + x}`)),
      ),
    );
  };
  const along = (
    count: number,
    from: number,
    hidden: ReadonlySet<number>,
    property: string,
    asked: object,
  ) => {
    const others = Object.keys(asked).filter((name) => name !== property);
    if (others.length > 0) throw new LacksMember(`the double has no ${others.join(', ')} of rows`);
    live();
    return Array.from({ length: count }, (_, index) => ({ [property]: hidden.has(from + index) }));
  };
  return excel.keep({
    type: 'Range',
    scalars: {
      Address: () => `${quoted(live().name)}!${addressOf(area)}`,
      RowIndex: () => area.row,
      ColumnIndex: () => area.column,
      RowCount: () => area.rows,
      ColumnCount: () => area.columns,
      Values: () => cells((cell) => cell?.value ?? ''),
      Formulas: () =>
        cells((cell) =>
          typeof cell?.formula === 'string' ? `=${cell.formula}` : (cell?.value ?? ''),
        ),
      ValueTypes: () => cells(valueType),
      NumberFormat: () => cells((cell) => cell?.format ?? 'General'),
    },
    setters: {
      Values: (values: readonly (readonly Value[])[]) => {
        if (values.length !== area.rows || values.some((row) => row.length !== area.columns))
          throw new HostError('InvalidArgument', '参数无效或丢失或格式不正确。');
        excel.put(live(), area, values, 'add-in');
      },
    },
    properties: {
      Format: () => formatObject(excel, sheet, area),
      ConditionalFormats: () => conditionalFormatsObject(excel, sheet, area),
    },
    methods: {
      Select: () => {
        excel.book.active = live().name;
        excel.book.selected = addressOf(area);
      },
      GetRowProperties: (asked: object) =>
        along(area.rows, area.row, sheet.hiddenRows, 'rowHidden', asked),
      GetColumnProperties: (asked: object) =>
        along(area.columns, area.column, sheet.hiddenColumns, 'columnHidden', asked),
      GetMergedAreasOrNullObject: () => {
        live();
        const merges = sheet.merges.filter((merge) => isWithin(merge, area));
        return merges.length === 0 ? null : rangeAreasObject(excel, sheet, merges);
      },
      _KeepReference: () => null,
    },
  });
}

function valueType(cell: LiveCell | undefined): string {
  if (cell?.isError) return 'Error';
  const { value = null } = cell ?? {};
  if (value === null) return 'Empty';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function rangeAreasObject(
  excel: ExcelProgram,
  sheet: LiveSheet,
  areas: readonly CellArea[],
): HostObject {
  return excel.keep({
    type: 'RangeAreas',
    properties: {
      Areas: () => ({
        type: 'RangeCollection',
        identity: {},
        items: () => areas.map((area) => rangeObject(excel, sheet, area)),
      }),
    },
    methods: { _KeepReference: () => null },
  });
}

function formatObject(excel: ExcelProgram, sheet: LiveSheet, area: CellArea): HostObject {
  const touched = () => {
    const places = [...sheet.cells].filter(([key]) => {
      const [row, column] = key.split(',').map(Number) as [number, number];
      return isWithin({ row, column, rows: 1, columns: 1 }, area);
    });
    return places.map(([, cell]) => cell);
  };
  return {
    type: 'RangeFormat',
    identity: {},
    properties: {
      Protection: () => ({
        type: 'FormatProtection',
        identity: {},
        scalars: {
          // null where cells differ; a cell that nobody touched is locked
          Locked: () => {
            const states = new Set(touched().map(({ isLocked }) => isLocked));
            if (states.size > 1) return null;
            return [...states][0] ?? true;
          },
        },
        setters: {
          Locked: (isLocked: boolean) => {
            excel.checkAllowed(sheet, null);
            for (const cell of touched()) cell.isLocked = isLocked;
          },
        },
      }),
    },
  };
}

function conditionalFormatsObject(
  excel: ExcelProgram,
  sheet: LiveSheet,
  area: CellArea,
): HostObject {
  const found = () => sheet.conditionalFormats.filter(({ range }) => isWithin(range, area));
  return {
    type: 'ConditionalFormatCollection',
    identity: {},
    items: () => found().map((format) => conditionalFormatObject(excel, sheet, format)),
    item: (key) => {
      const format = found().find(({ id }) => id === key);
      if (!format) throw new HostError('ItemNotFound', '请求的资源不存在。');
      return conditionalFormatObject(excel, sheet, format);
    },
    methods: {
      Add: (type: string) => {
        excel.checkAllowed(sheet, 'allowFormatCells');
        const format = {
          id: `{${excel.newId()}}`,
          type,
          range: area,
          formula: '',
          colour: '',
        };
        sheet.conditionalFormats.push(format);
        return conditionalFormatObject(excel, sheet, format);
      },
    },
  };
}

function conditionalFormatObject(
  excel: ExcelProgram,
  sheet: LiveSheet,
  format: ConditionalFormat,
): HostObject {
  return {
    type: 'ConditionalFormat',
    identity: { Id: format.id },
    scalars: { Id: () => format.id, Type: () => format.type },
    properties: { Custom: () => customFormatObject(format) },
    methods: {
      Delete: () => {
        excel.checkAllowed(sheet, 'allowFormatCells');
        sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
      },
    },
  };
}

function customFormatObject(format: ConditionalFormat): HostObject {
  const leaf = (type: string, members: Pick<HostObject, 'scalars' | 'setters' | 'properties'>) => ({
    type,
    identity: {},
    ...members,
  });
  return leaf('CustomConditionalFormat', {
    properties: {
      Rule: () =>
        leaf('ConditionalFormatRule', {
          scalars: { Formula: () => format.formula },
          setters: {
            Formula: (formula: string) => {
              format.formula = formula;
            },
          },
        }),
      Format: () =>
        leaf('ConditionalRangeFormat', {
          properties: {
            Fill: () =>
              leaf('ConditionalRangeFill', {
                setters: {
                  Color: (colour: string) => {
                    format.colour = colour;
                  },
                },
              }),
          },
        }),
    },
  });
}
