import type { Appendix, Block, Briefing, Chart, Run, Section, Table } from './briefing';
import { linesOf, runsOf, textOf, titleOf } from './briefing';
import { fontsOf, type BriefingDesign, type Letters } from './briefing-design';
import { chartSvg } from './chart-svg';
import { escapeMarkup as escape } from './markup';
import type { Form } from '../../template/form';

/** What the page is drawn with. */
export interface HtmlOptions {
  readonly design: BriefingDesign;
  /** The statuses' colours. */
  readonly form: Pick<Form, 'statuses'>;
}

/** The briefing as one HTML file that needs nothing besides itself and asks nobody for anything. */
export function briefingHtml(briefing: Briefing, options: HtmlOptions): string {
  const { language, title, appendices, signature } = briefing;
  const { design } = options;
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escape(briefing.product)}">
<title>${escape(titleOf(briefing))}</title>
<style>
${css(briefing, options)}</style>
</head>
<body>
<main>
<h1>${linesOf(title)
    .map((line) => escape(textOf(line)))
    .join('<br>')}</h1>
<p class="number">${escape(textOf(briefing.documentNumber))}</p>
<p class="addressees">${escape(textOf(briefing.addressees))}</p>
<p>${spans(runsOf(briefing.opening, language))}</p>
${briefing.sections.map((section) => sectionHtml(section, briefing, options)).join('\n')}
${attachmentsHtml(briefing, design)}
<p class="signature">${escape(textOf(signature.by))}<br>${escape(textOf(signature.date))}</p>
</main>
${appendices.map((appendix) => appendixHtml(appendix, briefing)).join('\n')}
</body>
</html>
`;
}

function sectionHtml(section: Section, briefing: Briefing, options: HtmlOptions): string {
  const blocks = (list: readonly Block[]) =>
    list.map((block) => blockHtml(block, briefing, options));
  return [
    `<h2>${escape(section.heading)}</h2>`,
    ...blocks(section.blocks),
    ...section.parts.flatMap((part) => [
      `<h3>${escape(part.heading)}</h3>`,
      ...blocks(part.blocks),
    ]),
  ].join('\n');
}

function blockHtml(block: Block, { language }: Briefing, options: HtmlOptions): string {
  switch (block.is) {
    case 'paragraph': {
      const number = block.number === null ? '' : `${block.number}${language === 'zh' ? '' : ' '}`;
      return `<p>${number}${spans(runsOf(block.sentences, language))}</p>`;
    }
    case 'table':
      return tableHtml(block.table);
    case 'chart':
      return chartHtml(block.chart, options, language);
  }
}

function chartHtml(chart: Chart, { design }: HtmlOptions, language: Briefing['language']): string {
  const fonts = fontsOf(design, design.letters.caption.font[language]);
  return `<figure>${chartSvg(chart, fonts)}<figcaption>${escape(chart.caption)}</figcaption></figure>`;
}

function appendixHtml({ label, title, table, notes }: Appendix, { language }: Briefing): string {
  return [
    `<section class="appendix">`,
    `<p class="label">${escape(label)}</p>`,
    `<h1>${escape(title)}</h1>`,
    tableHtml(table),
    notes.length === 0 ? '' : `<p class="note">${spans(runsOf(notes, language))}</p>`,
    '</section>',
  ].join('\n');
}

function tableHtml({ caption, columns, rows }: Table): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => {
    return `<col style="width:${Math.round((width / whole) * 1000) / 10}%">`;
  });
  const head = columns.map(({ label }) => `<th scope="col">${escape(label)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map(({ runs, status }, index) => {
      const { align } = columns[index]!;
      return `<td class="${align}${status === undefined ? '' : ` ${status}`}">${escape(textOf(runs))}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    '<div class="table"><table>',
    caption === '' ? '' : `<caption>${escape(caption)}</caption>`,
    `<colgroup>${widths.join('')}</colgroup>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody>`,
    '</table></div>',
  ].join('');
}

function attachmentsHtml({ attachments, language }: Briefing, { wording }: BriefingDesign): string {
  if (attachments.length === 0) return '';
  const items = attachments.map((title) => `<li>${escape(title)}</li>`).join('');
  return `<div class="attachments"><p>${escape(wording.attachments[language])}</p><ol>${items}</ol></div>`;
}

function spans(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const text = escape(run.text);
      return run.is === 'name' && run.isStrong ? `<b>${text}</b>` : text;
    })
    .join('');
}

function css({ language }: Briefing, { design, form }: HtmlOptions): string {
  const { page, letters } = design;
  const set = ({ font, size, line, isBold }: Letters) => {
    const latin = fontsOf(design, design.latinFont);
    const own = fontsOf(design, font[language]);
    const families = [...(language === 'zh' ? [latin[0]!, ...own] : own)];
    const list = families.map((name) => `"${name.replace(/["\\<]/g, '')}"`).join(', ');
    return `font: ${isBold ? 'bold' : 'normal'} ${size}pt/${line}pt ${list}, serif;`;
  };
  const { title, body, section, part, caption, tableHead, table } = letters;
  const content = page.width - page.left - page.right;
  const statuses = Object.entries(form.statuses).map(([status, { fill, font }]) => {
    return `td.${status} { background: #${fill}; color: #${font}; }`;
  });
  return `@page { size: A4; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; }
@page wide { size: A4 landscape; margin: ${page.right}mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceff3; color: #000; ${set(body)} }
main, .appendix { background: #fff; margin: 16px auto; overflow-wrap: anywhere; }
main { max-width: ${page.width}mm; padding: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; }
.appendix { max-width: ${page.height}mm; padding: ${page.right}mm; page: wide; break-before: page; }
h1 { margin: 0 0 12pt; text-align: center; text-wrap: balance; ${set(title)} }
h2, h3 { margin: 0; text-indent: ${language === 'zh' ? '2em' : '0'}; break-after: avoid; }
h2 { ${set(section)} }
h3 { ${set(part)} }
p { margin: 0; text-align: justify; text-indent: ${language === 'zh' ? '2em' : '0'}; }
p.number { text-align: center; text-indent: 0; margin-bottom: 18pt; white-space: pre; }
p.addressees, p.label, p.note { text-indent: 0; }
p.label { ${set(section)} }
p.note { margin-top: 6pt; ${set(table)} }
p.signature { margin-top: 36pt; padding-right: 4em; text-align: right; text-indent: 0; break-inside: avoid; }
.attachments { display: flex; margin-top: 18pt; padding-left: ${language === 'zh' ? '2em' : '0'}; break-inside: avoid; }
.attachments p { text-indent: 0; white-space: nowrap; }
.attachments ol { margin: 0; padding-left: 1.5em; }
figure { margin: 8pt 0; break-inside: avoid; }
figure svg { display: block; width: 100%; max-width: ${content}mm; height: auto; }
figcaption, caption { text-align: center; ${set(caption)} }
.table { overflow-x: auto; margin: 6pt 0; }
table { border-collapse: collapse; width: 100%; ${set(table)} }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #555; padding: 2pt 3pt; overflow-wrap: anywhere; }
th { background: #f1f3f6; ${set(tableHead)} }
td.left { text-align: left; } td.center { text-align: center; } td.right { text-align: right; }
${statuses.join('\n')}
@media (max-width: 800px) { main, .appendix { padding: 16px; margin: 0; } }
@media print { body { background: #fff; } main, .appendix { margin: 0; padding: 0; max-width: none; } }
`;
}
