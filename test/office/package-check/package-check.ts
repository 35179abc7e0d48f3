import { strFromU8, unzipSync } from 'fflate';
import { parseAddress } from '../../../src/core/sheet/address';
import { rangeCorners } from '../../../src/xlsx/write/ranges';
import { all, orderProblems, readTree, type Node } from './tree';

/** What parts there may be: how a part's content type ends, and how relationships to it are called. */
const PARTS: readonly {
  readonly type: string;
  readonly link: string;
  readonly isOrdered: boolean;
}[] = [
  { type: 'sheet.main+xml', link: 'officeDocument', isOrdered: true },
  { type: 'worksheet+xml', link: 'worksheet', isOrdered: true },
  { type: 'styles+xml', link: 'styles', isOrdered: true },
  { type: 'sharedStrings+xml', link: 'sharedStrings', isOrdered: true },
  { type: 'drawing+xml', link: 'drawing', isOrdered: true },
  { type: 'chart+xml', link: 'chart', isOrdered: true },
  { type: 'theme+xml', link: 'theme', isOrdered: false },
  { type: 'core-properties+xml', link: 'core-properties', isOrdered: false },
  { type: 'extended-properties+xml', link: 'extended-properties', isOrdered: false },
];

interface Part {
  readonly path: string;
  readonly type: string;
  readonly root: Node;
  /** Targets by relationship id. */
  readonly links: ReadonlyMap<string, { readonly type: string; readonly target: string }>;
}

/**
 * Everything about an .xlsx that would make Excel repair or refuse it, as far as it can be known
 * without Excel: content types, relationships, ids, the order of elements, and references inside.
 */
export function packageProblems(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  const problems: string[] = [];
  const paths = Object.keys(files).filter((path) => !path.endsWith('/'));
  const trees = new Map<string, Node>();
  for (const path of paths)
    try {
      trees.set(path, readTree(strFromU8(files[path]!)));
    } catch (error) {
      problems.push(`${path}: ${(error as Error).message}`);
    }
  if (problems.length > 0) return problems;
  const typeOf = contentTypes(trees, problems);
  const parts = new Map<string, Part>();
  for (const [path, root] of trees) {
    if (path === '[Content_Types].xml' || path.endsWith('.rels')) continue;
    const links = linksOf(path, trees, problems);
    parts.set(path, { path, type: typeOf(path) ?? '', root, links });
  }
  checkLinks(trees, parts, problems);
  for (const part of parts.values()) checkPart(part, problems);
  checkWorkbook(parts, problems);
  return problems;
}

function contentTypes(
  trees: ReadonlyMap<string, Node>,
  problems: string[],
): (path: string) => string | undefined {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const { name, attributes } of trees.get('[Content_Types].xml')!.children) {
    const isOverride = name.endsWith(':Override');
    const list = isOverride ? overrides : defaults;
    const key = attributes.get(isOverride ? 'PartName' : 'Extension')!;
    if (list.has(key)) problems.push(`content type of ${key} given twice`);
    list.set(key, attributes.get('ContentType')!);
    if (isOverride && !trees.has(key.slice(1))) problems.push(`content type of no part: ${key}`);
  }
  for (const path of trees.keys()) {
    if (path === '[Content_Types].xml') continue;
    const isRelationships = path.endsWith('.rels');
    const known = isRelationships ? defaults.has('rels') : overrides.has(`/${path}`);
    if (!known) problems.push(`${path} has no content type of its own`);
  }
  return (path) => overrides.get(`/${path}`);
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function linksOf(path: string, trees: ReadonlyMap<string, Node>, problems: string[]) {
  const links = new Map<string, { type: string; target: string }>();
  for (const { attributes } of trees.get(relationshipsPath(path))?.children ?? []) {
    const id = attributes.get('Id')!;
    if (links.has(id)) problems.push(`${path}: relationship ${id} given twice`);
    if (attributes.get('TargetMode') === 'External') problems.push(`${path}: ${id} leads outside`);
    const base = path.split('/').slice(0, -1);
    const target = attributes.get('Target')!;
    const steps = target.startsWith('/') ? [] : base;
    for (const step of target.split('/'))
      if (step === '..') steps.pop();
      else if (step !== '' && step !== '.') steps.push(step);
    links.set(id, { type: attributes.get('Type')!.split('/').at(-1)!, target: steps.join('/') });
  }
  return links;
}

