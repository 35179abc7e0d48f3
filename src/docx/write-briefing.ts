import type * as Docx from 'docx';
import {
  linesOf,
  runsOf,
  titleOf,
  type Appendix,
  type Block,
  type Briefing,
  type Chart,
} from '../core/report/briefing/briefing';
import type { BriefingDesign } from '../core/report/briefing/briefing-design';
import { chartRatio } from '../core/report/briefing/chart-svg';
import type { Form } from '../core/template/form';
import { loadDocx } from './load-docx';
import { finishDocument } from './package';
import { pageOf } from './page';
import { caption, gap, headed, line, text, words } from './paragraphs';
import { TWIPS_PER_POINT, type Setting } from './setting';
import { tableOf } from './table';

/** A document that is being set; its pictures are drawn already. */
interface Draft extends Setting {
  readonly pictures: ReadonlyMap<Chart, Uint8Array>;
}

export interface WriteOptions {
  readonly design: BriefingDesign;
  /** The statuses' colours. */
  readonly form: Pick<Form, 'statuses'>;
  /** PNG bytes of the chart, where the host can draw; without them its table stands in for it. */
  readonly draw: ((chart: Chart) => Promise<Uint8Array | null>) | null;
}

/** The briefing as .docx bytes, set as an official document after GB/T 9704; the same bytes for the same briefing. */
export async function writeBriefing(
  briefing: Briefing,
  options: WriteOptions,
): Promise<Uint8Array> {
  const { design, form } = options;
  const docx = loadDocx();
  const { language, createdAt } = briefing;
  const pictures = await picturesOf(briefing, options.draw);
  const draft: Draft = { docx, design, form, language, pictures };
  const document = new docx.Document({
    title: titleOf(briefing),
    creator: briefing.product,
    lastModifiedBy: briefing.product,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            size: design.letters.body.size * 2,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
        // what a heading brings along otherwise is blue
        heading1: { run: { color: '000000' } },
        heading2: { run: { color: '000000' } },
      },
    },
    sections: [
      { ...pageOf(draft, 'portrait'), children: body(briefing, draft) },
      ...(briefing.appendices.length === 0
        ? []
        : [{ ...pageOf(draft, 'landscape'), children: appendices(briefing, draft) }]),
    ],
  });
  const written = await docx.Packer.toArrayBuffer(document);
  return finishDocument(new Uint8Array(written), { createdAt, design, language });
}

async function picturesOf(
  { sections }: Briefing,
  draw: WriteOptions['draw'],
): Promise<ReadonlyMap<Chart, Uint8Array>> {
  const pictures = new Map<Chart, Uint8Array>();
  if (draw === null) return pictures;
  const blocks = sections.flatMap((section) => [
    ...section.blocks,
    ...section.parts.flatMap((part) => part.blocks),
  ]);
  for (const block of blocks) {
    if (block.is !== 'chart') continue;
    const picture = await draw(block.chart);
    if (picture) pictures.set(block.chart, picture);
  }
  return pictures;
}

function body(briefing: Briefing, draft: Draft): Docx.FileChild[] {
  const { docx, design, language } = draft;
  const { letters } = design;
  const centre = { alignment: docx.AlignmentType.CENTER };
  const { title, documentNumber, addressees, opening, sections, signature } = briefing;
  return [
    ...linesOf(title).map((part) => line(draft, part, letters.title, centre)),
    line(draft, documentNumber, letters.body, centre, { before: 6, after: letters.body.line }),
    line(draft, addressees, letters.body),
    text(draft, runsOf(opening, language)),
    ...sections.flatMap((section) => [
      headed(draft, section.heading, letters.section, docx.HeadingLevel.HEADING_1),
      ...section.blocks.flatMap((block) => blockOf(block, draft)),
      ...section.parts.flatMap((part) => [
        headed(draft, part.heading, letters.part, docx.HeadingLevel.HEADING_2),
        ...part.blocks.flatMap((block) => blockOf(block, draft)),
      ]),
    ]),
    ...attachments(briefing, draft),
    ...signed(draft, signature),
  ];
}

