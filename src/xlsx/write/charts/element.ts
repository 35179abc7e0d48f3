import { escapeXml } from '../text';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An XML element; attributes without a value are left out, and so are empty children. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element of a chart part that says one thing: <c:gapWidth val="50"/>. */
export function setting(name: string, val: string | number): string {
  return element(`c:${name}`, { val });
}

/** An element of a chart part that holds others. */
export function group(name: string, ...children: string[]): string {
  return element(`c:${name}`, {}, ...children);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const NAMESPACES = {
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  xdr: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
} as const;
