import { quote } from '../rule/excel-formula';
import { COMPARISON_DECIMALS } from '../rule/expression';
import { numberTextFormula, QUOTED_DECIMALS } from '../rule/number-text';
import { plainTextFormula } from '../rule/plain-text';
import { MILESTONE_STATUSES } from '../rule/row';
import type { ReadingColumn } from './model';
import type { LiveCell, RowPlace } from './row-formulas';

/** As ERROR.TYPE counts them. */
const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];
/**
 * The formulas that read what is typed into a row as readActual does: the same texts are figures,
 * the same states are known. A row that computes itself has fewer of them.
 */
export function readingFormulas(place: RowPlace): Partial<Record<ReadingColumn, LiveCell>> {
  if (place.row.entry.derivation) return derivedReading(place);
  return {
    plain: blank(plainFormula(place)),
    text: blank(`TRIM(${at(place, 'plain')})`),
    ...(place.row.entry.accumulation === 'status' ? {} : { digits: blank(digitsFormula(place)) }),
    figure: blank(
      place.row.entry.accumulation === 'status' ? milestoneFormula(place) : figureFormula(place),
    ),
    quoted: blank(quotedFormula(place)),
    chosen: blank(`TRIM(IFERROR(${plainTextFormula(at(place, 'state'))},"#"))`),
    reading: blank(readingFormula(place)),
    'state-code': { formula: stateFormula(place), value: 'blank' },
  };
}

function derivedReading(place: RowPlace): Partial<Record<ReadingColumn, LiveCell>> {
  const actual = at(place, 'actual');
  const { precision } = place.row.entry;
  return {
    quoted: blank(`IFERROR(${numberTextFormula(actual, precision)},"")`),
    reading: blank(`IF(ISNUMBER(${actual}),${actual},"")`),
    'state-code': {
      formula: `IF(ISNUMBER(${actual}),"value","pending")`,
      value: 'pending',
    },
  };
}

function plainFormula(place: RowPlace): string {
  return `IFERROR(${plainTextFormula(at(place, 'actual'))},"#")`;
}

/** The digits of a text, without its sign and without a % or 万 that the unit leaves room for. */
function digitsFormula(place: RowPlace): string {
  const text = at(place, 'text');
  const suffixes = suffixesOf(place);
  const isSuffixed = anyOf(suffixes.map((suffix) => `RIGHT(${text},1)=${quote(suffix)}`));
  const length = suffixes.length === 0 ? `LEN(${text})` : `LEN(${text})-IF(${isSuffixed},1,0)`;
  const isSigned = `OR(LEFT(${text},1)="-",LEFT(${text},1)="+")`;
  return `IF(ISTEXT(${at(place, 'actual')}),TRIM(MID(LEFT(${text},${length}),IF(${isSigned},2,1),LEN(${text}))),"")`;
}

/** What may follow the digits: % in a unit of per cent, 万 and 亿 where the unit has neither. */
function suffixesOf({ row }: RowPlace): string[] {
  const { measureUnit } = row.entry;
  if (measureUnit === '%') return ['%'];
  return /[%万亿]/.test(measureUnit) ? [] : ['万', '亿'];
}

