import type { Address } from './address';

/** A chart of a sheet as plain data: drawn over cells, from cells, editable in the program that opens it. */
export interface ChartDescription {
  /** Names the object in the program's selection list; unique on its sheet. */
  readonly name: string;
  /** What a screen reader says in place of the picture. */
  readonly altText: string;
  readonly title: string;
  readonly kind: ChartKind;
  readonly anchor: ChartAnchor;
  /** The texts along the category axis, or of the doughnut's pieces. */
  readonly categories: CellReference<string>;
  readonly series: readonly ChartSeries[];
  /** Absent for a doughnut, which has no axes. */
  readonly axes?: {
    readonly category: AxisDescription;
    readonly value: ValueAxisDescription;
  };
  readonly legend: 'none' | 'top' | 'right' | 'bottom';
  /** Space between two categories in per cent of a bar's width; bars and columns only. */
  readonly gapWidth?: number;
  /** Per cent by which bars of one category lie over each other, −100 to 100; clustered ones only. */
  readonly overlap?: number;
  readonly look: ChartLook;
}

/** Bars lie and read from the top down, columns stand. */
export type ChartKind =
  'clustered-bar' | 'stacked-bar' | 'clustered-column' | 'stacked-column' | 'line' | 'doughnut';

/** From the top left corner of one cell to the bottom right corner of another. */
export interface ChartAnchor {
  /** Points by which the chart's edges stand away from the cell's, to its right and below. */
  readonly from: Address & { readonly right?: number; readonly below?: number };
  readonly to: Address;
}

/** Cells of this workbook, and what stands in them, so that a preview without calculation draws the chart. */
export interface CellReference<T> {
  /** Absolute and with its sheet: '图表数据'!$C$5:$C$12, one row or one column. */
  readonly reference: string;
  /** One for each cell, in order; null for one without a value. */
  readonly cached: readonly (T | null)[];
}

export interface ChartSeries {
  readonly name: CellReference<string>;
  readonly values: CellReference<number> & { readonly numberFormat: string };
  /** RRGGBB. */
  readonly colour: string;
  /** One colour for each piece of a doughnut. */
  readonly pointColours?: readonly string[];
  readonly labels?: ChartLabels;
}

/** The values written at their bars, points or pieces. */
export interface ChartLabels {
  /** In the middle of a bar or piece; at the end of a clustered bar; above or below a line's point. */
  readonly position: 'inside' | 'end' | 'above' | 'below';
  /** A format such as 0;;; leaves out zeros. */
  readonly numberFormat: string;
  readonly colour: string;
}

export interface AxisDescription {
  readonly title?: string;
}

export interface ValueAxisDescription extends AxisDescription {
  readonly numberFormat: string;
  /** Chosen by the program where absent. */
  readonly min?: number;
  readonly max?: number;
  readonly majorUnit?: number;
  /** Without numbers and lines, for charts whose bars carry their values. */
  readonly hidden?: boolean;
}

/** Fonts are named for Latin and Chinese letters alike; sizes are in points, colours RRGGBB. */
export interface ChartLook {
  readonly title: ChartFont;
  readonly text: ChartFont;
  readonly background: string;
  readonly border: string;
  readonly gridLines: string;
  readonly axisLine: string;
}

export interface ChartFont {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}
