/** A wording in both languages of the product. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;
export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

export type Fillings = Readonly<Record<string, string | number | Text>>;

/** Puts `fillings` into the `{name}` places of both wordings; throws on a place nobody fills. */
export function fill(text: Text, fillings: Fillings = {}): Text {
  const inLanguage = (language: Language): string =>
    text[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = fillings[name];
      if (value === undefined) throw new Error(`nothing fills {${name}} in “${text.zh}”`);
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

/** The same wording in both languages: names, codes, quotes. */
export function verbatim(wording: string): Text {
  return { zh: wording, en: wording };
}
