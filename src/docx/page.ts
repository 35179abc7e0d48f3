import type * as Docx from 'docx';
import { piecesOf } from '../core/report/briefing/wording';
import { twips, TWIPS_PER_POINT, type Setting } from './setting';

/** The page and its number, upright or on its side for wide tables. */
export function pageOf(setting: Setting, orientation: 'portrait' | 'landscape') {
  const { docx, design } = setting;
  const { page } = design;
  const { PORTRAIT, LANDSCAPE } = docx.PageOrientation;
  const isLying = orientation === 'landscape';
  // an appendix that lies on its side keeps the page's margins as they were turned
  const margin = isLying
    ? { top: page.left, bottom: page.right, left: page.right, right: page.right }
    : page;
  return {
    properties: {
      page: {
        size: {
          width: twips(page.width),
          height: twips(page.height),
          orientation: isLying ? LANDSCAPE : PORTRAIT,
        },
        margin: {
          top: twips(margin.top),
          bottom: twips(margin.bottom),
          left: twips(margin.left),
          right: twips(margin.right),
          footer: twips(Math.max(NEAREST_EDGE, margin.bottom - BELOW_TEXT)),
        },
      },
    },
    footers: {
      default: footer(setting, docx.AlignmentType.RIGHT),
      even: footer(setting, docx.AlignmentType.LEFT),
    },
  };
}

/** Millimetres from the text to the foot of the page number, and from there to the page's edge at the least. */
const BELOW_TEXT = 13;
const NEAREST_EDGE = 8;

/** — 1 —, on odd pages to the right, on even ones to the left, one character in. */
function footer(setting: Setting, alignment: 'left' | 'right'): Docx.Footer {
  const { docx, design, language } = setting;
  const letters = design.letters.pageNumber;
  const own = letters.font[language];
  const size = letters.size * 2;
  const indent = letters.size * TWIPS_PER_POINT;
  const children = piecesOf(design.wording.page[language]).map((piece) =>
    piece.is === 'words'
      ? new docx.TextRun({ text: piece.text, size, font: own })
      : new docx.TextRun({ children: [docx.PageNumber.CURRENT], size, font: own }),
  );
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment,
        indent: alignment === 'left' ? { left: indent } : { right: indent },
        children,
      }),
    ],
  });
}
