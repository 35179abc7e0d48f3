import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { brief } from '../../src/core/report/briefing/brief';
import { textOf, type Briefing, type Table } from '../../src/core/report/briefing/briefing';
import type { Language } from '../../src/core/plan/text';
import { chartSvg } from '../../src/core/report/briefing/chart-svg';
import { writeBriefing } from '../../src/docx/write-briefing';
import { pictureDrawing } from '../../src/hosts/cli/draw-picture';
import { briefingOptions, DESIGN, linesIn } from '../core/report/briefing/design';
import { consolidated, indicator, plan, REGIONS } from '../core/consolidation/samples';
import { filledRound, seed } from '../core/report/filled-round';
import { FORM } from '../factories/template';
import { convertDocument, CONVERT_TIMEOUT, describeWithWriter } from '../office/libreoffice';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const QUALITY = seed('ningbo-quality-2022');

function briefingOf(language: Language = 'zh', division: 'unit' | 'region' = 'unit'): Briefing {
  const round = filledRound({ plans: [QUALITY], period: '2021Q2', division });
  return brief(round, briefingOptions({ language }));
}

function written(briefing: Briefing, picture: Uint8Array | null = PNG): Promise<Uint8Array> {
  const draw = picture && (() => Promise.resolve(picture));
  return writeBriefing(briefing, { design: DESIGN, form: FORM, draw });
}

async function partsOf(briefing: Briefing, picture?: Uint8Array | null) {
  const parts = unzipSync(await written(briefing, picture));
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) =>
      /\.(xml|rels)$/.test(name) ? [[name, strFromU8(part)]] : [],
    ),
  );
}

/** The text of each paragraph, as a reader sees it. */
function paragraphsOf(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  let isText = false;
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') found.push('');
    isText = name === 'w:t';
  });
  parser.on('closetag', () => {
    isText = false;
  });
  parser.on('text', (text) => {
    if (isText) found.push((found.pop() ?? '') + text);
  });
  parser.write(xml).close();
  return found;
}

const rowsOf = ({ columns, rows }: Table) => [
  ...columns.map(({ label }) => label),
  ...rows.flat().map(({ runs }) => textOf(runs)),
];

test('says what the briefing says, in its order', async () => {
  const briefing = briefingOf();
  const { 'word/document.xml': xml } = await partsOf(briefing);
  const paragraphs = paragraphsOf(xml!);
  const body = linesIn(briefing);
  const from = paragraphs.indexOf('各有关单位：');
  expect(paragraphs.slice(0, from).join('')).toBe(
    '关于2021年第二季度《宁波市推进制造业高质量发展实施方案》指标完成情况的通报〔2021〕　　号',
  );
  // the picture stands in a paragraph of its own
  expect(paragraphs.slice(from + 2, from + 3 + body.length).filter((each) => each !== '')).toEqual(
    body,
  );
  const { appendices } = briefing;
  expect(appendices.map(({ title }) => title)).toEqual(['指标完成情况表', '审核问题清单']);
  for (const { table } of appendices) {
    const cells = rowsOf(table);
    const start = paragraphs.findIndex((_, index) =>
      cells.slice(0, 12).every((cell, offset) => paragraphs[index + offset] === cell),
    );
    expect(start).toBeGreaterThan(0);
    expect(paragraphs.slice(start, start + cells.length)).toEqual(cells);
  }
});

test('is set as an official document', async () => {
  const { 'word/document.xml': xml, ...parts } = await partsOf(briefingOf());
  const millimetres = (value: string) => Math.round((Number(value) / 20 / 72) * 25.4);
  const [, top, right, bottom, left] =
    /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(xml!)!;
  expect([top!, bottom!, left!, right!].map(millimetres)).toEqual([37, 35, 28, 26]);
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml!)!;
  expect([width!, height!].map(millimetres)).toEqual([210, 297]);
  expect(xml).toContain('w:orient="landscape"');
  const sizes = { 方正小标宋简体: 44, 仿宋_GB2312: 32, 楷体_GB2312: 32, 黑体: 32 };
  for (const [font, halfPoints] of Object.entries(sizes)) {
    const properties = xml!.match(/<w:rPr>.*?<\/w:rPr>/g)!.filter((each) => each.includes(font));
    expect(properties.some((each) => each.includes(`<w:sz w:val="${halfPoints}"/>`))).toBe(true);
    expect(parts['word/fontTable.xml']).toContain(`<w:font w:name="${font}"><w:altName `);
  }
  expect(xml).toContain('w:line="579" w:lineRule="exact"');
  expect(xml).toContain('w:firstLineChars="200"');
  const footers = Object.entries(parts).filter(([name]) => name.startsWith('word/footer'));
  expect(footers).not.toEqual([]);
  for (const [, footer] of footers) expect(paragraphsOf(footer)).toEqual(['—  —']);
});

