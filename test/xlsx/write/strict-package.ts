import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { parseAddress } from '../../../src/core/sheet/address';
import {
  STYLES_ORDER,
  WORKBOOK_ORDER,
  WORKSHEET_ORDER,
} from '../../../src/xlsx/write/marking/place-in-order';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * What a strict reader would find wrong with a package: parts without a content type, relationships
 * that lead nowhere, elements out of order, numbers of styles, sheets or authors that are not there.
 */
export function problemsIn(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const problems: string[] = [];
  const say = (problem: string) => problems.push(problem);
  const trees = new Map<string, Node>();
  for (const [path, content] of Object.entries(parts))
    if (/\.(xml|rels|vml)$/i.test(path)) {
      try {
        trees.set(path, parse(strFromU8(content)));
      } catch (error) {
        say(`${path}: ${(error as Error).message}`);
      }
    }
  checkContentTypes(parts, trees, say);
  for (const [path, tree] of trees)
    if (path.endsWith('.rels')) checkRelations(path, tree, parts, say);
  const workbookPath = targetOf(trees, '', 'officeDocument');
  const workbook = workbookPath === undefined ? undefined : trees.get(workbookPath);
  if (!workbook || workbookPath === undefined) return [...problems, 'no workbook'];
  checkWorkbook(workbook, workbookPath, trees, say);
  const stylesPath = targetOf(trees, workbookPath, 'styles');
  const styles = stylesPath === undefined ? undefined : trees.get(stylesPath);
  const counts = styles ? checkStyles(styles, say) : { cellXfs: 0, dxfs: 0 };
  for (const [path, tree] of trees)
    if (tree.name === 'worksheet') checkSheet(path, tree, counts, trees, say);
  return problems;
}

type Say = (problem: string) => void;

function checkContentTypes(parts: Parts, trees: ReadonlyMap<string, Node>, say: Say): void {
  const types = trees.get('[Content_Types].xml')?.children ?? [];
  const overrides = types.flatMap(({ attributes }) => attributes.PartName ?? []);
  const extensions = types.flatMap(({ attributes }) => attributes.Extension?.toLowerCase() ?? []);
  if (new Set(overrides).size < overrides.length) say('a part has two content types');
  for (const name of overrides) if (!(name.slice(1) in parts)) say(`${name} is typed but missing`);
  for (const path of Object.keys(parts)) {
    if (path === '[Content_Types].xml' || path.endsWith('/')) continue;
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    if (!overrides.includes(`/${path}`) && !extensions.includes(extension))
      say(`${path} has no content type`);
  }
}

function checkRelations(path: string, tree: Node, parts: Parts, say: Say): void {
  const source = path.replace(/_rels\/([^/]*)\.rels$/, '$1');
  if (source !== '' && !(source in parts)) say(`${path} belongs to no part`);
  const ids = tree.children.map(({ attributes }) => attributes.Id ?? '');
  if (new Set(ids).size < ids.length) say(`${path}: an id stands twice`);
  for (const { attributes } of tree.children)
    if (attributes.TargetMode !== 'External') {
      const target = resolve(source, attributes.Target ?? '');
      if (!(target in parts)) say(`${path} leads to ${target}, which is not there`);
    }
}

function checkWorkbook(
  workbook: Node,
  path: string,
  trees: ReadonlyMap<string, Node>,
  say: Say,
): void {
  checkOrder(path, workbook, WORKBOOK_ORDER, say);
  const sheets = childOf(workbook, 'sheets')?.children ?? [];
  for (const key of ['name', 'sheetId']) {
    const values = sheets.map(({ attributes }) => attributes[key]?.toLowerCase());
    if (new Set(values).size < values.length) say(`two sheets have one ${key}`);
  }
  const ids = new Set(trees.get(relsOf(path))?.children.map(({ attributes }) => attributes.Id));
  for (const { attributes } of sheets)
    if (!ids.has(idOf(attributes))) say(`sheet ${attributes.name ?? ''} leads nowhere`);
  const names = childOf(workbook, 'definedNames')?.children ?? [];
  const known = new Set<string>();
  for (const { attributes } of names) {
    const { name = '', localSheetId } = attributes;
    if (localSheetId !== undefined && !(Number(localSheetId) < sheets.length))
      say(`name ${name} is of no sheet`);
    const key = `${name} ${localSheetId ?? ''}`;
    if (known.has(key)) say(`name ${key} stands twice`);
    known.add(key);
  }
  for (const { attributes } of childOf(workbook, 'bookViews')?.children ?? [])
    if (Number(attributes.activeTab ?? 0) >= sheets.length) say('the active sheet is not there');
}

function checkStyles(styles: Node, say: Say): { cellXfs: number; dxfs: number } {
  checkOrder('styles', styles, STYLES_ORDER, say);
  const count = (name: string): number => {
    const list = childOf(styles, name);
    if (list?.attributes.count !== undefined)
      if (Number(list.attributes.count) !== list.children.length)
        say(`the count of ${name} is wrong`);
    return list?.children.length ?? 0;
  };
  const lists = { fontId: count('fonts'), fillId: count('fills'), borderId: count('borders') };
  for (const format of childOf(styles, 'cellXfs')?.children ?? [])
    for (const [key, length] of Object.entries(lists))
      if (Number(format.attributes[key] ?? 0) >= length) say(`a cell format has no ${key}`);
  return { cellXfs: count('cellXfs'), dxfs: count('dxfs') };
}

