import type { z } from 'zod';
import { fill, verbatim, type Fillings, type Text } from '../../plan/text';
import { formatAddress } from '../../sheet/address';
import { cellAt, type GridCell } from '../../sheet/grid';
import { readFigure } from './cell-lists';
import { readText } from './cell-text';
import { codesOf, labelOf, readChoice, type Choice, type ChoiceName } from './choices';
import type { ColumnDesign } from './columns';
import type { ColumnWords } from './column-words';
import type { PlanListFinding } from './finding';
import type { Table } from './find-tables';
import { findingMessages as messages } from './messages';

/** Where one value of a record stands; `cell` is absent where it is blank. */
interface Spot {
  readonly row: number;
  readonly column: number;
}

type Words = Readonly<Record<string, Pick<ColumnWords, 'header' | 'hint'>>>;

/**
 * One record of the list, cell by cell. What cannot be read is reported at its cell, once, and a
 * stand-in is given instead, so that the rest of the plan can still be checked.
 */
export class RecordReader<Id extends string> {
  private readonly faulty = new Set<string>();

  constructor(
    private readonly table: Table,
    private readonly design: Words,
    /** Null where the whole column or line is missing, which is reported elsewhere. */
    private readonly spotOf: (id: Id) => Spot | null,
    private readonly findings: PlanListFinding[],
  ) {}

  /** The sheet and cell of a value. */
  place(id: Id): { readonly sheet: string; readonly cell: string } {
    const { row, column } = this.spotOf(id) ?? { row: this.table.headRow, column: 1 };
    return { sheet: this.table.sheet.name, cell: formatAddress(row, column) };
  }

  /** Reports a mistake at the cell; only the first one of a cell counts. */
  report(id: Id, message: Text, fillings: Fillings = {}): void {
    if (this.isFaulty(id)) return;
    this.faulty.add(id);
    this.findings.push({ ...this.place(id), message: fill(message, fillings) });
  }

  /** Whether the value could not be read, so that nothing more is to be said of it. */
  isFaulty(id: Id): boolean {
    return this.faulty.has(id) || this.spotOf(id) === null;
  }

  /** What the cell shows, white space at the ends and escapes included; null for a blank one. */
  shown(id: Id): string | null {
    const cell = this.cell(id);
    if (!cell) return null;
    if (cell.type === 'error') {
      this.report(id, messages.errorValue, { found: String(cell.value) });
      return null;
    }
    if (cell.hasCachedValue === false) {
      this.report(id, messages.noStoredValue);
      return null;
    }
    const text = String(cell.value);
    return text.trim() === '' ? null : text;
  }

  /** The cell itself, for what its number alone does not say. */
  cell(id: Id): GridCell | undefined {
    const spot = this.spotOf(id);
    return spot ? cellAt(this.table.sheet, spot.row, spot.column) : undefined;
  }

  text(id: Id): string | null {
    const shown = this.shown(id);
    return shown === null ? null : readText(shown);
  }

  /** A name: without white space at its ends, null where nothing is left. */
  name(id: Id): string | null {
    const name = this.text(id)?.trim();
    return name === undefined || name === '' ? null : name;
  }

  /** A text that is not empty, which only an escape could make it. */
  words(id: Id, standIn: string): string {
    const text = this.text(id);
    return text === null || text === '' ? this.missing(id, standIn) : text;
  }

  required(id: Id, standIn: string): string {
    return this.name(id) ?? this.missing(id, standIn);
  }

  /** Reports that a required cell is blank. */
  missing<T>(id: Id, standIn: T): T {
    const { header: column, hint } = this.design[id]!;
    this.report(id, messages.missing, { column, hint });
    return standIn;
  }

  number(id: Id): number | null {
    const shown = this.shown(id);
    if (shown === null) return null;
    const cell = this.cell(id);
    if (typeof cell?.value === 'number') return cell.value;
    const figure = readFigure(readText(shown));
    if (figure === null)
      this.report(id, messages.notANumber, {
        column: this.design[id]!.header,
        found: brief(shown),
      });
    return figure;
  }

  requiredNumber(id: Id, standIn: number): number {
    const figure = this.number(id);
    return figure ?? this.missing(id, standIn);
  }

  choice<Name extends ChoiceName>(id: Id, name: Name): Choice<Name> | null {
    const text = this.text(id);
    if (text === null) return null;
    const code = readChoice(name, text);
    if (code === null)
      this.report(id, messages.notAChoice, {
        column: this.design[id]!.header,
        found: brief(text),
        choices: listed(name),
      });
    return code;
  }

  requiredChoice<Name extends ChoiceName>(id: Id, name: Name, standIn: Choice<Name>): Choice<Name> {
    return this.choice(id, name) ?? this.missing(id, standIn);
  }

  /** The value where the schema takes it; otherwise it is reported and the stand-in given. */
  checked<S extends z.ZodType>(id: Id, value: unknown, schema: S, standIn: z.infer<S>): z.infer<S> {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    const { header: column, hint } = this.design[id]!;
    this.report(id, messages.notAccepted, { column, hint, found: brief(String(value)) });
    return standIn;
  }
}

/** The reader of one row of a table. */
export function rowReader<Id extends string>(
  table: Table,
  columns: readonly ColumnDesign[],
  row: number,
  findings: PlanListFinding[],
): RecordReader<Id> {
  const words = Object.fromEntries(columns.map((column) => [column.id, column.words]));
  const spotOf = (id: Id): Spot | null => {
    const column = table.columns.get(id);
    return column === undefined ? null : { row, column };
  };
  return new RecordReader(table, words, spotOf, findings);
}

/** As much of a text as a message has room for, on one line. */
export function brief(text: string): Text {
  const line = text.replace(/\s+/g, ' ').trim();
  return verbatim(
    line.length > 40 ? `${line.slice(0, 39).replace(/[\uD800-\uDBFF]$/, '')}…` : line,
  );
}

function listed(name: ChoiceName): Text {
  const inLanguage = (language: keyof Text) =>
    codesOf(name as 'kind')
      .map((code) => labelOf(name as 'kind', code)[language])
      .join(language === 'zh' ? '；' : '; ');
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}
