import { periodLabel } from '../plan/period';
import type { Severity } from '../plan/schema';
import { fill, type Text } from '../plan/text';
import type { CellStyle, SheetDescription, WorkbookDescription } from '../sheet/description';
import { RETURN_SLIP_MARK } from '../template/model';
import { SheetBuilder } from '../template/sheet-builder';
import { resubmissionText } from './resubmission';
import type { ReturnSlip } from './return-slip';
import type { SlipDesign } from './return-slip-design';
import type { SlipLine } from './return-slip-lines';
import { copySteps, freshSteps, slipMessages as messages, stepDue } from './return-slip-messages';
import { putRow, type TableCell } from './table-sheet';

export interface SlipSheetOptions {
  readonly design: SlipDesign;
  /** Why the slip stands alone; null where it goes before the sender's own sheets. */
  readonly noCopy: Text | null;
  /** Of the sheet. */
  readonly name: string;
}

export interface BuiltSlip {
  readonly sheet: SheetDescription;
  readonly styles: Readonly<Record<string, CellStyle>>;
}

/** Column A holds the mark by which the sheet is known again. */
const FIRST_COLUMN = 2;
const WIDTHS = { sequence: 6, severity: 9, place: 15, name: 26, raw: 17, problem: 40, remedy: 44 };
const AGAINST_WIDTH = 11;
/** Points above the texts of a row, and those of the lowest row. */
const SPACE = 4;
const LEAST_HEIGHT = 22;
/** Characters of what was entered that a line shows. */
const LONGEST_RAW = 120;
/** More lines than this nobody puts right at once. */
const MOST_LINES = 2000;

/** 退回单: who, by when, what is wrong at which cell and what to do, and how to send again. */
export function slipSheet(slip: ReturnSlip, options: SlipSheetOptions): BuiltSlip {
  const { design, name, noCopy } = options;
  const styles = new Map<string, CellStyle>(Object.entries(design.styles) as [string, CellStyle][]);
  const page = new SlipPage(slip, styles, noCopy);
  page.write();
  return { sheet: page.describe(name, design.tab), styles: Object.fromEntries(styles) };
}

/** A workbook of the slip alone. */
export function slipWorkbook(
  slip: ReturnSlip,
  options: SlipSheetOptions,
  made: { readonly createdAt: string; readonly product: string },
): WorkbookDescription {
  const { sheet, styles } = slipSheet(slip, options);
  const title = [messages.title[slip.returned.round.language], slip.sender.zh].join(' ');
  return {
    title,
    creator: made.product,
    createdAt: made.createdAt,
    styles,
    sheets: [sheet],
    names: [],
  };
}

class SlipPage {
  private readonly builder: SheetBuilder;
  private readonly widths: number[];
  private row = 1;
  private headRow = 1;

  constructor(
    private readonly slip: ReturnSlip,
    private readonly styles: Map<string, CellStyle>,
    private readonly noCopy: Text | null,
  ) {
    this.builder = new SheetBuilder(styles);
    this.widths = [4, ...Object.values(WIDTHS), ...(slip.resubmission ? [AGAINST_WIDTH] : [])];
    this.widths.forEach((width, index) => {
      this.builder.columns.push(index === 0 ? { width, hidden: true } : { width });
    });
  }

  write(): void {
    this.builder.put(1, 1, RETURN_SLIP_MARK, 'hidden');
    this.writeHead();
    this.writeSummary();
    this.writeLines();
    this.writeFixed();
    this.writeSteps();
  }

