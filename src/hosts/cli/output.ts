import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import { once } from 'node:events';
import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Severity } from '../../core/plan/schema';
import { fill, type Fillings, type Language, type Text } from '../../core/plan/text';
import { cliMessages } from './messages';

/** Where a command writes: results to stdout, everything else to stderr. */
export interface Output {
  readonly language: Language;
  readonly isJson: boolean;
  /** A line for a person on stdout; nothing in JSON mode. */
  line(text: Text, fillings?: Fillings): void;
  /** A table for a person on stdout; nothing in JSON mode. */
  table(
    head: readonly Text[],
    rows: readonly (readonly string[])[],
    widths?: readonly number[],
  ): void;
  /** Text made elsewhere, on stdout as it is, in either mode. */
  raw(text: string): Promise<void>;
  /** The one JSON value of the command; nothing for a person. */
  json(value: unknown): void;
  /** A remark on stderr in either mode. */
  remark(text: Text, fillings?: Fillings): void;
  /** A progress bar on stderr while `work` runs, on a terminal only. */
  progress<T>(title: Text, total: number, work: (step: () => void) => Promise<T>): Promise<T>;
}

/** Streams of this process; `put` takes what would go to stdout. */
export function consoleOutput(
  language: Language,
  isJson: boolean,
  put: (text: string) => void = (text) => process.stdout.write(text),
): Output {
  let isBarShown = false;
  const clear = () => {
    // a bar on the same terminal draws itself again below what is written
    if (isBarShown && process.stdout.isTTY) process.stderr.write('\r\u001b[K');
  };
  const write = (text: string) => {
    clear();
    put(`${text}\n`);
  };
  return {
    language,
    isJson,
    line: (text, fillings) => {
      if (!isJson) write(fill(text, fillings)[language]);
    },
    table: (head, rows, widths) => {
      if (!isJson && rows.length > 0) write(drawTable(head, rows, language, widths));
    },
    raw: async (text) => {
      clear();
      put(text);
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    json: (value) => {
      if (isJson) write(JSON.stringify(value, null, 2));
    },
    remark: (text, fillings) => process.stderr.write(`${fill(text, fillings)[language]}\n`),
    progress: async (title, total, work) => {
      if (!process.stderr.isTTY || total < 2) return work(() => undefined);
      const bar = new SingleBar({
        format: `${title[language]} {bar} {value}/{total}`,
        hideCursor: true,
        clearOnComplete: true,
        stream: process.stderr,
      });
      bar.start(total, 0);
      isBarShown = true;
      try {
        return await work(() => {
          bar.increment();
        });
      } finally {
        isBarShown = false;
        bar.stop();
      }
    },
  };
}

/** The severity in words, coloured on a terminal. */
export function severityLabel(severity: Severity, language: Language): string {
  const { severityError, severityExplain, severityNote } = cliMessages;
  switch (severity) {
    case 'error':
      return coloured('red', severityError[language]);
    case 'explain':
      return coloured('yellow', severityExplain[language]);
    case 'note':
      return coloured('cyan', severityNote[language]);
  }
}

/** Coloured on a terminal, plain in a file or a pipe. */
export function coloured(
  colour: 'red' | 'yellow' | 'cyan' | 'green' | 'bold',
  text: string,
): string {
  return process.stdout.isTTY ? styleText(colour, text) : text;
}

function drawTable(
  head: readonly Text[],
  rows: readonly (readonly string[])[],
  language: Language,
  widths?: readonly number[],
): string {
  const table = new Table({
    head: head.map((title) => title[language]),
    style: { head: [], border: [], compact: true },
  });
  // the table's own wrapping counts a Chinese character as one column
  const fit = (text: string, column: number) =>
    widths
      ? wrapAnsi(text, widths[column] ?? Infinity, { hard: true, wordWrap: language === 'en' })
      : text;
  for (const row of rows) table.push(row.map(fit));
  return table.toString();
}