/** Every relationship leads to a part of its kind, every r:id is declared, every part is reached. */
function checkLinks(
  trees: ReadonlyMap<string, Node>,
  parts: ReadonlyMap<string, Part>,
  problems: string[],
): void {
  const reached = new Set<string>();
  const sources = [...parts.values()].map(({ path, links }) => ({ path, links }));
  const root = { path: '', links: linksOf('', trees, problems) };
  for (const { path, links } of [root, ...sources])
    for (const [id, { type, target }] of links) {
      const part = parts.get(target);
      if (!part) problems.push(`${path}: ${id} leads to no part: ${target}`);
      const wanted = PARTS.find(({ link }) => link === type);
      if (!wanted) problems.push(`${path}: relationship of unknown type ${type}`);
      else if (part && !part.type.endsWith(wanted.type))
        problems.push(`${path}: ${id} is a ${type} but ${target} is ${part.type}`);
      reached.add(target);
    }
  for (const path of parts.keys()) if (!reached.has(path)) problems.push(`${path} is not reached`);
  for (const path of trees.keys())
    if (path.endsWith('.rels')) {
      const source = path.replace('_rels/', '').slice(0, -'.rels'.length);
      if (source !== '' && !parts.has(source)) problems.push(`${path} belongs to no part`);
    }
  for (const { path, root: tree, links } of parts.values()) {
    const used = new Set(idsUsed(tree));
    for (const id of used) if (!links.has(id)) problems.push(`${path}: ${id} is not declared`);
    // a workbook's styles, theme and strings are found by their type
    for (const [id, { type }] of links)
      if (!used.has(id) && ['worksheet', 'drawing', 'chart'].includes(type))
        problems.push(`${path}: ${id} is declared and not used`);
  }
}

function idsUsed({ attributes, children }: Node): string[] {
  const own = [...attributes].flatMap(([name, value]) => (name.startsWith('r:') ? [value] : []));
  return [...own, ...children.flatMap(idsUsed)];
}

function checkPart({ path, type, root }: Part, problems: string[]): void {
  const kind = PARTS.find((each) => type.endsWith(each.type));
  if (!kind) problems.push(`${path} is of unknown type ${type}`);
  if (!kind?.isOrdered) return;
  const say = (problem: string) => problems.push(`${path}: ${problem}`);
  orderProblems(root).forEach(say);
  switch (kind.link) {
    case 'drawing':
      unique(all(root, 'xdr:cNvPr'), 'id', say);
      unique(all(root, 'xdr:cNvPr'), 'name', say);
      break;
    case 'chart':
      checkChart(root, say);
      break;
    case 'worksheet':
      checkCells(root, say);
      break;
  }
}

type Say = (problem: string) => void;

function unique(nodes: readonly Node[], attribute: string, say: Say): void {
  const seen = new Set<string>();
  for (const { attributes } of nodes) {
    const value = attributes.get(attribute);
    if (value === undefined) say(`no ${attribute}`);
    else if (seen.has(value)) say(`${attribute} ${value} twice`);
    else seen.add(value);
  }
}

const val = (node: Node | undefined) => node?.attributes.get('val');

/** Axes name each other, caches count their points, labels stand where the kind allows them. */
function checkChart(root: Node, say: Say): void {
  const axes = [...all(root, 'c:catAx'), ...all(root, 'c:valAx')];
  const idOf = (node: Node) => val(node.children.find(({ name }) => name === 'c:axId'));
  const ids = axes.map(idOf);
  for (const name of ['c:barChart', 'c:lineChart'])
    for (const plot of all(root, name)) {
      const named = plot.children.filter((child) => child.name === 'c:axId').map(val);
      if (named.join() !== ids.join()) say(`${name} names axes ${named.join()} of ${ids.join()}`);
    }
  for (const axis of axes) {
    const crossed = val(all(axis, 'c:crossAx')[0]);
    if (crossed === idOf(axis) || !ids.includes(crossed)) say('an axis crosses no other');
  }
  for (const cache of [...all(root, 'c:strCache'), ...all(root, 'c:numCache')]) {
    const count = Number(val(cache.children.find(({ name }) => name === 'c:ptCount')));
    const points = cache.children.filter(({ name }) => name === 'c:pt');
    const places = points.map(({ attributes }) => Number(attributes.get('idx')));
    if (places.some((place, index) => place >= count || place <= (places[index - 1] ?? -1)))
      say(`points ${places.join()} of ${count}`);
  }
  for (const number of all(root, 'c:numCache').flatMap((cache) => all(cache, 'c:v')))
    if (!Number.isFinite(Number(number.text)) || number.text === '') say(`value ${number.text}`);
  const grouping = val(all(root, 'c:grouping')[0]);
  for (const position of all(root, 'c:dLblPos'))
    if (grouping === 'stacked' && val(position) === 'outEnd') say('labels outside a stack');
  if (all(root, 'c:doughnutChart').length > 0 && all(root, 'c:dLblPos').length > 0)
    say('labels of a doughnut have no place');
}

