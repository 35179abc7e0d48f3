import type * as Docx from 'docx';

/** Loads the docx library on first use, so that nobody who writes no document waits for it. */
export function loadDocx(): typeof Docx {
  // not import(): Node16 modules keep it as it is, and jest cannot run that
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('docx') as typeof Docx;
}
