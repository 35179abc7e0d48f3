import type { GridCell } from '../../../../src/core/sheet/grid';
import { gridCellOf, type OfficeCell } from '../../../../src/hosts/office/read/cell';

const cell = (value: unknown, type: string, more: Partial<OfficeCell> = {}): OfficeCell => ({
  ...{ value, type, formula: value, format: 'General' },
  ...more,
});

test.each<[what: string, cell: OfficeCell, expected: GridCell | null]>([
  ['blank', cell('', 'Empty'), null],
  ['blank with a format', cell('', 'Empty', { format: '@' }), null],
  ['a number', cell(0.1, 'Double'), { type: 'number', value: 0.1, raw: '0.1' }],
  ['zero', cell(0, 'Double'), { type: 'number', value: 0, raw: '0' }],
  [
    'a date',
    cell(44385, 'Double', { format: 'm/d/yyyy' }),
    { type: 'number', value: 44385, raw: '44385', numberFormat: 'm/d/yyyy' },
  ],
  ['a text', cell('约50', 'String'), { type: 'text', value: '约50', raw: '约50' }],
  [
    'a text of digits',
    cell('007', 'String', { format: '@' }),
    { type: 'text', value: '007', raw: '007', numberFormat: '@' },
  ],
  ['a truth', cell(true, 'Boolean'), { type: 'boolean', value: true, raw: '1' }],
  ['an untruth', cell(false, 'Boolean'), { type: 'boolean', value: false, raw: '0' }],
  [
    'an error',
    cell('#DIV/0!', 'Error', { formula: '=1/0' }),
    { type: 'error', value: '#DIV/0!', raw: '#DIV/0!', formula: '1/0', hasCachedValue: true },
  ],
  [
    'a formula',
    cell(2, 'Double', { formula: '=1+1' }),
    { type: 'number', value: 2, raw: '2', formula: '1+1', hasCachedValue: true },
  ],
  [
    'a formula that gives an empty text',
    cell('', 'String', { formula: '=""' }),
    { type: 'text', value: '', raw: '', formula: '""', hasCachedValue: true },
  ],
  [
    'a formula told as empty',
    cell('', 'Empty', { formula: '=IF(A1,1,"")' }),
    { type: 'text', value: '', raw: '', formula: 'IF(A1,1,"")', hasCachedValue: true },
  ],
  [
    'a text that looks like a formula',
    cell('=1+1', 'String'),
    { type: 'text', value: '=1+1', raw: '=1+1' },
  ],
  [
    'the general format in Chinese',
    cell(1, 'Double', { format: 'G/通用格式' }),
    { type: 'number', value: 1, raw: '1' },
  ],
  ['a rich value', cell('北京', 'RichValue'), { type: 'text', value: '北京', raw: '北京' }],
])('%s', (_, given, expected) => {
  expect(gridCellOf(given)).toEqual(expected);
});
