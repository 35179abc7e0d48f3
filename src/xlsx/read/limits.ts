/** Bounds on what a returned workbook may make the reader hold. Sizes in bytes. */
export interface ReadLimits {
  /** Members of the zip container. */
  readonly entries: number;
  /** One part after unpacking. */
  readonly partBytes: number;
  /** All parts that are read, after unpacking. */
  readonly totalBytes: number;
  /** Unpacked size over packed size of a part larger than `ratioFloor`. */
  readonly ratio: number;
  readonly ratioFloor: number;
  /** Filled cells of all sheets. */
  readonly cells: number;
  readonly sharedStrings: number;
  /** Cell formats in the style sheet. */
  readonly styles: number;
  /** Characters (UTF-16 code units) of one text, formula or comment. */
  readonly textLength: number;
}

const MEGABYTE = 1_048_576;

/** Far above any form that people fill in, and low enough to read within 512 MB of memory. */
export const DEFAULT_LIMITS: ReadLimits = {
  entries: 10_000,
  partBytes: 32 * MEGABYTE,
  totalBytes: 64 * MEGABYTE,
  ratio: 200,
  ratioFloor: 4 * MEGABYTE,
  cells: 500_000,
  sharedStrings: 500_000,
  styles: 100_000,
  textLength: 100_000,
};
