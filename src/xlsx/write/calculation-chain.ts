import { strToU8 } from 'fflate';
import { partText, relationshipsPath, resolve, type OpenPackage } from './open-package';
import { splice, walkXml } from './xml';
import type { Element, Splice } from './xml';

/** The order of computation names formula cells; Excel calls a file damaged where one is gone. It makes a new one. */
export function removeCalculationChain({ parts, workbookPath, relationships }: OpenPackage): void {
  const chain = relationships.find(({ type }) => type === 'calcChain');
  if (!chain) return;
  Reflect.deleteProperty(parts, chain.target);
  removeElements(
    parts,
    relationshipsPath(workbookPath),
    ({ name, attributes }) => name === 'Relationship' && attributes.Id === chain.id,
  );
  removeElements(
    parts,
    '[Content_Types].xml',
    ({ name, attributes }) =>
      name === 'Override' && resolve('', attributes.PartName ?? '') === chain.target,
  );
}

function removeElements(
  parts: OpenPackage['parts'],
  path: string,
  isGone: (element: Element) => boolean,
): void {
  const xml = partText(parts, path);
  const splices: Splice[] = [];
  walkXml(xml, path, {
    close(element) {
      if (isGone(element)) splices.push({ from: element.start, to: element.end, text: '' });
    },
  });
  parts[path] = strToU8(splice(xml, splices));
}
