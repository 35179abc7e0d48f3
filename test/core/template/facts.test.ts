import { parsePeriod } from '../../../src/core/plan/period';
import { rowsOf, type Row } from '../../../src/core/template/facts';
import type { TemplateModel } from '../../../src/core/template/model';
import { CITY_BLANK } from '../../factories/city';
import { RULED_CITY } from '../../factories/ruled-city';
import { contextOf, templateFor } from '../../factories/template';

const { model } = CITY_BLANK;
const { rules } = templateFor(contextOf([RULED_CITY], '2021Q2')).model;

function rowsIn(one: TemplateModel): readonly Row[] {
  return rowsOf(one, parsePeriod(one.period)!);
}

/** Everything of the rows, what fills their messages with it. */
function written(rows: readonly Row[]): string {
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'function' ? (value as () => unknown)() : value,
  );
}

test('the rows of a form are found once', () => {
  expect(rowsIn({ ...model, organisation: '市科技局', round: 'another' })).toBe(rowsIn(model));
});

test.each<[what: string, before: Partial<TemplateModel>, change: Partial<TemplateModel>]>([
  ['another period', {}, { period: '2021Q3' }],
  ['a region', { rules }, { region: '海曙区' }],
  ['another threshold', {}, { form: { ...model.form, nearSchedule: 0.5 } }],
  ['another start of the plan', {}, { plans: [{ ...model.plans[0]!, startYear: 2018 }] }],
  ['rules of the plan', {}, { rules }],
])('%s makes other rows, though the entries are the same', (_, before, change) => {
  const first = { ...model, ...before };
  const second = { ...first, ...change };
  const known = written(rowsIn(first));
  const fresh = written(rowsIn({ ...second, entries: [...second.entries] }));
  expect(fresh).not.toBe(known);
  expect(written(rowsIn(second))).toBe(fresh);
});
