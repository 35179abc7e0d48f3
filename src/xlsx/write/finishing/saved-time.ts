import { strToU8 } from 'fflate';
import { partText, type OpenPackage } from '../open-package';
import { splice, walkXml } from '../xml';
import type { ClosedElement } from '../xml';

const CORE_PROPERTIES = 'docProps/core.xml';

/**
 * Says when the file was saved, as a program does that saves it: of two submissions the later counts.
 * A file without document properties stays without.
 * @param savedAt ISO, in UTC
 */
export function stampSavedTime({ parts }: OpenPackage, savedAt: string): void {
  if (!Object.hasOwn(parts, CORE_PROPERTIES)) return;
  const xml = partText(parts, CORE_PROPERTIES);
  let modified: ClosedElement | undefined;
  walkXml(xml, CORE_PROPERTIES, {
    close(element) {
      if (element.name === 'modified') modified = element;
    },
  });
  if (!modified || modified.isSelfClosing) return;
  const text = savedAt.replace(/\.\d+Z$/, 'Z');
  const { inner: from, innerEnd: to } = modified;
  parts[CORE_PROPERTIES] = strToU8(splice(xml, [{ from, to, text }]));
}
