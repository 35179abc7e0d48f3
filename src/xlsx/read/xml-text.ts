/** Resolves the five named and the numeric entities; null where there is any other. */
export function decodeEntities(text: string): string | null {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let decoded = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf('&', from)) {
    if (at > from) decoded += text.slice(from, at);
    // by the second letter, which tells the five apart
    switch (text.charCodeAt(at + 2)) {
      case 117: // &quot;
        if (!text.startsWith('quot;', at + 1)) return null;
        decoded += '"';
        from = at + 6;
        break;
      case 109: // &amp;
        if (!text.startsWith('amp;', at + 1)) return null;
        decoded += '&';
        from = at + 5;
        break;
      case 116: // &lt; &gt;
        if (!text.startsWith('t;', at + 2)) return null;
        if (text.charCodeAt(at + 1) === 108) decoded += '<';
        else if (text.charCodeAt(at + 1) === 103) decoded += '>';
        else return null;
        from = at + 4;
        break;
      case 112: // &apos;
        if (!text.startsWith('apos;', at + 1)) return null;
        decoded += "'";
        from = at + 6;
        break;
      default: {
        const end = text.indexOf(';', at);
        const character = end < 0 ? null : decodeNumeric(text.slice(at + 1, end));
        if (character === null) return null;
        decoded += character;
        from = end + 1;
      }
    }
  }
  return from === text.length ? decoded : decoded + text.slice(from);
}

function decodeNumeric(name: string): string | null {
  // the longest is #x10FFFF, short of leading zeros
  const match = name.length > 12 ? null : /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(name);
  if (!match) return null;
  const code = match[1] === undefined ? parseInt(match[2]!, 10) : parseInt(match[1], 16);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : null;
}

/** Char of XML 1.0, section 2.2. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

/** Resolves Excel's own escapes: _x000D_ is a carriage return, _x005F_ a plain underline (ST_Xstring). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** Whether a part may hold such escapes, the underline itself written as an entity included. */
export function mayHoldEscapes(xml: string): boolean {
  if (xml.includes('_x')) return true;
  // & is far more frequent than #
  for (let at = xml.indexOf('#'); at >= 0; at = xml.indexOf('#', at + 1))
    if (xml.charCodeAt(at - 1) === 38) return true;
  return false;
}

/** Reads xsd:boolean; null for anything else. */
export function readBoolean(text: string | undefined): boolean | null {
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : null;
}

/** Reads digits up to `most`; null for anything else. */
export function readWhole(text: string | undefined, most: number): number | null {
  if (text === undefined || text.length === 0 || text.length > 10) return null;
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value <= most ? value : null;
}
