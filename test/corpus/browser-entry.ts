// What the browser loads to examine the corpus: the product's own modules, and nothing of Node.
import { examine } from '../../src/core/pipeline';
import type { Expected } from '../../src/core/review/against-round';
import type { Round } from '../../src/core/template/round';
import { reissue } from '../../src/core/submission/recover/reissue';
import { digestWith } from '../../src/hosts/pane/digest';
import { readWorkbook } from '../../src/xlsx/read/read-workbook';
import type { Result } from './run';

/** What a file is held against, as plain data. */
export interface Against {
  readonly expected: Omit<Expected, 'templates'>;
  /** The round whose blanks a workbook without identity may be one of; null where no round is named. */
  readonly round: Round | null;
}

/** Examines the file at each path of this site; each result as JSON. */
export type ExamineAll = (
  files: readonly { readonly path: string; readonly against: Against }[],
) => Promise<string[]>;

declare global {
  var examineAll: ExamineAll;
}

const digest = digestWith(null);

globalThis.examineAll = async (files) => {
  const results: string[] = [];
  for (const { path, against } of files) {
    const bytes = new Uint8Array(await (await fetch(path)).arrayBuffer());
    results.push(JSON.stringify(examineFile(bytes, against)));
  }
  return results;
};

function examineFile(bytes: Uint8Array, { expected, round }: Against): Result {
  const file = readWorkbook(bytes);
  if (!file.ok) return { is: 'unreadable', code: file.code };
  const templates = round ? { templates: () => reissue(round, digest) } : {};
  return examine(file.grid, digest, { ...expected, ...templates });
}
