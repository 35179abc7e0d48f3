import { periodLabel, type Period } from '../plan/period';
import { fill } from '../plan/text';
import type { CellStyle, SheetDescription } from '../sheet/description';
import type { ToldRules } from './carried-rules';
import type { Form } from './form';
import { reporterName, planTitle } from './form-head';
import { templateMessages } from './messages';
import type { TemplateModel } from './model';
import { SheetBuilder } from './sheet-builder';

const WIDTH = 96;
/** Full-width characters that a line of the guide holds. */
const CHARACTERS = 44;

/** 填报说明: what to send by when, how to fill the form in, whom to ask. */
export function guideSheet(
  form: Form,
  model: TemplateModel,
  period: Period,
  rules: ToldRules,
  styles: Map<string, CellStyle>,
): SheetDescription {
  const { language } = model;
  const builder = new SheetBuilder(styles);
  builder.columns.push({ width: 2 }, { width: WIDTH });
  const fillings = {
    due: model.due,
    coordinator: model.coordinator,
    organisation: reporterName(model),
    period: periodLabel(period),
  };
  const title = fill(form.title, { plan: planTitle(model), period: periodLabel(period) });
  builder.put(1, 2, title[language], 'guideTitle');
  builder.rows.set(1, { height: 66 });
  const lines = [
    ...form.guide.map(({ heading, text }) => ({ heading, text: fill(text, fillings)[language] })),
    ...paragraph(templateMessages.ownRulesHeading[language], rules.judged),
    ...paragraph(templateMessages.elsewhereHeading[language], rules.elsewhere),
  ];
  lines.forEach(({ heading, text: shown }, index) => {
    const row = index + 2;
    builder.put(row, 2, shown, heading ? 'guideHeading' : 'guideText');
    const perLine = language === 'zh' ? CHARACTERS : CHARACTERS * 2;
    const count = Math.ceil(shown.length / perLine);
    builder.rows.set(row, { height: heading ? 30 : 8 + 16 * count });
  });
  return {
    name: form.sheets.guide[language],
    state: 'visible',
    tabColour: 'C9A227',
    columns: builder.columns,
    rows: builder.rows,
    cells: builder.sorted(),
    merges: builder.merges,
    validations: [],
    conditionalFormats: [],
    protection: { allow: ['formatColumns', 'formatRows'] },
    print: {
      paper: 'A4',
      landscape: false,
      fitToWidth: 1,
      footer: `&C${templateMessages.pageFooter[language]}`,
      margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6 },
    },
    showGridLines: false,
  };
}

function paragraph(heading: string, texts: readonly string[]) {
  if (texts.length === 0) return [];
  return [
    { heading: true, text: heading },
    ...texts.map((text, index) => ({ heading: false, text: `${index + 1}. ${text}` })),
  ];
}
