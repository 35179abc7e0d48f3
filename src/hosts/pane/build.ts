declare const TALLYBOOK_VERSION: string | undefined;
declare const TALLYBOOK_BUILD: string | undefined;

/** The product's version and what it was built from; webpack puts them in. */
export const VERSION = typeof TALLYBOOK_VERSION === 'undefined' ? '0' : TALLYBOOK_VERSION;
export const BUILD = typeof TALLYBOOK_BUILD === 'undefined' ? 'source' : TALLYBOOK_BUILD;
