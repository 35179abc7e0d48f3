import type { Language, Text } from '../plan/text';
import { evaluateNumber, type Figures } from './evaluate';
import { compileNumber, quote, type Binding } from './excel-formula';
import type { NumberExpression } from './expression';
import { numberText, numberTextFormula } from './number-text';
import type { RowFacts } from './row';
import type { MessageValue } from './rule';

type Part = { readonly type: 'text'; readonly text: string } | { readonly type: 'raw' } | ValuePart;

interface ValuePart {
  readonly type: 'value';
  readonly number: NumberExpression;
  readonly decimals: number;
}

/** What any message may say of the row itself. */
export type NamedRow = Pick<RowFacts, 'name' | 'measureUnit'>;

/** A rule as far as its wording goes. */
export interface Worded<Row extends NamedRow> {
  readonly id: string;
  readonly message: Text;
  readonly values?: ((row: Row) => Readonly<Record<string, MessageValue>>) | undefined;
}

/** The names of the places in a wording. */
export function placesIn(wording: string): string[] {
  return [...wording.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);
}

/** What stands in a message for a number that is blank. */
const BLANK = '—';

/** The message of a rule that fired, in one language; `raw` is the cell's own text. */
export function writeMessage<Row extends NamedRow>(
  rule: Worded<Row>,
  row: Row,
  language: Language,
  figures: Figures,
  raw: string,
): string {
  return partsOf(rule, row, language)
    .map((part) => {
      switch (part.type) {
        case 'text':
          return part.text;
        case 'raw':
          return raw;
        case 'value': {
          const value = evaluateNumber(part.number, figures);
          return value === null ? BLANK : numberText(value, part.decimals);
        }
      }
    })
    .join('');
}

/** The same message as a formula; `raw` is the address of the cell with that text. */
export function compileMessage<Row extends NamedRow>(
  rule: Worded<Row>,
  row: Row,
  language: Language,
  binding: Binding,
  raw: string,
): string {
  return partsOf(rule, row, language)
    .map((part) => {
      switch (part.type) {
        case 'text':
          return quote(part.text);
        case 'raw':
          return raw;
        case 'value':
          return valueFormula(part, binding);
      }
    })
    .join('&');
}

/** A number that the template knows is written out, so that the formula stays short. */
function valueFormula({ number, decimals }: ValuePart, binding: Binding): string {
  const place =
    number.type === 'figure'
      ? binding.number(number.name)
      : number.type === 'entry'
        ? binding.entry(number.id)
        : null;
  if (place?.type === 'constant') return quote(numberText(place.value, decimals));
  if (place?.type === 'blank') return quote(BLANK);
  const value = place?.type === 'cell' ? place.reference : compileNumber(number, binding);
  return `IFERROR(${numberTextFormula(value, decimals)},${quote(BLANK)})`;
}

function partsOf<Row extends NamedRow>(rule: Worded<Row>, row: Row, language: Language): Part[] {
  const values = rule.values?.(row) ?? {};
  return rule.message[language].split(/(\{[^{}]+\})/).flatMap((piece): Part[] => {
    const name = /^\{([^{}]+)\}$/.exec(piece)?.[1];
    if (name === undefined) return piece === '' ? [] : [{ type: 'text', text: piece }];
    if (name === 'raw') return [{ type: 'raw' }];
    if (name === 'name') return [{ type: 'text', text: row.name }];
    if (name === 'unit') return [{ type: 'text', text: row.measureUnit }];
    const value = values[name];
    if (!value) throw new Error(`rule ${rule.id}: nothing fills {${name}}`);
    return 'text' in value ? [{ type: 'text', text: value.text }] : [{ type: 'value', ...value }];
  });
}
