import { z } from 'zod';
import { KnownParts } from './known-parts';
import { contentSchema, identitySchema, lockedSchema, sealSchema, type Carrier } from './model';

/**
 * Where the text of a carrier, written with ` for ", parts in five: who reports, the rows, the head,
 * the cells of the rows, the seal. Blanks with the same rows have the second and the fourth in common.
 * An end is −1 where its mark is missing.
 */
export function partEnds(text: string): [number, number, number, number, number] {
  const form = text.lastIndexOf(',`form`:{');
  return [
    text.indexOf(',`language`:'),
    form,
    text.indexOf(',`columns`:{', form),
    text.lastIndexOf(',`seal`:{'),
    text.length,
  ];
}

/** A carrier as read, and the text that its seal is over. */
export interface ReadCarrier {
  readonly carrier: Carrier;
  readonly sealed: string;
}

/**
 * Reads the text of a carrier part by part, as strictly as all of it at once. Null where a part is not,
 * or not as it should be.
 */
export function readInParts(text: string): ReadCarrier | null {
  // with quotes in it the text is not of our writing
  if (text.includes('"')) return null;
  const [identityEnd, contentEnd, headEnd, cellsEnd, end] = partEnds(text);
  if (!(0 < identityEnd && identityEnd < contentEnd && contentEnd < headEnd && headEnd < cellsEnd))
    return null;
  const content = contents.get(text.slice(identityEnd, contentEnd), text);
  const cells = cellsOfRows.get(text.slice(headEnd, cellsEnd), text);
  // form and seal are allowed in no other place, so what is left out stood between these brackets
  const own = parsed(
    `${text.slice(0, identityEnd)}}${text.slice(contentEnd, headEnd)}}}${text.slice(cellsEnd, end)}`,
    ownSchema,
  );
  if (!content || !cells || !own) return null;
  const { model, form, seal } = own;
  // the comma after the head belongs behind something
  if (Object.keys(form.locked).length === 0) return null;
  const sealed = `[${opened(model)},${content.members},${opened(form, 2)},${cells.members}}]`;
  // into the record just read: a new one of so many keys takes far longer
  const locked = Object.assign(form.locked, cells.value);
  return {
    carrier: { model: { ...model, ...content.value }, form: { name: form.name, locked }, seal },
    sealed,
  };
}

/** What is each carrier's own. */
const ownSchema = z.strictObject({
  model: identitySchema,
  form: z.strictObject({ name: z.string(), locked: lockedSchema }),
  seal: sealSchema,
});
const cellsSchema = z.strictObject({ locked: lockedSchema });

/** A part that many carriers have in common, with the text of its members and the bracket after them. */
interface CommonPart<Value> {
  readonly value: Value;
  readonly members: string;
}

const contents = new KnownParts((part) => common(parsed(`{${part.slice(1)}`, contentSchema)));
const cellsOfRows = new KnownParts((part) =>
  common(parsed(`{\`locked\`:{${part.slice(1)}`, cellsSchema)?.locked),
);

/** Forgets what carriers had in common, so that the next form is read as the first. */
export function forgetCarriers(): void {
  contents.forget();
  cellsOfRows.forget();
}

function common<Value>(value: Value | undefined): CommonPart<Value> | null {
  return value === undefined ? null : { value, members: JSON.stringify(value).slice(1) };
}

/** The value as JSON without its last brackets. */
function opened(value: unknown, brackets = 1): string {
  return JSON.stringify(value).slice(0, -brackets);
}

function parsed<S extends z.ZodType>(text: string, schema: S): z.infer<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(text.replace(/`/g, '"'))).data;
  } catch {
    return undefined;
  }
}
