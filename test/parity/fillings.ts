import fc from 'fast-check';
import type { Condition } from '../../src/core/rule/expression';
import type { Figures } from '../../src/core/rule/evaluate';
import type { Row } from '../../src/core/template/facts';
import type { TemplateModel } from '../../src/core/template/model';
import type { Blank } from './blanks';
import { thresholdsOf } from './thresholds';

/** What a person, or a program on her behalf, leaves in a cell. */
export type Typed =
  | string
  | number
  | boolean
  | null
  | { readonly error: string }
  /** A formula of hers with the value that her program computed. */
  | { readonly formula: string; readonly value: string | number }
  /** A number shown as a date or as a percentage. */
  | { readonly number: number; readonly shownAs: 'date' | 'percent' };

export type RowFilling = Readonly<Record<'actual' | 'state' | 'explanation' | 'evidence', Typed>>;

/** What stands in the open cells of a whole workbook, by the row's key; derived rows only have texts. */
export type WorkbookFilling = ReadonlyMap<string, RowFilling>;

const ERRORS = ['#DIV/0!', '#N/A', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!'];

/** Texts in cells for figures, as departments type them; half of them are figures. */
const TEXTS: readonly string[] = [
  ...[
    '1,234.5',
    '１２３',
    '12%',
    '12.5％',
    '1.2万',
    '3亿',
    '约50',
    '—',
    '/',
    '无',
    '-',
    '零',
    '暂无',
  ],
  ...[
    ' 12 ',
    '12\u00a0',
    '\u300012',
    '1 234',
    '1\u00a0234.5',
    '12\n',
    '\ufeff12',
    '1\u200b2',
    '1  234',
  ],
  ...[
    '1,23',
    '0,123',
    '1,234,567',
    '12,34.5',
    '1.2.3',
    '5.',
    '.5',
    '-.5',
    '+7',
    '-7',
    '−7',
    '- 5',
    '--5',
  ],
  ...['1e5', '2021-06-30', '6/30', '12:30', '(5)', '¥5', '5元', '3.5亿元', '５万', '50 %', '1/2'],
  ...['007', '0.30000000000000004', '123456789012345', '1234567890123456', '0.1234567', '1e400'],
  ...['TRUE', '#DIV/0!', '*', '?', '~', '"', '<&>', '=1+1', "'5", '　', ' ', '\n', '\t', '\u200b'],
  ...[
    '12万元',
    '12 万',
    '1，234',
    '１，２３４．５',
    '12。5',
    '1'.repeat(40),
    '很长的文字'.repeat(60),
  ],
];

const NUMBERS: readonly number[] = [
  ...[
    0,
    -0,
    1,
    -1,
    0.5,
    -0.5,
    0.1 + 0.2,
    1.1 * 1.1,
    4.35 * 100,
    0.29 * 100,
    1 / 3,
    2 / 3,
    1.005,
    2.675,
  ],
  ...[
    0.001, 0.0000001, 1e-12, 1e-13, 0.5e-6, 1e-6, 99.9999999, 100, 100.0000001, 100.000001, 100.5,
  ],
  ...[44377, 1e9, 123456789.12, 999999999.999999, 1e12 + 0.1, 123456789012.345, 1e14 + 0.5],
  ...[999999999999999, 1e15, -1e15, 123456789012345680, 1e20, -1e20, 1e60, 1.5e-5],
];

const EXPLANATIONS: readonly Typed[] = [
  ...[
    ' ',
    '\n',
    '\u3000\u00a0',
    '\t ',
    '受外部需求影响，下一步加大力度。',
    'x',
    0,
    false,
    '*',
    '#N/A',
  ],
  ...['说明\n第二行', '\u2003', '\u200b', { error: '#N/A' }, { formula: '""', value: '' }],
];

/** A filling of every open cell of the blank. */
export function workbookFilling(blank: Blank): fc.Arbitrary<WorkbookFilling> {
  const { rows, built } = blank;
  // figures first, so that a rule over several rows has its thresholds among the figures drawn
  const plain = fc.tuple(...rows.map((row, index) => plainFigure(row, index)));
  return plain.chain((figures) => {
    const byKey = new Map(rows.map(({ entry }, index) => [entry.key, figures[index]!]));
    const open = rows.map((row, index) =>
      rowFilling(
        row,
        built.model,
        usualOf(row, index),
        figures[index]!,
        (key) => byKey.get(key) ?? null,
      ),
    );
    return fc
      .tuple(...open)
      .map((all) => new Map(all.map((filling, index) => [rows[index]!.entry.key, filling])));
  });
}

function rowFilling(
  row: Row,
  { labels }: TemplateModel,
  usual: number,
  plain: number,
  entry: Figures['entry'],
): fc.Arbitrary<RowFilling> {
  const texts = {
    explanation: mostly(4, null, fc.constantFrom(...EXPLANATIONS)),
    evidence: mostly(3, null, fc.constantFrom(...EXPLANATIONS)),
  };
  if (row.entry.derivation)
    return fc.record({ actual: fc.constant(null), state: fc.constant(null), ...texts });
  const states = Object.values(labels.states);
  const state = mostly<Typed>(
    7,
    null,
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<Typed>(...states) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Typed>(
          ...states.map((label) => ` ${label}\u00a0`),
          ...states.map((label) => label.toUpperCase()),
          ...['已填', '*', ' ', '\u3000', 1, true, { error: '#N/A' }],
        ),
      },
    ),
  );
  const actual =
    row.entry.accumulation === 'status'
      ? statusCell(Object.values(labels.milestones))
      : figureCell(row, usual, plain, entry);
  return fc.record({ actual, state, ...texts });
}

