import { fill } from '../plan/text';
import { quote } from '../rule/excel-formula';
import type { GridCell } from '../sheet/grid';
import type { CellMark } from '../sheet/marks';
import type { ReturnSlip } from './return-slip';
import type { SlipLine } from './return-slip-lines';
import { slipMessages as messages } from './return-slip-messages';

/** A longer text inside a formula makes Excel refuse the file; only its length is compared then. */
const LONGEST_LITERAL = 120;

/**
 * The cells to mark: those of errors and of explanations owed, in the form's colours. A mark lasts
 * while the cell holds what was sent; one for an explanation, while that is not given either.
 */
export function slipMarks({ lines, returned }: ReturnSlip): CellMark[] {
  const { form, language } = returned.round;
  const byCell = new Map<string, { line: SlipLine; number: number }[]>();
  lines.forEach((line, index) => {
    if (line.severity === 'note' || line.sheet === null || line.cell === null) return;
    const key = `${line.sheet}!${line.cell}`;
    byCell.set(key, [...(byCell.get(key) ?? []), { line, number: index + 1 }]);
  });
  return [...byCell.values()].map((found): CellMark => {
    // errors come first in the list
    const { line } = found[0]!;
    const colours = form.severities[line.severity];
    const notes = found.map(({ line: { severity, problem, remedy }, number }) => {
      const label = form.severities[severity].label;
      return fill(messages.noteMark, { number, severity: label, problem, remedy })[language];
    });
    return {
      sheet: line.sheet!,
      cell: line.cell!,
      fill: colours.fill,
      fontColour: colours.font,
      condition: conditionOf(line),
      note: notes.join('\n'),
    };
  });
}

function conditionOf({ severity, cell, content, explanationCell }: SlipLine): string {
  const conditions = [
    unchanged(cell!, content),
    ...(severity === 'explain' && explanationCell !== null
      ? [`LEN(TRIM(${explanationCell}))=0`]
      : []),
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? conditions.join(',') : 'TRUE';
}

/** True while the cell holds this content; null where a formula makes it, so that it changes by itself. */
function unchanged(cell: string, content: GridCell | undefined): string | null {
  if (!content) return `LEN(${cell})=0`;
  const { type, value } = content;
  if (content.formula !== undefined || content.hasCachedValue !== undefined) return null;
  switch (type) {
    case 'number':
      return `${cell}=${Number(value)}`;
    case 'boolean':
      return `${cell}=${value === true ? 'TRUE' : 'FALSE'}`;
    case 'error':
      return `ISERROR(${cell})`;
    case 'text': {
      const text = String(value);
      if (text === '') return `LEN(${cell})=0`;
      return text.length > LONGEST_LITERAL || /[\r\n]/.test(text)
        ? `LEN(${cell})=${text.length}`
        : `ISTEXT(${cell}),EXACT(${cell},${quote(text)})`;
    }
  }
}
