import type { Language } from '../plan/text';
import { evaluateNumber, type Figures } from './evaluate';
import { compileNumber, quote, type Binding } from './excel-formula';
import { numberText, numberTextFormula } from './number-text';
import type { RowFacts } from './row';
import type { MessageValue, RowRule } from './rule';

type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'raw' }
  | ({ readonly type: 'value' } & MessageValue);

/** What stands in a message for a number that is blank. */
const BLANK = '—';

/** The message of a rule that fired, in one language; `raw` is the cell's own text. */
export function writeMessage(
  rule: RowRule,
  row: RowFacts,
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
export function compileMessage(
  rule: RowRule,
  row: RowFacts,
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
function valueFormula({ number, decimals }: MessageValue, binding: Binding): string {
  const place = number.type === 'figure' ? binding.number(number.name) : null;
  if (place?.type === 'constant') return quote(numberText(place.value, decimals));
  if (place?.type === 'blank') return quote(BLANK);
  const value = place?.type === 'cell' ? place.reference : compileNumber(number, binding);
  return `IFERROR(${numberTextFormula(value, decimals)},${quote(BLANK)})`;
}

function partsOf(rule: RowRule, row: RowFacts, language: Language): Part[] {
  const values = rule.values?.(row) ?? {};
  return rule.message[language].split(/(\{\w+\})/).flatMap((piece): Part[] => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return piece === '' ? [] : [{ type: 'text', text: piece }];
    if (name === 'raw') return [{ type: 'raw' }];
    if (name === 'name') return [{ type: 'text', text: row.name }];
    if (name === 'unit') return [{ type: 'text', text: row.measureUnit }];
    const value = values[name];
    if (!value) throw new Error(`rule ${rule.id}: nothing fills {${name}}`);
    return [{ type: 'value', ...value }];
  });
}
