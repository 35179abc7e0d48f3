import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** What a manifest is held against. */
export interface Served {
  /** The folder with the built pages and icons. */
  readonly dist: string;
  /** The address that the folder is served at, without a slash at its end. */
  readonly base: string;
}

/** The set of calls that src/hosts/office/office-port.ts asks for. */
const EXCEL_API = /NEEDED_API = '([\d.]+)'/;
const OFFICE_PORT = path.join(__dirname, '../../src/hosts/office/office-port.ts');
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Excel refuses a manifest whose elements stand in another order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp:
    'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides'.split(
      ' ',
    ),
  VersionOverrides: 'Description Requirements Hosts Resources'.split(' '),
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint'.split(' '),
  GetStarted: 'Title Description LearnMoreUrl'.split(' '),
  CustomTab: 'Group Label'.split(' '),
  Group: 'Label Icon Control'.split(' '),
  Control: 'Label Supertip Icon Action'.split(' '),
  Supertip: 'Title Description'.split(' '),
  Action: 'TaskpaneId SourceLocation Title'.split(' '),
  Resources: 'Images Urls ShortStrings LongStrings'.split(' '),
};
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl'],
    ...['HighResolutionIconUrl', 'SupportUrl', 'Hosts', 'Requirements', 'DefaultSettings'],
    ...['Permissions', 'VersionOverrides'],
  ],
  VersionOverrides: ['Requirements', 'Hosts', 'Resources'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Group: ['Label', 'Icon', 'Control'],
  CustomTab: ['Group', 'Label'],
};
/** Elements that name a resource, and the list that it has to be in. */
const RESOURCE_LISTS: Readonly<Record<string, string>> = {
  Image: 'Images',
  SourceLocation: 'Urls',
  LearnMoreUrl: 'Urls',
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
};
const LONGEST: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 };
const BUTTON_SIZES = ['16', '32', '80'];

/** Everything for which Excel would refuse the manifest or show it broken; empty where it is sound. */
export function checkManifest(xml: string, { dist, base }: Served): string[] {
  let root: Node;
  try {
    root = parse(xml);
  } catch (error) {
    return [`is no XML: ${(error as Error).message}`];
  }
  const nodes = [...walk(root)];
  return [
    ...order(nodes),
    ...head(root),
    ...requirements(nodes),
    ...resources(nodes),
    ...addresses(nodes, dist, base),
    ...icons(nodes, dist, base),
    ...languages(nodes),
  ];
}

function order(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ name, children }) => {
    const wanted = ORDER[name];
    if (!wanted) return [];
    const names = children.map((child) => child.name);
    const places = names.map((child) => wanted.indexOf(child));
    const unknown = names.filter((child) => !wanted.includes(child));
    const isSorted = places.every((place, index) => index === 0 || place >= places[index - 1]!);
    const missing = (REQUIRED[name] ?? []).filter((child) => !names.includes(child));
    return [
      ...unknown.map((child) => `<${name}> has a <${child}>`),
      ...(isSorted ? [] : [`the elements of <${name}> are out of order`]),
      ...missing.map((child) => `<${name}> has no <${child}>`),
    ];
  });
}

function head(root: Node): string[] {
  const text = (name: string) => child(root, name)?.text ?? '';
  const problems: string[] = [];
  if (root.attributes['xsi:type'] !== 'TaskPaneApp') problems.push('is no TaskPaneApp');
  if (!GUID.test(text('Id'))) problems.push(`<Id> ${text('Id')} is no GUID`);
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(text('Version')))
    problems.push(`<Version> ${text('Version')} is not four numbers`);
  if (text('DefaultLocale') !== 'zh-CN') problems.push('<DefaultLocale> is not zh-CN');
  if (text('Permissions') !== 'ReadWriteDocument')
    problems.push('<Permissions> is not ReadWriteDocument');
  const hosts = child(root, 'Hosts')?.children ?? [];
  if (hosts.length !== 1 || hosts[0]!.attributes.Name !== 'Workbook')
    problems.push('<Hosts> is not Workbook alone');
  const [name, description] = ['DisplayName', 'Description'].map(
    (of) => child(root, of)?.attributes.DefaultValue ?? '',
  ) as [string, string];
  if (name === '' || name.length > 125) problems.push('<DisplayName> has not 1 to 125 characters');
  if (description === '' || description.length > 250)
    problems.push('<Description> has not 1 to 250 characters');
  return problems;
}

function requirements(nodes: readonly Node[]): string[] {
  const needed = EXCEL_API.exec(readFileSync(OFFICE_PORT, 'utf8'))?.[1] ?? 'none';
  const sets = nodes.filter(({ name }) => name === 'Set');
  const versions = sets.map(
    ({ attributes }) => `${attributes.Name ?? ''} ${attributes.MinVersion ?? ''}`,
  );
  if (versions.length === 0) return ['names no requirement set'];
  return versions
    .filter((version) => version !== `ExcelApi ${needed}`)
    .map((version) => `asks for ${version}, the code for ExcelApi ${needed}`);
}

