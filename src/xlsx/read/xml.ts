/** The attributes of the element being opened; relationship ids go by the name r:id. */
export interface XmlAttributes {
  get(name: string): string | undefined;
}

/**
 * What is done with a part, whichever way its XML is read. Names are local names of the part's own
 * vocabulary; elements of other namespaces and all that is in them never arrive.
 */
export interface XmlSink {
  /** Whether a text that comes now is wanted; absent where every one is. */
  readonly isListening?: boolean;
  /** `attributes` holds only during the call. */
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  /** May come in several pieces. */
  text(text: string): void;
}

/** The root elements and the namespaces of a kind of part. */
export interface XmlVocabulary {
  readonly roots: readonly string[];
  readonly namespaces: readonly string[];
}

/** ECMA-376 part 1 (strict) and part 4 (transitional). */
const MAIN = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];

/** Namespaces of relationship ids. */
export const RELATIONSHIP_IDS: readonly string[] = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

/** Markup compatibility: alternatives for readers that know more or less (ECMA-376 part 3). */
export const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

export const VOCABULARIES = {
  relationships: {
    roots: ['Relationships'],
    namespaces: ['http://schemas.openxmlformats.org/package/2006/relationships'],
  },
  workbook: { roots: ['workbook'], namespaces: MAIN },
  sheet: { roots: ['worksheet', 'chartsheet', 'dialogsheet', 'macrosheet'], namespaces: MAIN },
  sharedStrings: { roots: ['sst'], namespaces: MAIN },
  styles: { roots: ['styleSheet'], namespaces: MAIN },
  comments: { roots: ['comments'], namespaces: MAIN },
  threadedComments: {
    roots: ['ThreadedComments'],
    namespaces: ['http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'],
  },
  coreProperties: {
    roots: ['coreProperties'],
    namespaces: [
      'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'http://purl.org/dc/terms/',
    ],
  },
  appProperties: {
    roots: ['Properties'],
    namespaces: [
      'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
      'http://purl.oclc.org/ooxml/officeDocument/extendedProperties',
    ],
  },
} as const satisfies Record<string, XmlVocabulary>;
