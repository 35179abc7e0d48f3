import type {
  CellReference,
  ChartDescription,
  ChartLabels,
  ChartSeries,
} from '../../../core/sheet/chart';
import { checkedFormula, escapeXml } from '../text';
import { fill, line, textProperties } from './drawing-text';
import { group, setting } from './element';

/** The shape of series that a kind of plot has: its own elements between those that all share. */
export type PlotShape = 'bar' | 'line' | 'doughnut';

/** One series, its elements in the order of CT_BarSer, CT_LineSer and CT_PieSer. */
export function seriesXml(
  chart: ChartDescription,
  series: ChartSeries,
  index: number,
  shape: PlotShape,
): string {
  const place = `chart “${chart.name}”, series ${index + 1}`;
  const { name, values, colour, labels } = series;
  checkLengths(chart, series, place);
  return group(
    'ser',
    setting('idx', index),
    setting('order', index),
    group('tx', textReference(name, place)),
    shape === 'line' ? lineLook(colour) : group('spPr', fill(colour), line(null)),
    shape === 'bar' ? setting('invertIfNegative', 0) : '',
    shape === 'line' ? markerXml(colour, chart.look.background) : '',
    shape === 'doughnut' ? pieces(series, chart.look.background) : '',
    labels ? labelsXml(labels, chart) : '',
    group('cat', textReference(chart.categories, place)),
    group('val', numberReference(values, place)),
    shape === 'line' ? setting('smooth', 0) : '',
  );
}

function lineLook(colour: string): string {
  return group('spPr', line(colour, LINE_WIDTH));
}

const LINE_WIDTH = 2.25;
const MARKER_SIZE = 7;

function markerXml(colour: string, background: string): string {
  return group(
    'marker',
    setting('symbol', 'circle'),
    setting('size', MARKER_SIZE),
    group('spPr', fill(colour), line(background)),
  );
}

/** A doughnut's pieces, each in its colour, apart by a line in the background's. */
function pieces({ pointColours = [] }: ChartSeries, background: string): string {
  return pointColours
    .map((colour, index) =>
      group(
        'dPt',
        setting('idx', index),
        setting('bubble3D', 0),
        group('spPr', fill(colour), line(background, 1.5)),
      ),
    )
    .join('');
}

const POSITIONS = { inside: 'ctr', end: 'outEnd', above: 't', below: 'b' } as const;

/** Excel calls a file damaged whose labels stand where the kind of chart allows none. */
const ALLOWED: Readonly<Record<ChartDescription['kind'], readonly ChartLabels['position'][]>> = {
  'clustered-bar': ['inside', 'end'],
  'clustered-column': ['inside', 'end'],
  'stacked-bar': ['inside'],
  'stacked-column': ['inside'],
  line: ['above', 'below'],
  doughnut: ['inside'],
};

function labelsXml({ position, numberFormat, colour }: ChartLabels, chart: ChartDescription) {
  const { kind, name, look } = chart;
  if (!ALLOWED[kind].includes(position))
    throw new Error(`chart “${name}”: labels of a ${kind} cannot stand ${position}`);
  return group(
    'dLbls',
    `<c:numFmt formatCode="${escapeXml(numberFormat)}" sourceLinked="0"/>`,
    group('spPr', '<a:noFill/>', line(null)),
    textProperties({ ...look.text, colour }),
    // a doughnut's labels have one place only, and naming it is an error
    kind === 'doughnut' ? '' : setting('dLblPos', POSITIONS[position]),
    setting('showLegendKey', 0),
    setting('showVal', 1),
    setting('showCatName', 0),
    setting('showSerName', 0),
    setting('showPercent', 0),
    setting('showBubbleSize', 0),
  );
}

function textReference({ reference, cached }: CellReference<string>, place: string): string {
  return group(
    'strRef',
    formula(reference, place),
    group('strCache', setting('ptCount', cached.length), points(cached, escapeXml)),
  );
}

function numberReference(
  { reference, cached, numberFormat }: ChartSeries['values'],
  place: string,
): string {
  const written = (value: number) => {
    if (!Number.isFinite(value)) throw new Error(`${place}: ${value} cannot be drawn`);
    return String(value);
  };
  return group(
    'numRef',
    formula(reference, place),
    group(
      'numCache',
      `<c:formatCode>${escapeXml(numberFormat)}</c:formatCode>`,
      setting('ptCount', cached.length),
      points(cached, written),
    ),
  );
}

/** A cell without a value has no point. */
function points<T>(cached: readonly (T | null)[], written: (value: T) => string): string {
  return cached
    .map((value, index) =>
      value === null ? '' : `<c:pt idx="${index}"><c:v>${written(value)}</c:v></c:pt>`,
    )
    .join('');
}

function formula(reference: string, place: string): string {
  return `<c:f>${escapeXml(checkedFormula(reference, place))}</c:f>`;
}

function checkLengths({ categories }: ChartDescription, { values }: ChartSeries, place: string) {
  if (values.cached.length !== categories.cached.length)
    throw new Error(
      `${place} has ${values.cached.length} values for ${categories.cached.length} categories`,
    );
}
