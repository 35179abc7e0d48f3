import type { CellValue } from '../../../core/sheet/description';

/** Digits with or without thousands marked, as a spreadsheet takes them for a number. */
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?$|^[+-]?\.\d+$/;

/**
 * What a cell holds once this was typed: a number where a spreadsheet would make one of it, else the
 * text as it is, for the rules to speak about; null for nothing.
 */
export function typedFigure(text: string): CellValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return NUMBER.test(trimmed) ? Number(trimmed.replaceAll(',', '')) : trimmed;
}

/** The same for a cell of text. */
export function typedText(text: string): CellValue {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
