import { strToU8 } from 'fflate';
import {
  partText,
  readRelationships,
  relationshipsPath,
  resolve,
  type OpenPackage,
  type Relationship,
} from '../open-package';
import { Unpatchable } from '../unpatchable';
import { append, splice, walkXml } from '../xml';
import type { ClosedElement } from '../xml';

const CONTENT_TYPES = '[Content_Types].xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const OFFICE_RELATIONSHIPS =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Adds parts to an opened package; every part that is not named stays as it is, byte for byte. */
export class PackageEditor {
  constructor(readonly opened: OpenPackage) {}

  has(path: string): boolean {
    return Object.hasOwn(this.opened.parts, path);
  }

  /** Throws Unpatchable where the part is missing or no UTF-8. */
  text(path: string): string {
    return partText(this.opened.parts, path);
  }

  put(path: string, xml: string): void {
    this.opened.parts[path] = strToU8(xml);
  }

  /** What a part leads to inside the package; none where it has no list. */
  relationships(path: string): readonly Relationship[] {
    return this.has(relationshipsPath(path)) ? readRelationships(this.opened.parts, path) : [];
  }

  /** Leads from one part to another and gives the id of that. */
  addRelationship(from: string, type: string, target: string): string {
    const path = relationshipsPath(from);
    if (!this.has(path)) this.put(path, `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"/>`);
    const xml = this.text(path);
    const ids = new Set<string>();
    const root = rootOf(xml, path, (name, attributes) => {
      if (name === 'Relationship') ids.add((attributes.Id ?? '').toLowerCase());
    });
    let id = 'rIdReturn';
    for (let count = 2; ids.has(id.toLowerCase()); count++) id = `rIdReturn${count}`;
    const element = `<${root.prefix}Relationship Id="${id}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${relative(from, target)}"/>`;
    this.put(path, splice(xml, [append(xml, root, element)]));
    return id;
  }

  /** Takes away whatever a part leads to. */
  dropRelationships(from: string): void {
    Reflect.deleteProperty(this.opened.parts, relationshipsPath(from));
  }

  /** Says what kind of part it is. */
  addContentType(path: string, type: string): void {
    const xml = this.text(CONTENT_TYPES);
    const root = rootOf(xml, CONTENT_TYPES, (name, attributes) => {
      if (name === 'Override' && resolve('', attributes.PartName ?? '') === path)
        throw new Unpatchable(`${path} has a content type already`);
    });
    const element = `<${root.prefix}Override PartName="/${path}" ContentType="${type}"/>`;
    this.put(CONTENT_TYPES, splice(xml, [append(xml, root, element)]));
  }

  /** The first path of these that nothing has yet, counted from 1; letter case makes no other part. */
  freePath(path: (number: number) => string): string {
    const taken = new Set(Object.keys(this.opened.parts).map((name) => name.toLowerCase()));
    let number = 1;
    while (taken.has(path(number).toLowerCase())) number++;
    return path(number);
  }

  /** The folder of the workbook's part, with a slash at its end. */
  get folder(): string {
    const { workbookPath } = this.opened;
    return workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  }
}

/** xl/../comments1.xml as seen from the part xl/worksheets/sheet1.xml: ../comments1.xml. */
function relative(from: string, target: string): string {
  const base = from.split('/').slice(0, -1);
  const steps = target.split('/');
  let shared = 0;
  while (shared < base.length && base[shared] === steps[shared]) shared++;
  return [...base.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}

function rootOf(
  xml: string,
  part: string,
  visit: (name: string, attributes: Readonly<Record<string, string>>) => void,
): ClosedElement {
  let root: ClosedElement | undefined;
  walkXml(xml, part, {
    open({ name, attributes }) {
      visit(name, attributes);
    },
    close(element, parent) {
      if (!parent) root = element;
    },
  });
  if (!root) throw new Unpatchable(`${part} is empty`);
  return root;
}