function blockOf(block: Block, draft: Draft): Docx.FileChild[] {
  const { design, language } = draft;
  const { page } = design;
  switch (block.is) {
    case 'paragraph': {
      const number = block.number === null ? '' : `${block.number}${language === 'zh' ? '' : ' '}`;
      return [text(draft, [...words(number), ...runsOf(block.sentences, language)])];
    }
    case 'table':
      return [
        caption(draft, block.table.caption, 'above'),
        tableOf(block.table, page.width - page.left - page.right, draft),
        gap(draft),
      ];
    case 'chart':
      return chartOf(block.chart, draft);
  }
}

function chartOf(chart: Chart, draft: Draft): Docx.FileChild[] {
  const { docx, design, pictures } = draft;
  const { page } = design;
  const width = page.width - page.left - page.right;
  const data = pictures.get(chart);
  if (!data)
    return [caption(draft, chart.caption, 'above'), tableOf(chart.table, width, draft), gap(draft)];
  const pixels = Math.round((width / 25.4) * 96);
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 120, line: 240, lineRule: docx.LineRuleType.AUTO },
      children: [
        new docx.ImageRun({
          type: 'png',
          data,
          transformation: { width: pixels, height: Math.round(pixels * chartRatio(chart)) },
          altText: {
            // its own number in this document; the library counts over all that it has written
            id: String(1 + [...pictures.keys()].indexOf(chart)),
            name: chart.caption,
            title: chart.caption,
            description: chart.caption,
          },
        }),
      ],
    }),
    caption(draft, chart.caption, 'below'),
  ];
}

/** 附件：1.… below the text, the names of the others under the first one's. */
function attachments({ attachments: titles }: Briefing, draft: Draft): Docx.Paragraph[] {
  const { design, language } = draft;
  const { body: letters } = design.letters;
  const label = design.wording.attachments[language];
  const size = letters.size * TWIPS_PER_POINT;
  const isChinese = language === 'zh';
  const inset = isChinese ? size * 5 : 0;
  return titles.map((title, index) => {
    const numbered = `${index + 1}.${isChinese ? '' : ' '}${title}`;
    const isFirst = index === 0;
    const value = isFirst ? `${label}${isChinese ? '' : ' '}${numbered}` : numbered;
    const indent = isFirst ? { left: inset, hanging: inset - size * 2 } : { left: inset };
    const place = isChinese ? { indent } : {};
    return line(draft, words(value), letters, place, isFirst ? { before: letters.line } : {});
  });
}

/** The signature, its middle over the middle of the date, four characters in from the right. */
function signed(draft: Draft, { by, date }: Briefing['signature']): Docx.Paragraph[] {
  const { docx, design } = draft;
  const { body: letters } = design.letters;
  const right = letters.size * TWIPS_PER_POINT * 4;
  const place = { alignment: docx.AlignmentType.RIGHT, indent: { right } };
  return [
    line(draft, by, letters, { ...place, keepNext: true }, { before: letters.line * 2 }),
    line(draft, date, letters, place),
  ];
}

function appendices({ appendices: all, language }: Briefing, draft: Draft): Docx.FileChild[] {
  const { docx, design } = draft;
  return all.flatMap((appendix: Appendix, index) => {
    const { letters, page } = design;
    const width = page.height - page.right * 2;
    const notes = runsOf(appendix.notes, language);
    return [
      line(draft, words(appendix.label), letters.section, {
        pageBreakBefore: index > 0,
        keepNext: true,
      }),
      line(
        draft,
        words(appendix.title),
        letters.title,
        { alignment: docx.AlignmentType.CENTER, keepNext: true },
        { after: 6 },
      ),
      tableOf(appendix.table, width, draft),
      line(draft, notes, letters.table, {}, { before: 4 }),
    ];
  });
}