function checkSheet(
  path: string,
  sheet: Node,
  { cellXfs, dxfs }: { readonly cellXfs: number; readonly dxfs: number },
  trees: ReadonlyMap<string, Node>,
  say: Say,
): void {
  checkOrder(path, sheet, WORKSHEET_ORDER, say);
  let lastRow = 0;
  for (const row of childOf(sheet, 'sheetData')?.children ?? []) {
    const number = Number(row.attributes.r ?? lastRow + 1);
    if (number <= lastRow) say(`${path}: row ${number} is out of order`);
    lastRow = number;
    let lastColumn = 0;
    for (const { attributes } of row.children) {
      const { r, s } = attributes;
      const column = r === undefined ? lastColumn + 1 : (parseAddress(r)?.column ?? 0);
      if (column <= lastColumn) say(`${path}: ${r ?? ''} is out of order`);
      lastColumn = column;
      if (Number(s ?? 0) >= cellXfs) say(`${path}: ${r ?? ''} has no format`);
    }
  }
  const priorities: string[] = [];
  for (const list of sheet.children.filter(({ name }) => name === 'conditionalFormatting')) {
    if (list.children.length === 0) say(`${path}: an empty list of rules`);
    for (const { attributes } of list.children) {
      if (Number(attributes.dxfId ?? 0) >= dxfs && attributes.dxfId !== undefined)
        say(`${path}: a rule has no format`);
      if (attributes.priority !== undefined) priorities.push(attributes.priority);
    }
  }
  if (new Set(priorities).size < priorities.length) say(`${path}: two rules of one priority`);
  checkNotes(path, sheet, trees, say);
}

/** Every comment has its box, and every box of a comment has its comment. */
function checkNotes(path: string, sheet: Node, trees: ReadonlyMap<string, Node>, say: Say): void {
  const commentsPath = targetOf(trees, path, 'comments');
  const comments = commentsPath === undefined ? undefined : trees.get(commentsPath);
  const drawingId = idOf(childOf(sheet, 'legacyDrawing')?.attributes ?? {});
  const relations = trees.get(relsOf(path))?.children ?? [];
  const drawing = relations.find(({ attributes }) => attributes.Id === drawingId);
  if (drawingId !== undefined && !drawing) say(`${path}: its drawing is not there`);
  if (!comments) return;
  const authors = childOf(comments, 'authors')?.children.length ?? 0;
  const list = childOf(comments, 'commentList')?.children ?? [];
  const cells = list.map(({ attributes }) => attributes.ref ?? '');
  if (new Set(cells).size < cells.length) say(`${path}: a cell has two comments`);
  for (const { attributes } of list)
    if (Number(attributes.authorId) >= authors) say(`${path}: a comment has no author`);
  const shapes = drawing && trees.get(resolve(path, drawing.attributes.Target ?? ''));
  const drawn = shapes ? notesDrawn(shapes) : [];
  if (new Set(drawn).size < drawn.length) say(`${path}: a comment is drawn twice`);
  for (const cell of cells) if (!drawn.includes(cell)) say(`${path}: ${cell} is not drawn`);
  for (const cell of drawn) if (!cells.includes(cell)) say(`${path}: ${cell} is drawn for nothing`);
}

function notesDrawn(drawing: Node): string[] {
  const shapes = drawing.children.filter(({ name }) => name === 'shape');
  const ids = shapes.map(({ attributes }) => attributes.id);
  if (new Set(ids).size < ids.length) return ['two shapes of one id', 'two shapes of one id'];
  return shapes.flatMap((shape) => {
    const data = childOf(shape, 'ClientData');
    if (data?.attributes.ObjectType !== 'Note') return [];
    const at = (name: string) => Number(childOf(data, name)?.text ?? NaN) + 1;
    let letters = '';
    for (let rest = at('Column'); rest > 0; rest = Math.floor((rest - 1) / 26))
      letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    return [`${letters}${at('Row')}`];
  });
}

function checkOrder(path: string, root: Node, order: readonly string[], say: Say): void {
  let last = -1;
  for (const { name } of root.children) {
    const rank = order.indexOf(name);
    if (rank < 0) continue;
    if (rank < last) say(`${path}: ${name} is out of order`);
    last = Math.max(last, rank);
  }
}

function targetOf(
  trees: ReadonlyMap<string, Node>,
  from: string,
  type: string,
): string | undefined {
  const relation = trees
    .get(relsOf(from))
    ?.children.find(({ attributes }) => attributes.Type?.endsWith(`/${type}`));
  return relation && resolve(from, relation.attributes.Target ?? '');
}

function relsOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolve(from: string, target: string): string {
  return new URL(target, `http://package/${from}`).pathname.slice(1);
}

function childOf(node: Node, name: string): Node | undefined {
  return node.children.find((child) => child.name === name);
}

function idOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? undefined : attributes[key];
}

/** Namespaces are resolved, so that an undeclared prefix is an error. */
function parse(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    const node = { name: local, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}
