import type {
  Consolidation,
  Fact,
  FiledFinding,
  IndicatorResult,
  SetAside,
  WorkbookState,
} from '../consolidation/consolidation';
import type { Language } from '../plan/text';
import { SEVERITIES } from '../plan/schema';
import { sheetNames } from './messages';
import type { SheetId } from './report-design';

/** The row of a table sheet's column heads, and of its first line. */
export const HEAD_ROW = 3;
export const FIRST_ROW = HEAD_ROW + 1;

/** Where everything stands in the workbook, so that formulas and links on any sheet can point there. */
export interface Places {
  /** Quoted, as formulas and links write it. */
  sheet(id: SheetId): string;
  /** Errors first, what was accepted all the same before mere notes, else as the consolidation lists them. */
  readonly findings: readonly FiledFinding[];
  /** The row of a figure on 数据; null for one that is not in the consolidation. */
  factRow(fact: Pick<Fact, 'file' | 'key'>): number | null;
  factAt(file: string, key: string): Fact | null;
  indicatorRow(result: IndicatorResult): number;
  findingRow(finding: FiledFinding): number;
  workbookRow(workbook: WorkbookState): number;
  setAsideRow(setAside: SetAside): number;
  /** A whole column of a table as an absolute range: '数据'!$H$4:$H$90; null while the table is empty. */
  column(id: 'indicators' | 'submissions' | 'data', letters: string): string | null;
}

/** Lays out the table sheets: the n-th line of each list stands in the n-th row below the head. */
export function placesOf(consolidation: Consolidation, language: Language): Places {
  const { facts, indicators, workbooks, setAside } = consolidation;
  const isConfirmed = (finding: FiledFinding) => finding.confirmed !== undefined;
  const findings = SEVERITIES.flatMap((severity) => {
    const own = consolidation.findings.filter((finding) => finding.severity === severity);
    return [...own.filter(isConfirmed), ...own.filter((finding) => !isConfirmed(finding))];
  });
  const factRows = new Map(facts.map((fact, index) => [factKey(fact), index]));
  const rowIn = <T>(list: readonly T[], first: number): ((item: T) => number) => {
    const rows = new Map(list.map((item, index) => [item, first + index]));
    return (item) => {
      const row = rows.get(item);
      if (row === undefined) throw new Error('asked for the row of something not in the report');
      return row;
    };
  };
  const sheet = (id: SheetId) => quotedSheet(sheetNames[id][language]);
  const counts = {
    indicators: indicators.length,
    submissions: workbooks.length,
    data: facts.length,
  };
  return {
    sheet,
    findings,
    factRow: (fact) => {
      const index = factRows.get(factKey(fact));
      return index === undefined ? null : FIRST_ROW + index;
    },
    factAt: (file, key) => facts[factRows.get(factKey({ file, key })) ?? -1] ?? null,
    indicatorRow: rowIn(indicators, FIRST_ROW),
    findingRow: rowIn(findings, FIRST_ROW),
    workbookRow: rowIn(workbooks, FIRST_ROW),
    setAsideRow: rowIn(setAside, secondBlockFirstRow(workbooks.length)),
    column: (id, letters) =>
      counts[id] === 0
        ? null
        : `${sheet(id)}!$${letters}$${FIRST_ROW}:$${letters}$${FIRST_ROW + counts[id] - 1}`,
  };
}

/** The second block of a table sheet starts below the first, after a line of space, a title and a head. */
export function secondBlockFirstRow(firstBlockRows: number): number {
  return FIRST_ROW + Math.max(1, firstBlockRows) + 3;
}

function factKey({ file, key }: Pick<Fact, 'file' | 'key'>): string {
  return JSON.stringify([file, key]);
}

function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
