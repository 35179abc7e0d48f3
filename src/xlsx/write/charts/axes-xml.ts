import type {
  AxisDescription,
  ChartDescription,
  ChartLook,
  ValueAxisDescription,
} from '../../../core/sheet/chart';
import { escapeXml } from '../text';
import { line, richText, textProperties } from './drawing-text';
import { group, setting } from './element';

/** Numbers by which a plot and its axes name each other; any two will do within one chart. */
export const AXES = { category: 111_111_111, value: 222_222_222 } as const;

/** Both axes, their elements in the order of CT_CatAx and CT_ValAx. */
export function axesXml({ kind, axes, look, name }: ChartDescription): string {
  if (!axes) throw new Error(`chart “${name}”: a ${kind} has axes`);
  const isLying = kind === 'clustered-bar' || kind === 'stacked-bar';
  return categoryAxis(axes.category, look, isLying) + valueAxis(axes.value, look, isLying);
}

function categoryAxis(axis: AxisDescription, look: ChartLook, isLying: boolean): string {
  return group(
    'catAx',
    setting('axId', AXES.category),
    // lying bars would else begin at the bottom
    group('scaling', setting('orientation', isLying ? 'maxMin' : 'minMax')),
    setting('delete', 0),
    setting('axPos', isLying ? 'l' : 'b'),
    titleXml(axis.title, look),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    setting('majorTickMark', 'none'),
    setting('minorTickMark', 'none'),
    setting('tickLblPos', 'low'),
    group('spPr', line(look.axisLine)),
    textProperties(look.text),
    setting('crossAx', AXES.value),
    setting('crosses', 'autoZero'),
    setting('auto', 0),
    setting('lblAlgn', 'ctr'),
    setting('lblOffset', 50),
    // every category has its label, however many there are
    setting('tickLblSkip', 1),
    setting('noMultiLvlLbl', 1),
  );
}

function valueAxis(
  { title, numberFormat, min, max, majorUnit, hidden = false }: ValueAxisDescription,
  look: ChartLook,
  isLying: boolean,
): string {
  return group(
    'valAx',
    setting('axId', AXES.value),
    group(
      'scaling',
      setting('orientation', 'minMax'),
      max === undefined ? '' : setting('max', max),
      min === undefined ? '' : setting('min', min),
    ),
    setting('delete', hidden ? 1 : 0),
    setting('axPos', isLying ? 'b' : 'l'),
    hidden ? '' : group('majorGridlines', group('spPr', line(look.gridLines, 0.5))),
    titleXml(title, look),
    `<c:numFmt formatCode="${escapeXml(numberFormat)}" sourceLinked="0"/>`,
    setting('majorTickMark', 'none'),
    setting('minorTickMark', 'none'),
    setting('tickLblPos', 'nextTo'),
    group('spPr', line(null)),
    textProperties(look.text),
    setting('crossAx', AXES.category),
    // the categories run downwards, so the last one is at the foot
    setting('crosses', isLying ? 'max' : 'autoZero'),
    setting('crossBetween', 'between'),
    majorUnit === undefined ? '' : setting('majorUnit', majorUnit),
  );
}

/** A title of the chart or of an axis, in the order of CT_Title; empty text where there is none. */
export function titleXml(
  words: string | undefined,
  look: ChartLook,
  font: ChartLook['text'] = look.text,
): string {
  return words === undefined
    ? ''
    : group('title', group('tx', richText(words, font)), setting('overlay', 0));
}
