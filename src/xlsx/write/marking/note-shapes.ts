import type { Address } from '../../../core/sheet/address';
import { parseAddress } from '../../../core/sheet/address';
import { append, splice, walkXml } from '../xml';
import type { ClosedElement, Splice } from '../xml';
import { boxFor, type ColumnWidths } from './box-place';

/** The namespaces of drawings of this old kind; declared on each shape of ours, since programs give them any prefix. */
const NAMESPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;
const SHAPE_TYPE = '_x0000_t202';
/** The numbers of the first block of shapes of a sheet. */
const FIRST_NUMBER = 1025;

const DECLARED = Object.entries(NAMESPACES)
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ');
export const EMPTY_DRAWING = `<xml ${DECLARED}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;

export interface NoteText {
  /** H9. */
  readonly cell: string;
  readonly text: string;
}

/**
 * Adds the boxes of comments to a sheet's drawing, and takes those of other cells away.
 * Null where the drawing is written in a way that cannot be added to with certainty.
 */
export function drawNotes(
  xml: string,
  part: string,
  change: { readonly add: readonly NoteText[]; readonly remove: readonly string[] },
  widths: ColumnWidths,
): string | null {
  const outline = readDrawing(xml, part);
  if (!outline) return null;
  const gone = new Set(change.remove);
  const removed = outline.notes
    .filter(({ cell }) => gone.has(cell))
    .map(({ shape }): Splice => ({ from: shape.start, to: shape.end, text: '' }));
  let number = Math.max(FIRST_NUMBER, ...outline.numbers.map((known) => known + 1));
  const shapes = change.add.map((note) => shapeXml(note, number++, widths));
  const type = outline.hasType || shapes.length === 0 ? '' : TYPE_XML;
  const added = type + shapes.join('');
  return splice(xml, [...removed, ...(added === '' ? [] : [append(xml, outline.root, added)])]);
}

interface Drawing {
  readonly root: ClosedElement;
  readonly hasType: boolean;
  readonly numbers: readonly number[];
  readonly notes: readonly { readonly shape: ClosedElement; readonly cell: string }[];
}

function readDrawing(xml: string, part: string): Drawing | null {
  let root: ClosedElement | undefined;
  let hasType = false;
  const numbers: number[] = [];
  const notes: { shape: ClosedElement; cell: string }[] = [];
  let isNote = false;
  let row: number | undefined;
  let column: number | undefined;
  walkXml(xml, part, {
    open({ name, attributes }) {
      if (name === 'shapetype') hasType ||= attributes.id === SHAPE_TYPE;
      if (name === 'shape') {
        const number = Number(/^_x0000_s(\d+)$/.exec(attributes.id ?? '')?.[1] ?? NaN);
        if (Number.isInteger(number)) numbers.push(number);
        isNote = false;
        row = column = undefined;
      }
      if (name === 'ClientData') isNote = attributes.ObjectType === 'Note';
    },
    close(element, parent) {
      if (!parent) root = element;
      if (element.name === 'Row') row = Number(element.text);
      if (element.name === 'Column') column = Number(element.text);
      if (element.name !== 'shape' || !isNote || row === undefined || column === undefined) return;
      notes.push({ shape: element, cell: `${row},${column}` });
    },
  });
  return root?.name === 'xml' ? { root, hasType, numbers, notes } : null;
}

/** A cell as the drawing counts it: row and column from 0. */
export function drawnCell({ row, column }: Address): string {
  return `${row - 1},${column - 1}`;
}

const TYPE_XML = `<v:shapetype ${DECLARED} id="${SHAPE_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

function shapeXml({ cell, text }: NoteText, number: number, widths: ColumnWidths): string {
  const address = parseAddress(cell);
  if (!address) throw new Error(`“${cell}” is no cell`);
  const { left, top, right, bottom } = boxFor(address, text, widths);
  return [
    `<v:shape ${DECLARED} id="_x0000_s${number}" type="#${SHAPE_TYPE}" style="position:absolute;visibility:hidden" fillcolor="#FFF8DC" strokecolor="#A32A1E" o:insetmode="auto">`,
    '<v:fill color2="#FFF8DC"/><v:shadow on="t" color="#B8C2CF" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${left}, 12, ${top}, 4, ${right}, 4, ${bottom}, 4</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${address.row - 1}</x:Row><x:Column>${address.column - 1}</x:Column>`,
    '</x:ClientData></v:shape>',
  ].join('');
}
