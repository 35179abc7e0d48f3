import type { ChartFont } from '../../../core/sheet/chart';
import { argb } from '../styles';
import { cleanText, escapeXml } from '../text';
import { element } from './element';

/** English Metric Units of a point and hundredths of a point, in which drawings measure. */
export const EMU_PER_POINT = 12_700;
const PER_POINT = 100;

/** A line of a shape or chart part: a colour and a width in points, or none. */
export function line(colour: string | null, width = 0.75): string {
  return colour === null
    ? element('a:ln', {}, '<a:noFill/>')
    : element('a:ln', { w: Math.round(width * EMU_PER_POINT) }, fill(colour));
}

export function fill(colour: string): string {
  return element('a:solidFill', {}, element('a:srgbClr', { val: argb(colour).argb.slice(2) }));
}

/** How text without words of its own looks: axis labels, legends, data labels. */
export function textProperties(font: ChartFont): string {
  return element(
    'c:txPr',
    {},
    '<a:bodyPr/><a:lstStyle/>',
    element('a:p', {}, element('a:pPr', {}, fontXml('a:defRPr', font)), endOf()),
  );
}

/** Words with their look: titles. */
export function richText(words: string, font: ChartFont): string {
  const paragraphs = cleanText(words)
    .split('\n')
    .map((text) =>
      element(
        'a:p',
        {},
        element('a:pPr', {}, fontXml('a:defRPr', font)),
        element(
          'a:r',
          {},
          fontXml('a:rPr', font, { lang: LANGUAGE }),
          `<a:t>${escapeXml(text)}</a:t>`,
        ),
      ),
    );
  return element('c:rich', {}, '<a:bodyPr/><a:lstStyle/>', ...paragraphs);
}

const LANGUAGE = 'zh-CN';

/** One typeface for all scripts, so that Chinese and Latin letters look alike in every program. */
function fontXml(
  name: string,
  { name: typeface, size, bold, colour }: ChartFont,
  attributes: { readonly lang?: string } = {},
): string {
  return element(
    name,
    { ...attributes, sz: Math.round(size * PER_POINT), b: bold ? 1 : 0 },
    fill(colour),
    element('a:latin', { typeface }),
    element('a:ea', { typeface }),
    element('a:cs', { typeface }),
  );
}

function endOf(): string {
  return element('a:endParaRPr', { lang: LANGUAGE });
}
