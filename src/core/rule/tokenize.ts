/** A piece of a rule's text; `column` counts characters from 1. */
export interface Token {
  readonly kind: 'number' | 'word' | 'symbol' | 'text' | 'entry' | 'end';
  /** Without quotes or brackets. */
  readonly text: string;
  readonly column: number;
}

export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | {
      readonly ok: false;
      readonly code: 'unexpectedCharacter' | 'unclosed';
      readonly column: number;
      readonly found: string;
    };

const PIECES: readonly [Exclude<Token['kind'], 'end'>, RegExp][] = [
  ['number', /(\d+(?:\.\d+)?)/y],
  ['word', /([A-Za-z]+)/y],
  ['symbol', /(<=|>=|<>|[-+*/<>=(),])/y],
  ['text', /"([^"]*)"/y],
  ['entry', /\[([a-z0-9./-]+)\]/y],
];

/** Cuts a rule's text into pieces; the last one is of kind end. */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (text.charAt(at) !== '' && text.charAt(at).trim() === '') at++;
    const column = at + 1;
    if (at >= text.length) {
      tokens.push({ kind: 'end', text: '', column });
      return { ok: true, tokens };
    }
    const piece = pieceAt(text, at);
    if (!piece) {
      const found = text.charAt(at);
      const code = found === '"' || found === '[' ? 'unclosed' : 'unexpectedCharacter';
      return { ok: false, code, column, found };
    }
    tokens.push({ kind: piece.kind, text: piece.text, column });
    at += piece.length;
  }
}

function pieceAt(text: string, at: number) {
  for (const [kind, form] of PIECES) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match) return { kind, text: match[1]!, length: match[0].length };
  }
  return null;
}
