import { parsePeriod, periodLabel } from '../../plan/period';
import { gridPlace, type SheetGrid } from '../../sheet/grid';
import { fingerprint, FORMULA_FINGERPRINT } from '../../template/fingerprint';
import type { Form } from '../../template/form';
import { reporterName } from '../../template/form-head';
import { templateMessages } from '../../template/messages';
import type { Carrier, TemplateModel } from '../../template/model';
import { plain, plainText } from './plain-text';

/** How many rows from the top a head may stand in. */
const HEAD_ROWS = 60;
const LONGEST = 200;

/** The texts of the form's head that say whose it is and for when; null for a form whose head does not say both. */
export function identityTexts(form: Form, model: TemplateModel): readonly string[] | null {
  const period = parsePeriod(model.period);
  if (!period) throw new Error(`a round issued a template for the period ${model.period}`);
  const { language } = model;
  const fields = form.head.flatMap(({ left, right }) => [left, right]);
  const textOf = (value: (typeof fields)[number]['value'], shown: string): string[] =>
    fields
      .filter((field) => field.value === value)
      .map(({ label }) => plain(label[language] + templateMessages.colon[language] + shown));
  const organisation = textOf('organisation', reporterName(model)[language]);
  const reported = textOf('period', periodLabel(period)[language]);
  return organisation.length > 0 && reported.length > 0 ? [...organisation, ...reported] : null;
}

/** The texts of the sheet's top rows, for comparison with identityTexts. */
export function headTexts({ cells }: SheetGrid): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const [place, cell] of cells)
    if (cell.type === 'text' && cell.raw.length <= LONGEST && gridPlace(place).row <= HEAD_ROWS)
      texts.add(plainText(cell));
  return texts;
}

/** Whether the sheet still has every text of the head that the form was issued with. */
export function hasIssuedHead({ cells }: SheetGrid, { form }: Carrier): boolean {
  const wanted = new Set(
    Object.entries(form.locked).flatMap(([row, columns]) =>
      row.startsWith('head:') ? Object.values(columns) : [],
    ),
  );
  wanted.delete(FORMULA_FINGERPRINT);
  for (const [place, { type, value, formula }] of cells)
    if (type === 'text' && formula === undefined && gridPlace(place).row <= HEAD_ROWS)
      wanted.delete(fingerprint(value));
  return wanted.size === 0;
}
