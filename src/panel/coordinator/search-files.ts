import type { FileFilter, FileRow } from './model';

/** Whether the table shows the file under this filter. */
const SHOWS: Readonly<Record<FileFilter, (row: FileRow) => boolean>> = {
  all: () => true,
  error: ({ errors }) => errors > 0,
  explain: ({ errors, explanations }) => errors === 0 && explanations > 0,
  clean: ({ outcome, errors, explanations }) =>
    outcome !== 'unreadable' && errors + explanations === 0,
  unreadable: ({ outcome }) => outcome === 'unreadable',
};

/** The files that the filter and every word of the query let through. */
export function searchFiles(
  rows: readonly FileRow[],
  filter: FileFilter,
  query: string,
): readonly FileRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = [row.file, row.organisation ?? '', row.region ?? ''].join('\n').toLowerCase();
    return SHOWS[filter](row) && words.every((word) => text.includes(word));
  });
}

/** How many files each filter shows. */
export function countFiles(rows: readonly FileRow[]): Readonly<Record<FileFilter, number>> {
  const count = (filter: FileFilter) => rows.filter(SHOWS[filter]).length;
  return {
    all: rows.length,
    error: count('error'),
    explain: count('explain'),
    clean: count('clean'),
    unreadable: count('unreadable'),
  };
}
