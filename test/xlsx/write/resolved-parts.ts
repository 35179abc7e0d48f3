import { strFromU8, unzipSync } from 'fflate';

const STRINGS = 'xl/sharedStrings.xml';

/**
 * The parts of a workbook, with every text where its cell shows it: workbooks that say the same
 * have the same parts, however they keep their texts.
 */
export function resolvedParts(bytes: Uint8Array): Record<string, string> {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  );
  const texts = [...parts[STRINGS]!.matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(([, text]) =>
    plain(text!),
  );
  const resolved = Object.entries(parts).map(([path, xml]): [string, string] => [
    path,
    path.startsWith('xl/worksheets/') ? cellTexts(xml, texts) : plain(xml),
  ]);
  return Object.fromEntries(resolved.filter(([path]) => path !== STRINGS));
}

function cellTexts(xml: string, texts: readonly string[]): string {
  return xml
    .replace(/ t="s"><v>(\d+)<\/v>/g, (_, index: string) => `>「${texts[Number(index)]!}」`)
    .replace(
      / t="inlineStr"><is><t[^>]*>(.*?)<\/t><\/is>/gs,
      (_, text: string) => `>「${plain(text)}」`,
    );
}

/** Line feeds and quotes written one way. */
function plain(xml: string): string {
  return xml
    .replace(/&#10;|\n/g, '⏎')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'");
}