function resources(nodes: readonly Node[]): string[] {
  const problems: string[] = [];
  const lists = new Map<string, string>();
  for (const list of nodes.filter(
    ({ name }) => name in LONGEST || name === 'Images' || name === 'Urls',
  ))
    for (const { attributes, children } of list.children) {
      const { id = '', DefaultValue = '' } = attributes;
      if (id === '' || id.length > 32) problems.push(`resource “${id}” has not 1 to 32 characters`);
      if (lists.has(id)) problems.push(`resource ${id} is defined twice`);
      lists.set(id, list.name);
      const texts = [DefaultValue, ...children.map((one) => one.attributes.Value ?? '')];
      const most = LONGEST[list.name] ?? Infinity;
      if (texts.some((text) => text === '' || text.length > most))
        problems.push(`resource ${id} has not 1 to ${most} characters`);
    }
  const used = new Set<string>();
  for (const { name, attributes } of nodes) {
    const { resid } = attributes;
    if (resid === undefined) continue;
    used.add(resid);
    const list = lists.get(resid);
    if (list === undefined) problems.push(`<${name}> names ${resid}, which is not defined`);
    else if (list !== RESOURCE_LISTS[name])
      problems.push(`<${name}> names ${resid}, which is one of ${list}`);
  }
  const unused = [...lists.keys()].filter((id) => !used.has(id));
  return [...problems, ...unused.map((id) => `resource ${id} is used nowhere`)];
}

function addresses(nodes: readonly Node[], dist: string, base: string): string[] {
  const values = nodes.flatMap(({ attributes }) =>
    [attributes.DefaultValue, attributes.Value].filter(
      (value): value is string => value !== undefined && /^[a-z]+:\/\//i.test(value),
    ),
  );
  return [...new Set(values)].flatMap((address) => {
    if (!address.startsWith('https://')) return [`${address} is not https`];
    if (!address.startsWith(`${base}/`)) return [`${address} is not below ${base}`];
    const file = fileOf(address, dist, base);
    return existsSync(file) ? [] : [`${address} is not in the build`];
  });
}

function icons(nodes: readonly Node[], dist: string, base: string): string[] {
  const problems: string[] = [];
  const check = (address: string, size: number, what: string) => {
    const file = fileOf(address, dist, base);
    if (!address.startsWith(`${base}/`) || !existsSync(file)) return;
    const drawn = pngSize(readFileSync(file));
    if (drawn !== size) problems.push(`${what} is ${drawn ?? 'no'} px wide, not ${size}`);
  };
  for (const [name, size] of [
    ['IconUrl', 32],
    ['HighResolutionIconUrl', 64],
  ] as const) {
    const address = nodes.find((node) => node.name === name)?.attributes.DefaultValue;
    if (address !== undefined) check(address, size, `<${name}>`);
  }
  const images = new Map(
    nodes
      .filter(({ name, attributes }) => name === 'Image' && attributes.id !== undefined)
      .map(({ attributes }) => [attributes.id!, attributes.DefaultValue ?? '']),
  );
  for (const { children } of nodes.filter(({ name }) => name === 'Icon')) {
    const sizes = children.map(({ attributes }) => attributes.size ?? '');
    if (sizes.join() !== BUTTON_SIZES.join())
      problems.push(`an <Icon> has the sizes ${sizes.join(', ')}, not ${BUTTON_SIZES.join(', ')}`);
    for (const { attributes } of children) {
      const { size = '', resid = '' } = attributes;
      const address = images.get(resid);
      if (address !== undefined) check(address, Number(size), resid);
    }
  }
  return problems;
}

function languages(nodes: readonly Node[]): string[] {
  return nodes
    .filter(({ name }) => ['DisplayName', 'String'].includes(name))
    .filter(({ children }) => !children.some(({ attributes }) => attributes.Locale === 'en-US'))
    .map(({ attributes }) => `“${attributes.DefaultValue ?? ''}” has no English`);
}

function fileOf(address: string, dist: string, base: string): string {
  return path.join(dist, address.slice(base.length).replace(/[?#].*$/, ''));
}

/** The width of a PNG that is as high as wide; null for anything else. */
function pngSize(bytes: Buffer): number | null {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return null;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width === height ? width : null;
}

function child(node: Node, name: string): Node | undefined {
  return node.children.find((one) => one.name === name);
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const one of node.children) yield* walk(one);
}

/** Elements by their names without prefix. @throws Error on what is no XML */
function parse(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name: name.replace(/^.*:/, ''), attributes, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text.trim();
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0]!;
}