function statusCell(milestones: readonly string[]): fc.Arbitrary<Typed> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<Typed>(...milestones) },
    { weight: 2, arbitrary: fc.constant<Typed>(null) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Typed>(
        ...milestones.map((label) => `${label} `),
        ...milestones.map((label) => `${label.slice(0, 1)}*`),
        ...['*', '?', '基本完成', 3, 0, true, '　', { error: '#REF!' }],
      ),
    },
  );
}

function figureCell(
  row: Row,
  usual: number,
  plain: number,
  entry: Figures['entry'],
): fc.Arbitrary<Typed> {
  const { facts } = row;
  const step = 10 ** -facts.precision;
  const edges = edgesOf(row, usual, entry);
  const atEdge = fc
    .tuple(
      fc.constantFrom(...edges).chain((ofOne) => fc.constantFrom(...ofOne)),
      fc.constantFrom(0, 1e-6, -1e-6, 4e-7, -4e-7, step, -step),
    )
    .map(([edge, beside]) => edge + beside);
  const number = (factor: number) => usual * factor;
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant<Typed>(plain) },
    ...(edges.length > 0 ? [{ weight: 10, arbitrary: atEdge as fc.Arbitrary<Typed> }] : []),
    { weight: 2, arbitrary: fc.constant<Typed>(null) },
    { weight: 3, arbitrary: fc.constantFrom<Typed>(...NUMBERS) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(1e-8, 1e-4, 1e-2, 1e2, 1e4, 1e8, -1, 3, 1.5, 0.5)
        .map((factor): Typed => Number(number(factor).toPrecision(12))),
    },
    // halves of the last digit, where roundings part
    { weight: 1, arbitrary: fc.constant<Typed>((Math.floor(usual / step) + 0.5) * step) },
    {
      weight: 1,
      arbitrary: fc
        .double({ min: -1e6, max: 1e9, noNaN: true })
        .map((figure): Typed => (Math.abs(figure) < 1e-9 ? 0 : figure)),
    },
    { weight: 3, arbitrary: fc.constantFrom<Typed>(...TEXTS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Typed>(
        ...[usual.toFixed(2), usual.toLocaleString('en-US'), `${usual}%`, `${usual / 1e4}万`],
      ),
    },
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.constantFrom<Typed>(true, false),
        fc.constantFrom(...ERRORS).map((error): Typed => ({ error })),
        fc.constantFrom<Typed>(
          ...[
            { formula: '1/0', value: '#DIV/0!' },
            { formula: '"无"', value: '无' },
          ],
          ...[
            { formula: '7*3', value: 21 },
            { formula: '0.1+0.2', value: 0.1 + 0.2 },
          ],
          ...[
            { number: 44377, shownAs: 'date' as const },
            { number: 0.12, shownAs: 'percent' as const },
          ],
        ),
      ),
    },
  );
}

/** Where a rule or the row's status turns over: a group for each, so that none is crowded out. */
function edgesOf(row: Row, usual: number, entry: Figures['entry']): number[][] {
  const { facts, yardstick } = row;
  const figures: Figures = {
    number: (name) => (name === 'actual' ? null : facts[name]),
    text: (name) => (name === 'state' ? 'value' : ''),
    entry,
  };
  const status = [yardstick?.achieved, yardstick?.onSchedule, yardstick?.nearSchedule];
  const groups = [...row.rules.map(({ when }) => [when]), status];
  const starts = [usual, -usual, usual / 1000, 150, 0.5, facts.previous ?? 1];
  return groups
    .map((conditions) => thresholdsOf(conditions.filter(isCondition), figures, starts))
    .filter((edges) => edges.length > 0);
}

function isCondition(condition: Condition | null | undefined): condition is Condition {
  return condition !== null && condition !== undefined;
}

function plainFigure(row: Row, index: number): fc.Arbitrary<number> {
  const usual = usualOf(row, index);
  const { precision } = row.entry;
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.double({ min: 0.85, max: 1.3, noNaN: true }) },
      { weight: 1, arbitrary: fc.double({ min: 0.05, max: 3, noNaN: true }) },
    )
    .map((factor) => Number((usual * factor).toFixed(precision)));
}

/** About what a department would report in the row. */
function usualOf({ facts }: Row, index: number): number {
  return facts.scheduled ?? facts.target ?? facts.previous ?? 40 + ((index * 37) % 900);
}

function mostly<Value>(
  weight: number,
  usual: Value,
  others: fc.Arbitrary<Value>,
): fc.Arbitrary<Value> {
  return fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: others });
}
