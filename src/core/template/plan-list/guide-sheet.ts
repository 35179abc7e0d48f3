import type { Language } from '../../plan/text';
import type { CellStyle, SheetDescription } from '../../sheet/description';
import { SheetBuilder } from '../sheet-builder';
import { choices, type ChoiceName } from './choices';
import { SHEET_IDS, sheetDesigns, type ColumnDesign } from './columns';
import { TAB_COLOURS } from './design';
import { guideWords as words, planListMessages, sheetNames } from './messages';
import { heightOf } from './row-height';

const WIDTHS = [19, 18, 7, 56, 34, 36];
const TEXT_WIDTH = WIDTHS.slice(1).reduce((total, width) => total + width, 0);
const TEXTS = ['how', 'marks', 'free', 'quotes', 'escapes'] as const;

/** 填写说明: how the workbook works, then every column with an example. */
export function guideSheet(language: Language, styles: Map<string, CellStyle>): SheetDescription {
  const builder = new SheetBuilder(styles);
  for (const width of WIDTHS) builder.columns.push({ width });
  builder.put(1, 1, words.title[language], 'guideTitle');
  builder.rows.set(1, { height: 34 });
  TEXTS.forEach((id, index) => {
    const row = index + 2;
    const text = words[id][language];
    builder.put(row, 1, words[`${id}Heading`][language], 'guideHeading');
    builder.merge({ row, column: 2 }, { row, column: WIDTHS.length }, text, 'guideText');
    builder.rows.set(row, { height: heightOf([{ value: text, width: TEXT_WIDTH * 0.9 }]) });
  });
  const headingRow = TEXTS.length + 3;
  builder.put(headingRow, 1, words.columnsHeading[language], 'guideHeading');
  builder.merge(
    { row: headingRow, column: 2 },
    { row: headingRow, column: WIDTHS.length },
    words.exampleNote[language],
    'guideText',
  );
  const headRow = headingRow + 1;
  const heads = ['colSheet', 'colColumn', 'colRequired', 'colHint', 'colChoices', 'colExample'];
  heads.forEach((id, index) => {
    builder.put(headRow, index + 1, words[id as keyof typeof words][language], 'guideHead');
  });
  builder.rows.set(headRow, { height: 24 });
  const lines = SHEET_IDS.flatMap((sheet) =>
    sheetDesigns[sheet].columns
      // the plan's own fields are explained beside them
      .filter(({ group, input }) => group !== 'plan' && input.type !== 'shown')
      .map((column) => ({ name: sheetDesigns[sheet].name, column })),
  );
  lines.forEach(({ name, column }, index) => {
    const row = headRow + 1 + index;
    builder.put(row, 1, name[language], 'guideLink', { link: `'${name[language]}'!A1` });
    addColumn(builder, row, column, language);
  });
  return {
    name: sheetNames.guide[language],
    state: 'visible',
    tabColour: TAB_COLOURS.guide,
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
      footer: `&C${planListMessages.pageFooter[language]}`,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5 },
    },
    showGridLines: false,
  };
}

function addColumn(
  builder: SheetBuilder,
  row: number,
  { words: column, required, input }: ColumnDesign,
  language: Language,
): void {
  const values = [
    column.header[language],
    required ? words.required[language] : '',
    column.hint[language],
    input.type === 'choice' ? labels(input.choice, language) : '',
    column.example[language],
  ];
  values.forEach((value, index) => {
    builder.put(row, index + 2, value, index === 1 ? 'guideCentre' : 'guideCell');
  });
  const cells = values.map((value, index) => ({ value, width: WIDTHS[index + 1]! }));
  builder.rows.set(row, { height: heightOf(cells) });
}

function labels(name: ChoiceName, language: Language): string {
  return Object.values(choices[name])
    .map((label) => label[language])
    .join('；');
}
