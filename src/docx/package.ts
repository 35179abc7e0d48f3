import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { BriefingDesign } from '../core/report/briefing/briefing-design';
import type { Language } from '../core/plan/text';
import { escapeMarkup } from '../core/report/briefing/markup';

const COMPRESSION_LEVEL = 6;
const CORE = 'docProps/core.xml';
const FONTS = 'word/fontTable.xml';

/**
 * The document in bytes, the same for the same briefing: dated as told instead of by the clock, its zip
 * entries by the zip format's earliest time. Names what stands in for each font that a machine may lack.
 */
export function finishDocument(
  written: Uint8Array,
  { createdAt, design, language }: Finish,
): Uint8Array {
  const parts = unzipSync(written);
  const core = parts[CORE];
  if (!core) throw new Error(`the written document has no part ${CORE}`);
  const time = `${new Date(createdAt).toISOString().slice(0, 19)}Z`;
  const dated = strFromU8(core).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => tag + time,
  );
  parts[CORE] = strToU8(dated);
  parts[FONTS] = strToU8(fontTable(design, language));
  return zipSync(parts, { level: COMPRESSION_LEVEL, mtime: new Date(1980, 0, 1) });
}

interface Finish {
  /** ISO time. */
  readonly createdAt: string;
  readonly design: BriefingDesign;
  readonly language: Language;
}

function fontTable({ letters, latinFont, fallbacks }: BriefingDesign, language: Language): string {
  const names = new Set([latinFont, ...Object.values(letters).map(({ font }) => font[language])]);
  const fonts = [...names].map((name) => {
    // a program reads one list of names here, parted by commas
    const others = fallbacks[name]?.join(',');
    const alternative = others === undefined ? '' : `<w:altName w:val="${escapeMarkup(others)}"/>`;
    const isLatin = /^[\x20-\x7e]+$/.test(name);
    const charset = `<w:charset w:val="${isLatin ? '00' : '86'}"/>`;
    return `<w:font w:name="${escapeMarkup(name)}">${alternative}${charset}</w:font>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
