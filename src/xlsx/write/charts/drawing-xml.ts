import type { ChartAnchor, ChartDescription } from '../../../core/sheet/chart';
import { EMU_PER_POINT } from './drawing-text';
import { element, NAMESPACES, XML_HEAD } from './element';

const { c, a, r, xdr } = NAMESPACES;

/** The drawing of a sheet: where each of its charts stands. The n-th chart's relationship is rIdn. */
export function drawingXml(charts: readonly ChartDescription[]): string {
  const names = charts.map(({ name }) => name);
  if (new Set(names).size < names.length)
    throw new Error(`two charts of a sheet have one name: ${names.join(', ')}`);
  return (
    XML_HEAD + element('xdr:wsDr', { 'xmlns:xdr': xdr, 'xmlns:a': a }, ...charts.map(anchoredChart))
  );
}

/** Moves with its cells and keeps its size. */
function anchoredChart({ name, altText, anchor }: ChartDescription, index: number): string {
  const id = index + 1;
  return element(
    'xdr:twoCellAnchor',
    { editAs: 'oneCell' },
    ...corners(anchor),
    element(
      'xdr:graphicFrame',
      { macro: '' },
      element(
        'xdr:nvGraphicFramePr',
        {},
        // 1 is the drawing itself
        element('xdr:cNvPr', { id: id + 1, name, descr: altText }),
        '<xdr:cNvGraphicFramePr/>',
      ),
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: c },
          element('c:chart', { 'xmlns:c': c, 'xmlns:r': r, 'r:id': `rId${id}` }),
        ),
      ),
    ),
    '<xdr:clientData/>',
  );
}

/** Rows and columns count from 0 here; the lower corner is the start of the cell after the last one. */
function corners({ from, to }: ChartAnchor): [string, string] {
  if (to.row < from.row || to.column < from.column)
    throw new Error('a chart ends below and to the right of where it begins');
  const emu = (points = 0) => Math.round(points * EMU_PER_POINT);
  const corner = (name: string, column: number, right: number, row: number, below: number) =>
    element(
      name,
      {},
      `<xdr:col>${column}</xdr:col><xdr:colOff>${right}</xdr:colOff>`,
      `<xdr:row>${row}</xdr:row><xdr:rowOff>${below}</xdr:rowOff>`,
    );
  return [
    corner('xdr:from', from.column - 1, emu(from.right), from.row - 1, emu(from.below)),
    corner('xdr:to', to.column, 0, to.row, 0),
  ];
}
