import { parseAddress } from '../../../core/sheet/address';
import { cellText, escapeXml } from '../text';
import { Unpatchable } from '../unpatchable';
import { append, splice, walkXml } from '../xml';
import type { ClosedElement, Splice } from '../xml';
import { readColumnWidths } from './box-place';
import { drawnCell, drawNotes, EMPTY_DRAWING, type NoteText } from './note-shapes';
import { OFFICE_RELATIONSHIPS, SPREADSHEET, type PackageEditor } from './package-editor';
import { placeInOrder, WORKSHEET_ORDER } from './place-in-order';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const EMPTY_COMMENTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${SPREADSHEET}"><authors/><commentList/></comments>`;

/**
 * Puts comments at cells of a sheet, in place of those that were put under the same sign before.
 * A cell that has somebody else's comment keeps it and gets none. Where the sheet's drawing cannot
 * be added to with certainty, nothing is changed.
 */
export function putNotes(
  editor: PackageEditor,
  path: string,
  wanted: readonly NoteText[],
  sign: string,
): void {
  const existing = editor.relationships(path).find(({ type }) => type === 'comments')?.target;
  const xml = existing === undefined ? EMPTY_COMMENTS : editor.text(existing);
  const part = existing ?? 'comments';
  const outline = readComments(xml, part);
  const old = outline.comments.filter(({ text }) => text.startsWith(lead(sign)));
  const oldCells = new Set(old.map(({ cell }) => cell));
  const taken = new Set(outline.comments.flatMap(({ cell }) => (oldCells.has(cell) ? [] : [cell])));
  const notes = wanted
    .filter(({ cell }) => !taken.has(cell))
    .map(({ cell, text }) => ({ cell, text: `${lead(sign)}${text}` }));
  if (notes.length === 0 && old.length === 0) return;
  const remove = [...oldCells].flatMap((cell) => {
    const address = parseAddress(cell);
    return address ? [drawnCell(address)] : [];
  });
  if (!putShapes(editor, path, { add: notes, remove })) return;
  const written = withComments(xml, outline, { notes, old, author: sign });
  if (existing !== undefined) {
    editor.put(existing, written);
    return;
  }
  const created = editor.freePath((number) => `${editor.folder}comments${number}.xml`);
  editor.put(created, written);
  editor.addContentType(created, COMMENTS_TYPE);
  editor.addRelationship(path, 'comments', created);
}

function lead(sign: string): string {
  return `【${sign}】`;
}

interface Comments {
  readonly comments: readonly {
    readonly element: ClosedElement;
    readonly cell: string;
    readonly text: string;
  }[];
  readonly authors: ClosedElement;
  readonly authorNames: readonly string[];
  readonly list: ClosedElement;
}

function readComments(xml: string, part: string): Comments {
  const comments: { element: ClosedElement; cell: string; text: string }[] = [];
  const authorNames: string[] = [];
  let text = '';
  let authors: ClosedElement | undefined;
  let list: ClosedElement | undefined;
  walkXml(xml, part, {
    open({ name }) {
      if (name === 'comment') text = '';
    },
    close(element) {
      if (element.name === 't') text += element.text;
      if (element.name === 'author') authorNames.push(element.text);
      if (element.name === 'authors') authors = element;
      if (element.name === 'commentList') list = element;
      if (element.name === 'comment')
        comments.push({ element, cell: element.attributes.ref ?? '', text: text.trimStart() });
    },
  });
  if (!authors || !list) throw new Unpatchable(`${part} has no list of comments`);
  return { comments, authors, authorNames, list };
}

function withComments(
  xml: string,
  { authors, authorNames, list }: Comments,
  { notes, old, author }: { notes: readonly NoteText[]; old: Comments['comments']; author: string },
): string {
  const { prefix } = list;
  const known = authorNames.indexOf(author);
  const number = known < 0 ? authorNames.length : known;
  const element = (name: string, content: string, attributes = '') =>
    `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`;
  const added = notes.map(({ cell, text }) => {
    const font = `<${prefix}sz val="10"/><${prefix}rFont val="宋体"/><${prefix}charset val="134"/>`;
    const content = element('t', escapeXml(cellText(text)), ' xml:space="preserve"');
    const run = element('r', element('rPr', font) + content);
    return element('comment', element('text', run), ` ref="${cell}" authorId="${number}"`);
  });
  const splices: Splice[] = old.map(({ element: { start, end } }) => ({
    from: start,
    to: end,
    text: '',
  }));
  if (known < 0 && notes.length > 0)
    splices.push(append(xml, authors, element('author', escapeXml(author))));
  if (added.length > 0) splices.push(append(xml, list, added.join('')));
  return splice(xml, splices);
}

/** Draws the comments' boxes; false where the sheet's drawing cannot be added to. */
function putShapes(
  editor: PackageEditor,
  path: string,
  change: { readonly add: readonly NoteText[]; readonly remove: readonly string[] },
): boolean {
  const xml = editor.text(path);
  const widths = readColumnWidths(xml, path);
  const drawing = drawingOf(editor, path, xml);
  if (drawing !== null) {
    const before = textOrNull(editor, drawing);
    const drawn = before === null ? null : tryDrawing(before, drawing, change, widths);
    if (drawn === null) return false;
    editor.put(drawing, drawn);
    return true;
  }
  if (change.add.length === 0) return true;
  const created = editor.freePath((number) => `${editor.folder}drawings/vmlDrawing${number}.vml`);
  editor.put(created, tryDrawing(EMPTY_DRAWING, created, change, widths)!);
  editor.addContentType(created, DRAWING_TYPE);
  const id = editor.addRelationship(path, 'vmlDrawing', created);
  const { at, prefix } = placeInOrder(xml, path, WORKSHEET_ORDER, 'legacyDrawing');
  // declared here, since the sheet may give the namespace any prefix or none
  const element = `<${prefix}legacyDrawing xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${id}"/>`;
  editor.put(path, splice(xml, [{ from: at, to: at, text: element }]));
  return true;
}

/** The drawing of the old kind that the sheet names; null where it names none. */
function drawingOf(editor: PackageEditor, path: string, xml: string): string | null {
  let id: string | undefined;
  walkXml(xml, path, {
    open({ name, attributes }) {
      if (name !== 'legacyDrawing') return;
      const key = Object.keys(attributes).find((attribute) => attribute.endsWith(':id'));
      if (key !== undefined) id = attributes[key];
    },
  });
  if (id === undefined) return null;
  const found = editor.relationships(path).find((relationship) => relationship.id === id);
  if (!found) throw new Unpatchable(`${path} names a drawing that is not there`);
  return found.target;
}

function textOrNull(editor: PackageEditor, path: string): string | null {
  return editor.has(path) ? editor.text(path) : null;
}

/** Drawings of the old kind are not always well-formed; then they are left alone. */
function tryDrawing(...drawing: Parameters<typeof drawNotes>): string | null {
  try {
    return drawNotes(...drawing);
  } catch (error) {
    if (error instanceof Unpatchable) return null;
    throw error;
  }
}