/** Rows and cells ascend, merged ranges are apart, one rule has one priority. */
function checkCells(root: Node, say: Say): void {
  let lastRow = 0;
  for (const row of all(root, 'x:row')) {
    const number = Number(row.attributes.get('r'));
    if (number <= lastRow) say(`row ${number} after row ${lastRow}`);
    lastRow = number;
    let lastColumn = 0;
    for (const { attributes } of row.children) {
      const address = parseAddress(attributes.get('r') ?? '');
      if (address?.row !== number || address.column <= lastColumn)
        say(`cell ${attributes.get('r') ?? ''} in row ${number} after column ${lastColumn}`);
      lastColumn = address?.column ?? lastColumn;
    }
  }
  const merged = all(root, 'x:mergeCell').map(({ attributes }) =>
    rangeCorners(attributes.get('ref')!),
  );
  merged.forEach((left, index) => {
    for (const right of merged.slice(index + 1))
      if (
        left.top <= right.bottom &&
        right.top <= left.bottom &&
        left.left <= right.right &&
        right.left <= left.right
      )
        say('merged ranges overlap');
  });
  unique(all(root, 'x:cfRule'), 'priority', say);
  unique(all(root, 'x:hyperlink'), 'ref', say);
}

/** Styles, strings and sheets that cells and charts name are there. */
function checkWorkbook(parts: ReadonlyMap<string, Part>, problems: string[]): void {
  const ofType = (end: string) => [...parts.values()].filter(({ type }) => type.endsWith(end));
  const [workbook] = ofType('sheet.main+xml');
  const [styles] = ofType('styles+xml');
  const [strings] = ofType('sharedStrings+xml');
  if (!workbook || !styles) {
    problems.push('no workbook or no styles');
    return;
  }
  const sheets = all(workbook.root, 'x:sheet');
  for (const attribute of ['sheetId', 'name', 'r:id'])
    unique(sheets, attribute, (problem) => problems.push(`sheets: ${problem}`));
  const names = sheets.map(({ attributes }) => attributes.get('name')!);
  const countIn = (name: string) => all(styles.root, name)[0]?.children.length ?? 0;
  const limits = {
    s: countIn('x:cellXfs'),
    dxfId: countIn('x:dxfs'),
    string: strings?.root.children.length ?? 0,
  };
  for (const { path, root } of ofType('worksheet+xml')) {
    const beyond = (what: keyof typeof limits, value: string | undefined) => {
      if (value !== undefined && Number(value) >= limits[what])
        problems.push(`${path}: ${what} ${value} of ${limits[what]}`);
    };
    for (const cell of all(root, 'x:c')) {
      beyond('s', cell.attributes.get('s'));
      if (cell.attributes.get('t') === 's') beyond('string', all(cell, 'x:v')[0]?.text);
    }
    for (const { attributes } of all(root, 'x:cfRule')) beyond('dxfId', attributes.get('dxfId'));
    for (const { attributes } of all(root, 'x:hyperlink')) {
      const sheet = sheetOf(attributes.get('location') ?? '');
      if (!names.includes(sheet)) problems.push(`${path}: a link to no sheet: ${sheet}`);
    }
  }
  for (const { path, root } of ofType('chart+xml'))
    for (const { text } of all(root, 'c:f'))
      if (!names.includes(sheetOf(text))) problems.push(`${path}: ${text} is on no sheet`);
}

/** O'Brien of 'O''Brien'!$A$1. */
function sheetOf(reference: string): string {
  const [, quoted, plain] = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(reference) ?? [];
  return quoted?.replaceAll("''", "'") ?? plain ?? '';
}