/** The number that is typed, as a number or as a text that is certainly one; else "". */
function figureFormula(place: RowPlace): string {
  const [actual, text, digits] = [at(place, 'actual'), at(place, 'text'), at(place, 'digits')];
  const plain = `SUBSTITUTE(SUBSTITUTE(${digits},",","")," ","")`;
  const others = Array.from('0123456789').reduce(
    (rest, digit) => `SUBSTITUTE(${rest},"${digit}","")`,
    plain,
  );
  const whole = `TEXT(INT(VALUE(${plain})),"#,##0")`;
  const fraction = `MID(${plain},FIND(".",${plain}&"."),LEN(${plain}))`;
  // grouped by threes, with commas or with single spaces between
  const isGrouped =
    `IF(${digits}=${plain},TRUE,IF(VALUE(${plain})<1E15,OR(${digits}=${whole}&${fraction},` +
    `AND(${digits}=SUBSTITUTE(${whole},","," ")&${fraction},ISNUMBER(FIND(${digits},${at(place, 'plain')})))),FALSE))`;
  const isNumber =
    `AND(LEN(${digits})<=40,OR(${others}="",${others}="."),` +
    `LEN(${plain})>LEN(${others}),RIGHT(${plain},1)<>".")`;
  const signed = `VALUE(${plain})*IF(LEFT(${text},1)="-",-1,1)`;
  const value = suffixesOf(place).includes('万')
    ? `IF(RIGHT(${text},1)="万",ROUND(${signed}*10000,6),IF(RIGHT(${text},1)="亿",ROUND(${signed}*100000000,6),${signed}))`
    : signed;
  const typed = `IF(${isNumber},IF(${isGrouped},${value},1/0),1/0)`;
  return `IF(ISNUMBER(${actual}),${tidied(actual)},IF(LEN(${digits})=0,"",IFERROR(${typed},"")))`;
}

/** A stored number to 15 digits, which is all that programs show of it, where rounding can give them. */
function tidied(number: string): string {
  const size = `ABS(${number})`;
  return `IF(AND(${size}>1E-12,${size}<1E15),ROUND(${number},MAX(0,14-INT(LOG10(${size})))),${number})`;
}

/** A milestone's status as its place in the list. */
function milestoneFormula(place: RowPlace): string {
  const text = at(place, 'text');
  // comparisons, since MATCH would take * and ? for any text
  return MILESTONE_STATUSES.reduceRight(
    (rest, status, index) =>
      `IF(${text}=${quote(place.model.labels.milestones[status])},${index + 1},${rest})`,
    '""',
  );
}

/** What messages quote of the cell. */
function quotedFormula(place: RowPlace): string {
  const actual = at(place, 'actual');
  const error = `IFERROR(CHOOSE(ERROR.TYPE(${actual}),${ERRORS.map(quote).join(',')}),"#")`;
  return `IF(ISNUMBER(${actual}),${numberTextFormula(actual, QUOTED_DECIMALS)},IFERROR(${actual}&"",${error}))`;
}

/** The row's figure: what is typed, a nil report as 0. */
function readingFormula(place: RowPlace): string {
  const state = at(place, 'state-code');
  return `IF(${state}="value",${at(place, 'figure')},IF(${state}="nil",0,""))`;
}

/** What the row is: value, blank, nil, not-applicable, not-due, invalid or conflict. */
function stateFormula(place: RowPlace): string {
  const [text, figure, chosen] = [at(place, 'text'), at(place, 'figure'), at(place, 'chosen')];
  const labels = place.model.labels.states;
  const isEmpty = `LEN(${text})=0`;
  const without = (state: string) => `IF(${isEmpty},"${state}","conflict")`;
  // a milestone's status is one of its list; there is no nil one
  const nil =
    place.row.entry.accumulation === 'status'
      ? '"conflict"'
      : `IF(${isEmpty},"nil",IF(ISNUMBER(${figure}),IF(ROUND(${figure},${COMPARISON_DECIMALS})=0,"nil","conflict"),"conflict"))`;
  return (
    `IF(ISERROR(${at(place, 'actual')}),"invalid",` +
    `IF(OR(LEN(${chosen})=0,${chosen}=${quote(labels.normal)}),IF(${isEmpty},"blank",IF(ISNUMBER(${figure}),"value","invalid")),` +
    `IF(${chosen}=${quote(labels.nil)},${nil},` +
    `IF(${chosen}=${quote(labels['not-applicable'])},${without('not-applicable')},` +
    `IF(${chosen}=${quote(labels['not-due'])},${without('not-due')},"conflict")))))`
  );
}

function at({ layout, rowNumber }: RowPlace, column: ReadingColumn | 'actual' | 'state'): string {
  return layout.cell(column, rowNumber);
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions[0]! : `OR(${conditions.join(',')})`;
}

function blank(formula: string): LiveCell {
  return { formula, value: '' };
}
