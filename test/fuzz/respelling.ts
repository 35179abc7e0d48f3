import fc from 'fast-check';
import { anyPlace } from './places';

/** Another way to write the same XML: whoever reads it must find the same in it. */
export interface Respelling {
  readonly what: string;
  apply(xml: string): string | Uint8Array;
}

const TOKENS = /<!--[^]*?-->|<\?[^]*?\?>|<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/g;
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g;

const isTag = (token: string): boolean => /^<[\w/]/.test(token);
const isOpening = (token: string): boolean => /^<\w/.test(token);
const isText = (token: string): boolean => !token.startsWith('<') && token.trim() !== '';

/** The XML with some tokens of a kind rewritten, beginning somewhere; `rate` is one in so many. */
const rewriting = (
  what: string,
  isMeant: (token: string) => boolean,
  rewrite: (token: string) => string,
): fc.Arbitrary<Respelling> =>
  fc.tuple(anyPlace, fc.constantFrom(1, 3, 50)).map(([start, rate]) => ({
    what: `${what}, one in ${rate}`,
    apply(xml) {
      let count = 0;
      const meant = [...xml.matchAll(TOKENS)].filter(([token]) => isMeant(token)).length;
      const first = start.within(meant);
      return xml.replace(TOKENS, (token) => {
        if (!isMeant(token)) return token;
        const turn = count++;
        return turn === first || turn % rate === first % rate ? rewrite(token) : token;
      });
    },
  }));

/** The attributes of a tag written again. */
const attributes = (tag: string, rewrite: (all: RegExpMatchArray[]) => string): string => {
  const all = [...tag.matchAll(ATTRIBUTE)];
  const name = /^<[\w:.-]+/.exec(tag)?.[0] ?? '<';
  return name + rewrite(all) + (tag.endsWith('/>') ? '/>' : '>');
};
const inOtherQuotes = (value: string): string => {
  const [quote, other] = value.startsWith('"') ? ['"', "'"] : ["'", '"'];
  return value.includes(other) ? value : value.replaceAll(quote, other);
};

export const anyRespelling: fc.Arbitrary<Respelling> = fc.oneof(
  rewriting('space in tags', isTag, (tag) => tag.replace(/\s*(\/?)>$/, ' \n$1>')),
  rewriting('other quotes', isOpening, (tag) =>
    attributes(tag, (all) => all.map((one) => ` ${one[1]!}=${inOtherQuotes(one[2]!)}`).join('')),
  ),
  rewriting('attributes the other way round', isOpening, (tag) =>
    attributes(tag, (all) =>
      all
        .reverse()
        .map(([whole]) => whole)
        .join(''),
    ),
  ),
  rewriting('space around =', isOpening, (tag) =>
    attributes(tag, (all) => all.map((one) => `\t${one[1]!} = ${one[2]!}`).join('')),
  ),
  rewriting('comments behind tags', isTag, (tag) => `${tag}<!-- <v>9</v> & -->`),
  rewriting('instructions behind tags', isTag, (tag) => `${tag}<?x <c r="A1"/> ?>`),
  rewriting(
    'no empty tags',
    (token) => isOpening(token) && token.endsWith('/>'),
    (tag) => `${tag.slice(0, -2)}></${/^<([\w:.-]+)/.exec(tag)![1]!}>`,
  ),
  rewriting(
    'texts in CDATA',
    (token) => isText(token) && !token.includes('&'),
    (text) => `<![CDATA[${text}]]>`,
  ),
  rewriting(
    'comments within texts',
    (token) => isText(token) && !token.includes('&'),
    (text) => {
      const middle = Math.floor(text.length / 2);
      return isSplitWithinCharacter(text, middle)
        ? text
        : `${text.slice(0, middle)}<!---->${text.slice(middle)}`;
    },
  ),
  rewriting(
    'characters by number',
    (token) => isText(token) && !token.includes('&'),
    (text) =>
      Array.from(text, (character, index) =>
        index % 2
          ? character
          : `&#${index % 4 ? 'x' : ''}${character.codePointAt(0)!.toString(index % 4 ? 16 : 10)};`,
      ).join(''),
  ),
  fc.constantFrom<Respelling>(
    { what: 'UTF-16', apply: (xml) => inUtf16(xml, false) },
    { what: 'UTF-16, big end first', apply: (xml) => inUtf16(xml, true) },
    { what: 'a byte order mark', apply: (xml) => `\ufeff${xml}` },
    { what: 'no declaration', apply: (xml) => xml.replace(/^<\?xml[^]*?\?>\s*/, '') },
    { what: 'line ends of Windows', apply: (xml) => xml.replace(/\r?\n/g, '\r\n') },
    {
      what: 'a comment at either end',
      apply: (xml) => xml.replace(/(?=<[\w])/, '<!-- x -->') + '\n<!-- x -->',
    },
  ),
);

function isSplitWithinCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function inUtf16(xml: string, isBigFirst: boolean): Uint8Array {
  const text = `\ufeff${xml.replace(/^(<\?xml[^]*?encoding=["'])[^"']*/, '$1UTF-16')}`;
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(isBigFirst ? bytes.swap16() : bytes);
}
