import { SaxesParser } from 'saxes';
import type { Chart } from '../../../../src/core/report/briefing/briefing';
import { chartRatio, chartSvg } from '../../../../src/core/report/briefing/chart-svg';

const SERIES = [
  { label: '已达标', fill: 'D5ECD8', ink: '1E6B31' },
  { label: '滞后', fill: 'FADBD8', ink: 'A32A1E' },
];

function chart(bars: Chart['bars'], series: Chart['series'] = SERIES): Chart {
  return { caption: '状态', series, bars, table: { caption: '', columns: [], rows: [] } };
}

interface Drawn {
  readonly rects: { readonly x: number; readonly width: number; readonly fill: string }[];
  readonly texts: string[];
}

function drawn(of: Chart): Drawn {
  const result: Drawn = { rects: [], texts: [] };
  const parser = new SaxesParser({ xmlns: true });
  let isText = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const at = (key: string) => attributes[key]?.value ?? '';
    isText = name === 'text';
    if (isText) result.texts.push('');
    for (const key of ['x', 'y', 'width', 'height'])
      if (key in attributes) expect(Number(at(key))).not.toBeNaN();
    if (name === 'rect' && 'stroke' in attributes)
      result.rects.push({ x: Number(at('x')), width: Number(at('width')), fill: at('fill') });
  });
  parser.on('text', (text) => {
    if (isText) result.texts.push((result.texts.pop() ?? '') + text);
  });
  parser.write(chartSvg(of, ['黑体'])).close();
  return result;
}

test('bars are as long as their counts, side by side, each with its number', () => {
  const { rects, texts } = drawn(
    chart([
      { label: '一', counts: [3, 1] },
      { label: '二', counts: [0, 8] },
    ]),
  );
  const [, , met, behind, alone] = rects;
  expect(rects).toHaveLength(5);
  expect(met!.width / behind!.width).toBeCloseTo(3, 1);
  expect(behind!.x).toBeCloseTo(met!.x + met!.width, 1);
  expect(alone!.width / behind!.width).toBeCloseTo(8, 1);
  expect(alone!.fill).toBe('#FADBD8');
  expect(texts).toEqual(['已达标', '滞后', '一', '3', '1', '4', '二', '8', '8']);
});

test.each<[what: string, bars: Chart['bars'], series: Chart['series']]>([
  ['no bars', [], SERIES],
  ['only zeros', [{ label: '一', counts: [0, 0] }], SERIES],
  ['nothing to show of', [{ label: '一', counts: [] }], []],
  ['markup', [{ label: `<b>&"'\u0000`, counts: [1, 1] }], SERIES],
  ['a very long label', [{ label: '长'.repeat(400), counts: [1, 100_000] }], SERIES],
])('%s is drawn', (_, bars, series) => {
  const { rects } = drawn(chart(bars, series));
  for (const { x, width } of rects) expect(x + width).toBeLessThanOrEqual(1000);
  expect(chartRatio(chart(bars, series))).toBeGreaterThan(0);
});

test('a long label takes two lines and ends in …', () => {
  const { texts } = drawn(chart([{ label: '长'.repeat(400), counts: [1, 1] }]));
  const lines = texts.filter((text) => text.startsWith('长'));
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
});
