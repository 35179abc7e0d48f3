import type { Severity } from '../../core/plan/schema';
import type { Mark } from '../pane/port';
import type { Requests } from './requests';

/** Always true, and by its text known as ours, also in a workbook that was saved with marks. */
const MARK_FORMULA = '=LEN("tallybook:mark")>0';
/** Light enough to read black text on. */
const COLOURS: Readonly<Record<Severity, string>> = {
  error: '#F8CBAD',
  explain: '#FFE699',
  note: '#DDEBF7',
};

/**
 * Colours cells by conditional formats, which leave the cells' own looks alone. Protected sheets are
 * passed over: unprotecting a form for colours would leave it open should Excel fail half-way, and
 * every change by an add-in takes the person's undo away.
 */
export class Marks {
  /** What is marked now, so that the same marks cost no request. */
  private shown: string | null = null;

  constructor(private readonly requests: Requests) {}

  /** @throws PortFailure */
  async show(marks: readonly Mark[]): Promise<void> {
    const wanted = JSON.stringify(
      marks.map(({ sheet, cell, severity }) => [sheet, cell, severity]),
    );
    if (wanted === this.shown) return;
    const found = await this.requests.run(findMarks);
    const places = marks.filter(({ sheet }) => found.sheets.has(sheet));
    if (places.length > 0 || found.marks.length > 0)
      await this.requests.change(({ workbook }) => {
        for (const { sheet, id } of found.marks)
          workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id).delete();
        for (const { sheet, cell, severity } of places) {
          const { conditionalFormats } = workbook.worksheets.getItem(sheet).getRange(cell);
          const { custom } = conditionalFormats.add('Custom');
          custom.rule.formula = MARK_FORMULA;
          custom.format.fill.color = COLOURS[severity];
        }
      });
    this.shown = wanted;
  }
}

interface FoundMarks {
  /** The sheets that may be marked. */
  readonly sheets: ReadonlySet<string>;
  readonly marks: readonly { readonly sheet: string; readonly id: string }[];
}

async function findMarks(context: Excel.RequestContext): Promise<FoundMarks> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const open = worksheets.items.filter(({ protection }) => !protection.protected);
  const formats = open.map((sheet) => {
    const { conditionalFormats } = sheet.getRange();
    conditionalFormats.load('items/id,items/type');
    return { sheet: sheet.name, conditionalFormats };
  });
  if (open.length > 0) await context.sync();
  const custom = formats.flatMap(({ sheet, conditionalFormats }) =>
    conditionalFormats.items
      .filter(({ type }) => (type as string) === 'Custom')
      .map((format) => {
        const { rule } = format.custom;
        rule.load('formula');
        return { sheet, id: format.id, rule };
      }),
  );
  if (custom.length > 0) await context.sync();
  return {
    sheets: new Set(open.map(({ name }) => name)),
    marks: custom.filter(({ rule }) => rule.formula === MARK_FORMULA),
  };
}
