import type { ChartDescription } from './chart';

/** A workbook described as plain data; src/xlsx writes it to bytes, once for every host. */
export interface WorkbookDescription {
  readonly title: string;
  readonly creator: string;
  /** ISO time; passed in, since core has no clock. */
  readonly createdAt: string;
  /** Cell styles by name; a cell names one of them. */
  readonly styles: Readonly<Record<string, CellStyle>>;
  readonly sheets: readonly SheetDescription[];
  readonly names: readonly DefinedName[];
}

export interface DefinedName {
  readonly name: string;
  /** With the sheet's name: '填报表'!$H$9. */
  readonly reference: string;
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

export interface SheetDescription {
  readonly name: string;
  readonly state: SheetState;
  /** RRGGBB, as all colours here. */
  readonly tabColour?: string;
  readonly columns: readonly ColumnDescription[];
  readonly rows: ReadonlyMap<number, RowDescription>;
  /** In row order, then column order. */
  readonly cells: readonly CellDescription[];
  /** Rows below all of `cells`. */
  readonly body?: BodyDescription;
  /** Ranges such as B2:H2. */
  readonly merges: readonly string[];
  readonly validations: readonly ValidationDescription[];
  readonly conditionalFormats: readonly ConditionalFormatDescription[];
  readonly protection?: ProtectionDescription;
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly autoFilter?: string;
  readonly print?: PrintDescription;
  /** Drawn over the cells; the first one lies lowest. */
  readonly charts?: readonly ChartDescription[];
  readonly showGridLines: boolean;
  readonly zoom?: number;
}

/** A table's rows, each made when it is written: a long table takes no memory for its cells. */
export interface BodyDescription {
  readonly firstRow: number;
  readonly count: number;
  /** Every style that its cells name. */
  readonly styles: readonly string[];
  /** The row with this index, counted from 0; the same one whenever it is asked for. */
  readonly row: (index: number) => BodyRow;
}

export interface BodyRow {
  /** In points. */
  readonly height: number;
  /** Side by side from column A. */
  readonly cells: readonly Omit<CellDescription, 'row' | 'column'>[];
}

export interface ColumnDescription {
  /** In characters of the default font. */
  readonly width: number;
  readonly hidden?: boolean;
}

export interface RowDescription {
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
}

export type CellValue = string | number | boolean | null;

export interface CellDescription {
  readonly row: number;
  readonly column: number;
  /** For a formula: its computed value, so that a preview without calculation shows it. */
  readonly value: CellValue;
  /** Without the leading “=”, in the English spelling that files store. */
  readonly formula?: string;
  readonly style: string;
  /** Goes to a place in this workbook: '数据'!A5. */
  readonly link?: string;
}

export interface CellStyle {
  readonly font?: {
    readonly name?: string;
    /** In points. */
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly colour?: string;
  };
  readonly fill?: string;
  readonly border?: {
    readonly top?: BorderLine;
    readonly bottom?: BorderLine;
    readonly left?: BorderLine;
    readonly right?: BorderLine;
    readonly colour?: string;
  };
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  /** Only means something on a protected sheet; locked where absent. */
  readonly unlocked?: boolean;
}

export type BorderLine = 'hair' | 'thin' | 'medium' | 'double';

export interface ValidationDescription {
  /** One or more ranges, separated by spaces. */
  readonly range: string;
  readonly rule:
    | { readonly type: 'list'; readonly source: string }
    | {
        readonly type: 'decimal' | 'whole' | 'textLength';
        readonly operator: 'between' | 'greaterThanOrEqual' | 'lessThanOrEqual';
        readonly low: number;
        readonly high?: number;
      }
    | { readonly type: 'custom'; readonly formula: string }
    | { readonly type: 'any' };
  readonly prompt?: { readonly title: string; readonly text: string };
  readonly error?: {
    readonly style: 'stop' | 'warning' | 'information';
    readonly title: string;
    readonly text: string;
  };
}

export interface ConditionalFormatDescription {
  readonly range: string;
  readonly rules: readonly (
    | {
        readonly type: 'formula';
        readonly formula: string;
        readonly fontColour?: string;
        readonly bold?: boolean;
        readonly fill?: string;
        /** How the cell's value is shown: "▲ "@ puts a mark before a text and leaves the value as it is. */
        readonly numberFormat?: string;
        readonly stopIfTrue?: boolean;
      }
    | {
        readonly type: 'dataBar';
        readonly colour: string;
        readonly min: number;
        readonly max: number;
      }
    | {
        readonly type: 'iconSet';
        readonly icons: '3Arrows' | '3TrafficLights1' | '3Symbols2' | '3Flags';
        /** The least values of the second and of the third icon; the first one is for all below. */
        readonly from: readonly [second: number, third: number];
      }
  )[];
}

export interface ProtectionDescription {
  readonly password?: string;
  readonly allow: readonly (
    'sort' | 'autoFilter' | 'formatColumns' | 'formatRows' | 'formatCells' | 'insertRows'
  )[];
}

export interface PrintDescription {
  readonly paper: 'A4' | 'A3';
  readonly landscape: boolean;
  /** Pages across; the length follows the content. */
  readonly fitToWidth: number;
  readonly titleRows?: { readonly from: number; readonly to: number };
  readonly area?: string;
  /** Rows after which a new page begins. */
  readonly breaks?: readonly number[];
  /** Excel's header and footer codes: &P of &N. */
  readonly footer?: string;
  readonly header?: string;
  readonly centred?: boolean;
  /** In inches. */
  readonly margins?: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
}
