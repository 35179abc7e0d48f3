import type { ChartDescription } from '../../../core/sheet/chart';
import { axesXml, AXES, titleXml } from './axes-xml';
import { fill, line, textProperties } from './drawing-text';
import { element, group, NAMESPACES, setting, XML_HEAD } from './element';
import { seriesXml, type PlotShape } from './series-xml';

const { c, a, r } = NAMESPACES;
const LEGEND = { top: 't', right: 'r', bottom: 'b' } as const;
/** Of the doughnut's width, in per cent. */
const HOLE = 60;

/** A chart part: the elements of a chart space in the order of ECMA-376 part 1, 21.2.2.29. */
export function chartXml(chart: ChartDescription): string {
  const { look, title, legend } = chart;
  if (chart.series.length === 0 || chart.categories.cached.length === 0)
    throw new Error(`chart “${chart.name}” has nothing to draw`);
  const space = element(
    'c:chartSpace',
    { 'xmlns:c': c, 'xmlns:a': a, 'xmlns:r': r },
    setting('date1904', 0),
    setting('lang', 'zh-CN'),
    setting('roundedCorners', 0),
    group(
      'chart',
      titleXml(title, look, look.title),
      setting('autoTitleDeleted', 0),
      group(
        'plotArea',
        '<c:layout/>',
        plotXml(chart),
        chart.kind === 'doughnut' ? '' : axesXml(chart),
        group('spPr', '<a:noFill/>', line(null)),
      ),
      legend === 'none'
        ? ''
        : group(
            'legend',
            setting('legendPos', LEGEND[legend]),
            setting('overlay', 0),
            textProperties(look.text),
          ),
      setting('plotVisOnly', 0),
      setting('dispBlanksAs', 'gap'),
    ),
    group('spPr', fill(look.background), line(look.border)),
    textProperties(look.text),
    group('printSettings', '<c:headerFooter/>', MARGINS, '<c:pageSetup/>'),
  );
  return XML_HEAD + space;
}

const MARGINS = '<c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/>';

/** The plot with its series, in the order of CT_BarChart, CT_LineChart and CT_DoughnutChart. */
function plotXml(chart: ChartDescription): string {
  const { kind } = chart;
  const series = (shape: PlotShape) =>
    chart.series.map((each, index) => seriesXml(chart, each, index, shape)).join('');
  const axisIds = setting('axId', AXES.category) + setting('axId', AXES.value);
  switch (kind) {
    case 'line':
      return group(
        'lineChart',
        setting('grouping', 'standard'),
        setting('varyColors', 0),
        series('line'),
        setting('marker', 1),
        axisIds,
      );
    case 'doughnut':
      return group(
        'doughnutChart',
        setting('varyColors', 1),
        series('doughnut'),
        setting('firstSliceAng', 0),
        setting('holeSize', HOLE),
      );
    case 'clustered-bar':
    case 'stacked-bar':
    case 'clustered-column':
    case 'stacked-column': {
      const isStacked = kind.startsWith('stacked');
      return group(
        'barChart',
        setting('barDir', kind.endsWith('bar') ? 'bar' : 'col'),
        setting('grouping', isStacked ? 'stacked' : 'clustered'),
        setting('varyColors', 0),
        series('bar'),
        setting('gapWidth', within(chart.gapWidth ?? 60, 0, 500)),
        setting('overlap', isStacked ? 100 : within(chart.overlap ?? 0, -100, 100)),
        axisIds,
      );
    }
  }
}

/** The format's bounds, in per cent. */
function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}