test('every part is well-formed XML', async () => {
  const parts = await partsOf(briefingOf('zh', 'region'));
  for (const xml of Object.values(parts)) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(xml).close();
  }
});

test('the same briefing gives the same bytes, dated as told', async () => {
  const first = await written(briefingOf());
  expect(Buffer.from(await written(briefingOf())).equals(first)).toBe(true);
  const { 'docProps/core.xml': core } = await partsOf(briefingOf());
  expect(core!.match(/2021-07-12T01:30:00Z/g)).toHaveLength(2);
});

test('without a picture its table stands in for it', async () => {
  const briefing = briefingOf();
  const chart = briefing.sections[0]!.parts.flatMap(({ blocks }) => blocks).find(
    ({ is }) => is === 'chart',
  );
  if (chart?.is !== 'chart') throw new Error('no chart');
  const cells = rowsOf(chart.chart.table);
  const drawn = await partsOf(briefing);
  const plain = await partsOf(briefing, null);
  expect(drawn['word/document.xml']).toContain('<w:drawing>');
  expect(plain['word/document.xml']).not.toContain('<w:drawing>');
  const paragraphs = paragraphsOf(plain['word/document.xml']!);
  const start = paragraphs.indexOf(cells[0]!);
  expect(paragraphs.slice(start, start + cells.length)).toEqual(cells);
});

test('names with markup, control characters and great length stay text', async () => {
  const name = `<b>&"'\u0000\u000b${'长'.repeat(300)}`;
  const round = consolidated({
    plans: [plan([indicator('a', { name })], { title: '<计划> & "一"' })],
    sent: [{ fill: { a: { value: 10, explanation: '</w:t><script>' } } }],
  });
  const { 'word/document.xml': xml } = await partsOf(brief(round, briefingOptions()));
  const text = paragraphsOf(xml!).join('\n');
  expect(text).toContain(`<b>&"'\ufffd ${'长'.repeat(300)}`);
  expect(text).toContain('《<计划> & "一"》');
  expect(text).toContain('</w:t><script>');
});

describeWithWriter('opened by LibreOffice', () => {
  test.each<[string, () => Briefing]>([
    ['by organisation', () => briefingOf()],
    ['by region', () => briefingOf('zh', 'region')],
    ['in English', () => briefingOf('en')],
    [
      'nothing sent',
      () =>
        brief(
          consolidated({ plans: [plan([indicator('a')])], division: 'unit', sent: [] }),
          briefingOptions(),
        ),
    ],
  ])(
    '%s',
    async (_, make) => {
      const briefing = make();
      const drawing = pictureDrawing();
      const bytes = await writeBriefing(briefing, {
        design: DESIGN,
        form: FORM,
        draw: drawing && ((chart) => drawing(chartSvg(chart, []), 600)),
      });
      const text = new TextDecoder().decode(convertDocument(bytes, 'txt'));
      for (const line of linesIn(briefing).filter((each) => /[^\s—]/.test(each)))
        expect(text.replace(/\s/g, '')).toContain(line.replace(/\s/g, ''));
    },
    CONVERT_TIMEOUT,
  );
});

test('regions have a table of their own', () => {
  const { sections } = briefingOf('zh', 'region');
  const table = sections
    .find(({ heading }) => heading.endsWith('各区（县、市）情况'))
    ?.blocks.find(({ is }) => is === 'table');
  if (table?.is !== 'table') throw new Error('no table');
  expect(table.table.rows.map(([first]) => textOf(first!.runs))).toEqual(
    expect.arrayContaining(REGIONS.slice(0, 2)),
  );
});
