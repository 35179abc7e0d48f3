import { unzipSync } from 'fflate';
import { DEFAULT_LIMITS } from '../read/limits';
import type { Parts } from './package';
import { Unpatchable } from './unpatchable';
import { walkXml } from './xml';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: worksheet, calcChain, officeDocument. */
  readonly type: string;
  /** The path of the part it leads to. */
  readonly target: string;
}

/** Where the parts of an .xlsx that matter here are. */
export interface OpenPackage {
  readonly parts: Parts;
  readonly workbookPath: string;
  readonly relationships: readonly Relationship[];
  /** Paths of the sheets by name. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** Unpacks an .xlsx within fixed limits; throws Unpatchable on anything that is not one. */
export function openPackage(bytes: Uint8Array): OpenPackage {
  const parts = inflate(bytes);
  const root = readRelationships(parts, '');
  const workbookPath = root.find(({ type }) => type === 'officeDocument')?.target;
  if (workbookPath === undefined) throw new Unpatchable('the package names no workbook');
  const relationships = readRelationships(parts, workbookPath);
  const paths = new Map(
    relationships.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]),
  );
  const sheets = new Map<string, string>();
  walkXml(partText(parts, workbookPath), workbookPath, {
    open({ name, attributes }, parent) {
      if (name !== 'sheet' || parent?.name !== 'sheets') return;
      const path = paths.get(relationshipId(attributes));
      if (path !== undefined) sheets.set(attributes.name ?? '', path);
    },
  });
  return { parts, workbookPath, relationships, sheets };
}

/** The part's text; throws Unpatchable where it is missing or not UTF-8. */
export function partText(parts: Parts, path: string): string {
  const part = parts[path];
  if (!part) throw new Unpatchable(`the package has no part ${path}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part);
  } catch (error) {
    throw new Unpatchable(`${path} is not written in UTF-8`, undefined, { cause: error });
  }
}

/** xl/_rels/workbook.xml.rels for xl/workbook.xml; _rels/.rels for the package itself. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** What a part leads to inside the package; the package's own for ''. Throws where there is no list. */
export function readRelationships(parts: Parts, path: string): Relationship[] {
  const relationships: Relationship[] = [];
  const from = relationshipsPath(path);
  walkXml(partText(parts, from), from, {
    open({ name, attributes }) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      relationships.push({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1)!,
        target: resolve(path, attributes.Target ?? ''),
      });
    },
  });
  return relationships;
}

/** The path a relationship of the part `from` leads to. */
export function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  return path.join('/');
}

/** r:id, whatever prefix the file gives its relationships. */
function relationshipId(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? '' : attributes[name]!;
}

function inflate(bytes: Uint8Array): Parts {
  const { entries, partBytes, totalBytes } = DEFAULT_LIMITS;
  let count = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      // fflate holds each part to the size it declares
      filter({ originalSize }) {
        count += 1;
        total += originalSize;
        if (count > entries || originalSize > partBytes || total > totalBytes)
          throw new Error('it is too large');
        return true;
      },
    });
  } catch (error) {
    const { message } = error as Error;
    throw new Unpatchable(`the file cannot be unpacked: ${message}`, undefined, { cause: error });
  }
}
