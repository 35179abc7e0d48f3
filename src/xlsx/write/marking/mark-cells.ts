import type { CellMark } from '../../../core/sheet/marks';
import { checkedFormula, escapeXml } from '../text';
import { setAttribute, splice, walkXml } from '../xml';
import type { ClosedElement, Element, Splice } from '../xml';
import { placeInOrder, WORKSHEET_ORDER } from './place-in-order';

/** A mark with the number of its colours among the differential formats. */
export interface NumberedMark {
  readonly mark: CellMark;
  readonly format: number;
}

/**
 * Colours cells by rules of their own, before all other rules of the sheet: the cells keep their
 * style, number format and protection, and the colour goes when the rule's condition does.
 * Rules that were added under the same sign before are taken away.
 */
export function markCells(
  xml: string,
  part: string,
  marks: readonly NumberedMark[],
  sign: string,
): string {
  const cleared = withoutMarks(xml, part, sign);
  if (marks.length === 0) return cleared;
  const { at, prefix } = placeInOrder(cleared, part, WORKSHEET_ORDER, 'conditionalFormatting');
  const rules = marks.map(({ mark, format }, index) => {
    const formula = checkedFormula(`AND(${signature(sign)},${mark.condition})`, mark.cell);
    const rule = `${prefix}cfRule`;
    const list = `${prefix}conditionalFormatting`;
    return `<${list} sqref="${mark.cell}"><${rule} type="expression" dxfId="${format}" priority="${index + 1}"><${prefix}formula>${escapeXml(formula)}</${prefix}formula></${rule}></${list}>`;
  });
  return splice(cleared, [
    ...laterPriorities(cleared, part, marks.length),
    { from: at, to: at, text: rules.join('') },
  ]);
}

/** Always true; tells our rules from others, whatever program wrote them anew. */
function signature(sign: string): string {
  return `N("${sign}")=0`;
}

/** A lower number goes first. */
function laterPriorities(xml: string, part: string, by: number): Splice[] {
  const splices: Splice[] = [];
  walkXml(xml, part, {
    open(element) {
      const priority = Number(element.attributes.priority ?? NaN);
      if (element.name === 'cfRule' && Number.isInteger(priority))
        splices.push(setAttribute(xml, element, 'priority', String(priority + by)));
    },
  });
  return splices;
}

function withoutMarks(xml: string, part: string, sign: string): string {
  if (!xml.includes('cfRule')) return xml;
  const splices: Splice[] = [];
  const rules = new Map<number, number>();
  let marks: ClosedElement[] = [];
  let rule: Element | undefined;
  let isMark = false;
  walkXml(xml, part, {
    open(element, parent) {
      if (element.name !== 'cfRule') return;
      rule = element;
      isMark = false;
      if (parent) rules.set(parent.start, (rules.get(parent.start) ?? 0) + 1);
    },
    close(element, parent) {
      if (element.name === 'formula' && parent === rule)
        isMark ||= element.text.includes(signature(sign));
      else if (element.name === 'cfRule' && isMark) marks.push(element);
      else if (element.name === 'conditionalFormatting') {
        const gone = marks.length === rules.get(element.start) ? [element] : marks;
        for (const { start, end } of gone) splices.push({ from: start, to: end, text: '' });
        marks = [];
      }
    },
  });
  return splice(xml, splices);
}