  describe(name: string, tabColour: string): SheetDescription {
    const { builder, headRow } = this;
    return {
      name,
      state: 'visible',
      tabColour,
      columns: builder.columns,
      rows: builder.rows,
      cells: builder.sorted(),
      merges: builder.merges,
      validations: [],
      conditionalFormats: [],
      print: {
        paper: 'A4',
        landscape: true,
        fitToWidth: 1,
        titleRows: { from: headRow, to: headRow },
        footer: `&C${this.say(messages.pageFooter)}`,
        centred: true,
        margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4 },
      },
      showGridLines: false,
    };
  }

  private writeHead(): void {
    const { returned, sender } = this.slip;
    const { round, file, returnedOn } = returned;
    const { plans, period, due, coordinator } = round;
    this.across(this.say(messages.title), 'title');
    const titles = plans.map((plan) => `《${plan}》`).join(this.say(messages.separator));
    this.across(
      this.say(fill(messages.subtitle, { plans: titles, period: periodLabel(period) })),
      'subtitle',
    );
    const fields: readonly (readonly [Text, string, string])[] = [
      [messages.sender, this.say(sender), 'value'],
      [messages.period, this.say(periodLabel(period)), 'value'],
      [messages.coordinator, coordinator, 'value'],
      [messages.returnedOn, returnedOn, 'value'],
      [messages.file, file, 'value'],
      [messages.due, due, 'value'],
    ];
    for (let index = 0; index < fields.length; index += 2)
      this.pair(fields[index]!, fields[index + 1]!);
    this.line([
      { value: this.say(messages.newDue), style: 'label', span: 2 },
      { value: this.dueText(), style: 'due', span: this.count - 2 },
    ]);
  }

  /** Two fields side by side. */
  private pair(...fields: readonly (readonly [Text, string, string])[]): void {
    const spans = [2, this.count - 5];
    this.line(
      fields.flatMap(([label, value, style], index): TableCell[] => [
        { value: this.say(label), style: 'label', span: index === 0 ? 2 : 1 },
        { value, style, span: index === 0 ? 2 : spans[1]! },
      ]),
    );
  }

  private dueText(): string {
    const { newDue, round, returnedOn } = this.slip.returned;
    if (newDue !== null) return newDue;
    return round.due >= returnedOn
      ? this.say(fill(messages.asDue, { due: round.due }))
      : this.say(messages.atOnce);
  }

  private writeSummary(): void {
    const { errors, explanations, resubmission, returned } = this.slip;
    const summary =
      returned.content.is === 'submission'
        ? fill(messages.summary, { errors, explain: explanations })
        : messages.summaryUnread;
    this.across(this.say(summary), 'summary');
    if (resubmission) {
      const comparison = resubmissionText(resubmission);
      this.across(this.say(fill(messages.compared, { comparison })), 'compared');
    }
    if (this.noCopy)
      this.across(this.say(fill(messages.noCopy, { reason: this.noCopy })), 'noCopy');
  }

  private writeLines(): void {
    const { lines, resubmission } = this.slip;
    this.across(this.say(messages.listTitle), 'blockTitle');
    this.headRow = this.row;
    const heads = [
      messages.sequence,
      messages.severity,
      messages.place,
      messages.name,
      messages.raw,
      messages.problem,
      messages.remedy,
      ...(resubmission ? [messages.against] : []),
    ];
    this.line(heads.map((head) => ({ value: this.say(head), style: 'head' })));
    lines.slice(0, MOST_LINES).forEach((line, index) => {
      this.line(this.lineCells(line, index + 1));
    });
    const rest = lines.length - MOST_LINES;
    if (rest > 0) this.across(this.say(fill(messages.more, { count: rest })), 'step');
  }

  private lineCells(line: SlipLine, number: number): TableCell[] {
    const { severity, sheet, cell, name, problem, remedy, against } = line;
    const place = [sheet, cell].filter((part) => part !== null).join('!');
    const isLinked = this.noCopy === null && sheet !== null && cell !== null;
    const link = isLinked ? { link: `'${sheet.replaceAll("'", "''")}'!${cell}` } : {};
    return [
      { value: number, style: 'centre' },
      { value: this.severityLabel(severity), style: this.severityStyle(severity) },
      {
        value: place === '' ? this.say(messages.wholeFile) : place,
        style: isLinked ? 'link' : 'centre',
        ...link,
      },
      { value: name === '' ? null : name, style: 'text' },
      { value: this.rawText(line), style: 'text' },
      { value: this.say(problem), style: 'text' },
      { value: this.say(remedy), style: 'text' },
      ...(this.slip.resubmission
        ? [
            {
              value: against === null ? null : this.say(messages[against]),
              style: against === 'still' ? this.severityStyle('error') : 'centre',
            },
          ]
        : []),
    ];
  }

  private rawText({ cell, content }: SlipLine): string | null {
    if (cell === null || this.slip.returned.content.is !== 'submission') return null;
    const raw = content?.formula === undefined ? content?.raw : String(content.value);
    if (raw === undefined || raw === '') return this.say(messages.blank);
    const characters = Array.from(raw);
    return characters.length > LONGEST_RAW ? `${characters.slice(0, LONGEST_RAW).join('')}…` : raw;
  }

  private writeFixed(): void {
    const fixed = this.slip.resubmission?.fixed ?? [];
    if (fixed.length === 0) return;
    this.across(this.say(messages.fixedTitle), 'blockTitle');
    const rest = this.count - 4;
    this.line([
      { value: this.say(messages.sequence), style: 'head' },
      { value: this.say(messages.place), style: 'head', span: 2 },
      { value: this.say(messages.name), style: 'head' },
      { value: this.say(messages.fixedFindings), style: 'head', span: rest },
    ]);
    fixed.forEach(({ sheet, cell, name, message }, index) => {
      this.line([
        { value: index + 1, style: 'centre' },
        {
          value: [sheet, cell].filter((part) => part !== null).join('!'),
          style: 'centre',
          span: 2,
        },
        { value: name, style: 'text' },
        { value: this.say(message), style: 'text', span: rest },
      ]);
    });
  }

  private writeSteps(): void {
    const { newDue, round, returnedOn, blank } = this.slip.returned;
    const until = newDue ?? (round.due >= returnedOn ? round.due : null);
    const due = until === null ? stepDue.soon : fill(stepDue.on, { due: until });
    const fillings = {
      due,
      coordinator: round.coordinator,
      blank: blank === null ? stepDue.anyBlank : fill(stepDue.blank, { blank }),
    };
    this.across(this.say(messages.stepsTitle), 'blockTitle');
    for (const step of this.noCopy ? freshSteps : copySteps)
      this.across(this.say(fill(step, fillings)), 'step');
  }

  /** Columns that a person sees. */
  private get count(): number {
    return this.widths.length - 1;
  }

  private across(value: string, style: string): void {
    this.line([{ value, style, span: this.count }]);
  }

  private line(cells: readonly TableCell[]): void {
    const { builder, row } = this;
    putRow(builder, this.styles, this.widths, row, cells, FIRST_COLUMN);
    const needed = builder.rows.get(row)?.height ?? 0;
    builder.rows.set(row, { height: Math.max(needed + SPACE, LEAST_HEIGHT) });
    this.row++;
  }

  private severityLabel(severity: Severity): string {
    const { form, language } = this.slip.returned.round;
    return form.severities[severity].label[language];
  }

  private severityStyle(severity: Severity): string {
    const { fill: colour, font } = this.slip.returned.round.form.severities[severity];
    const base = this.styles.get('centre')?.font ?? {};
    return this.builder.variant('centre', {
      fill: colour,
      font: { ...base, bold: true, colour: font },
    });
  }

  private say(text: Text): string {
    return text[this.slip.returned.round.language];
  }
}
