import type { Language } from '../../plan/text';
import type { Status } from '../../rule/progress/subject';

/** Something that the briefing counts. */
export type Counted =
  /** Workbooks. */
  | 'issued'
  | 'received'
  | 'accepted'
  | 'to-correct'
  | 'missing'
  | 'late'
  /** Files in the inbox. */
  | 'files'
  | 'set-aside'
  /** Files set aside that no other file stands in for. */
  | 'to-send-anew'
  /** Indicators. */
  | 'indicators'
  | 'asked'
  | 'not-asked'
  | 'reported'
  | 'met'
  | 'short'
  | Status
  | 'asked-of-regions'
  /** Findings. */
  | 'errors'
  | 'explanations-owed'
  | 'plan-checks'
  | 'findings'
  /** Plans. */
  | 'plans'
  /** Rolled up without some regions. */
  | 'partial'
  /** Behind or slightly behind without a lead that the plan names. */
  | 'unled'
  /** Organisations that the plan names as leads of an indicator behind or slightly behind. */
  | 'leads-behind'
  /** Workbooks with an error or an explanation owed. */
  | 'with-findings'
  /** Regions with a workbook. */
  | 'regions';

/** What part of the round is counted; the whole without one. */
export type Within =
  /** A group of sectionGroups over the indicators asked, by its number. */
  | { readonly section: number }
  /** The plan with this id. */
  | { readonly plan: string }
  | { readonly lead: string }
  | { readonly region: string }
  | { readonly organisation: string; readonly region: string | null };

/** The place in the consolidation that a figure of the text stands for. */
export type FigureSource =
  | {
      readonly of: 'indicator';
      /** plan-id/indicator-id */
      readonly id: string;
      readonly field:
        'target' | 'scheduled' | 'actual' | 'completion' | 'gap' | 'pace' | 'missing-regions';
    }
  | { readonly of: 'region-figure'; readonly id: string; readonly region: string }
  | { readonly of: 'count'; readonly what: Counted; readonly within: Within | null }
  | { readonly of: 'share'; readonly what: Counted; readonly among: Counted }
  /** Against the last period, over the indicators that can be compared. */
  | {
      readonly of: 'change';
      readonly what: 'comparable' | 'met' | 'met-change' | 'short' | 'better' | 'worse';
    }
  /** How many of what is counted a list leaves out after the first `listed`. */
  | { readonly of: 'rest'; readonly what: Counted; readonly listed: number }
  /** Of the form: the share of the schedule from which a figure is only slightly behind. */
  | { readonly of: 'threshold' }
  /** The number of a line in a table. */
  | { readonly of: 'sequence' };

/** A stretch of text, told by where its words come from. */
export type Run =
  /** Of the wording; holds no figure of its own. */
  | { readonly is: 'words'; readonly text: string }
  /** Of a plan, an indicator, an organisation, a region, a status. */
  | { readonly is: 'name'; readonly text: string; readonly isStrong?: boolean }
  /** Verbatim from a submission, a finding or a reason, shortened at its end where it is long. */
  | { readonly is: 'quote'; readonly text: string }
  | { readonly is: 'date'; readonly text: string }
  | {
      readonly is: 'figure';
      /** With its unit. */
      readonly text: string;
      readonly value: number | null;
      readonly source: FigureSource;
    };

export interface Sentence {
  readonly runs: readonly Run[];
  /** Full names of the indicators that it says something about. */
  readonly indicators: readonly string[];
}

export interface Cell {
  readonly runs: readonly Run[];
  /** Shown in the status's colours. */
  readonly status?: Status;
}

export interface Column {
  readonly label: string;
  /** Relative to the other columns'. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Bars of parts: what the picture shows, and its table for where there is no picture. */
export interface Chart {
  readonly caption: string;
  readonly series: readonly {
    readonly label: string;
    /** RRGGBB */
    readonly fill: string;
    readonly ink: string;
  }[];
  readonly bars: readonly {
    readonly label: string;
    /** One for each series. */
    readonly counts: readonly number[];
  }[];
  readonly table: Table;
}

export type Block =
  | {
      readonly is: 'paragraph';
      /** 1. where the paragraph is one of a list. */
      readonly number: string | null;
      readonly sentences: readonly Sentence[];
    }
  | { readonly is: 'table'; readonly table: Table }
  | { readonly is: 'chart'; readonly chart: Chart };

export interface Section {
  /** With its number: 一、总体情况 */
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly parts: readonly { readonly heading: string; readonly blocks: readonly Block[] }[];
}

export interface Appendix {
  /** 附件1 */
  readonly label: string;
  readonly title: string;
  readonly table: Table;
  /** Below the table. */
  readonly notes: readonly Sentence[];
}

/** The bulletin (通报) as plain data: what docx and HTML are written from. */
export interface Briefing {
  readonly language: Language;
  readonly title: readonly Run[];
  /** The year's number is for a person to fill in. */
  readonly documentNumber: readonly Run[];
  readonly addressees: readonly Run[];
  readonly opening: readonly Sentence[];
  readonly sections: readonly Section[];
  /** The list of appendices: 附件：1.… */
  readonly attachments: readonly string[];
  readonly signature: { readonly by: readonly Run[]; readonly date: readonly Run[] };
  readonly appendices: readonly Appendix[];
  /** ISO time; core has no clock. */
  readonly createdAt: string;
  readonly product: string;
}

/** The words of sentences that follow each other. */
export function runsOf(sentences: readonly Sentence[], language: Language): Run[] {
  const space: Run[] = language === 'zh' ? [] : [{ is: 'words', text: ' ' }];
  return sentences.flatMap(({ runs }, index) => [...(index === 0 ? [] : space), ...runs]);
}

/** The lines that runs are broken into. */
export function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)!.push({ ...run, text });
    });
  return lines;
}

/** The title on one line. */
export function titleOf({ title, language }: Pick<Briefing, 'title' | 'language'>): string {
  return textOf(title).replaceAll('\n', language === 'zh' ? '' : ' ');
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
