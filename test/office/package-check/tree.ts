import { SaxesParser } from 'saxes';
import { matchChildren, PREFIXES } from './sequences';

/** An element of a part, its name with the prefix that PREFIXES gives its namespace. */
export interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[];
  text: string;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Reads a part; attributes of the relationships' namespace are named r:…, others as written. */
export function readTree(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const root: Node = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type definition');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const prefix = PREFIXES[uri] ?? (uri === '' ? '' : uri);
    const node: Node = {
      name: `${prefix}:${local}`,
      attributes: new Map(
        Object.values(attributes).map(
          ({ uri: space, local: name, name: written, value }) =>
            [space === RELATIONSHIPS ? `r:${name}` : written, value] as const,
        ),
      ),
      children: [],
      text: '',
    };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0]!;
}

/** All elements of a tree with this name, in document order. */
export function all(node: Node, name: string, found: Node[] = []): Node[] {
  if (node.name === name) found.push(node);
  for (const child of node.children) all(child, name, found);
  return found;
}

/** Where the elements of a tree do not stand as the schemas have them. */
export function orderProblems(node: Node, model = node.name): string[] {
  const matched = matchChildren(
    model,
    node.children.map(({ name }) => name),
  );
  if ('problem' in matched) return [matched.problem];
  return node.children.flatMap((child, index) => orderProblems(child, matched.models[index]));
}
