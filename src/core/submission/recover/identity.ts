import type { WorkbookGrid } from '../../sheet/grid';
import type { Carrier } from '../../template/model';
import { findForm, isMarkedForm, type FormPlaces } from '../form-places';
import { headTexts } from './head';

/** A blank that a round issued. */
export interface IssuedTemplate {
  /** What its hidden sheet says. */
  readonly carrier: Carrier;
  /** The texts of its head that say whose it is and for when; null where the form does not say both. */
  readonly head: readonly string[] | null;
}

/** The blanks of a round; built only when one is needed. */
export type IssuedTemplates = () => readonly IssuedTemplate[];

export type Identification =
  | { readonly is: 'identified'; readonly carrier: Carrier; readonly places: FormPlaces }
  /** Nothing in the workbook looks like a form of ours. */
  | { readonly is: 'foreign' }
  | { readonly is: 'unidentified'; readonly why: UnidentifiedReason };

export type UnidentifiedReason =
  /** A form, but no round was named whose blanks it could be held against. */
  | 'round-needed'
  /** A form, but its head names nobody whom the round asks for this period. */
  | 'no-match'
  /** More than one blank of the round fits. */
  | 'ambiguous';

/**
 * Tells whose form a workbook holds that has lost its hidden sheet: the organisation and the period in
 * the form's head must be those of exactly one blank of the round, and rows of that blank must be there.
 */
export function identify(grid: WorkbookGrid, templates: IssuedTemplates | null): Identification {
  const isForm = grid.sheets.some(isMarkedForm);
  if (!templates) return isForm ? { is: 'unidentified', why: 'round-needed' } : { is: 'foreign' };
  const issued = templates();
  const texts = grid.sheets.map((sheet) => ({ sheet, found: headTexts(sheet) }));
  const fitting = issued.flatMap(({ carrier, head }) => {
    if (!head) return [];
    const sheets = texts.flatMap(({ sheet, found }) =>
      head.every((text) => found.has(text)) ? [sheet] : [],
    );
    const places = sheets.length > 0 ? findForm({ ...grid, sheets }, carrier) : null;
    return places ? [{ carrier, places }] : [];
  });
  const [only, second] = fitting;
  if (second) return { is: 'unidentified', why: 'ambiguous' };
  if (only) return { is: 'identified', ...only };
  const looksLikeForm = isForm || issued.some(({ carrier }) => findForm(grid, carrier) !== null);
  return looksLikeForm ? { is: 'unidentified', why: 'no-match' } : { is: 'foreign' };
}
