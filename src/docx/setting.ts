import type * as Docx from 'docx';
import type { Run } from '../core/report/briefing/briefing';
import type { BriefingDesign, Letters } from '../core/report/briefing/briefing-design';
import type { Language } from '../core/plan/text';
import { withoutControls } from '../core/report/briefing/markup';
import type { Form } from '../core/template/form';

/** What the document is set with. */
export interface Setting {
  readonly docx: typeof Docx;
  readonly design: BriefingDesign;
  /** The statuses' colours. */
  readonly form: Pick<Form, 'statuses'>;
  readonly language: Language;
}

/** A twentieth of a point, in which Word measures. */
export const TWIPS_PER_POINT = 20;

export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 72 * TWIPS_PER_POINT);
}

/** Runs of text in these letters. */
export function textRuns(
  { docx, design, language }: Setting,
  runs: readonly Run[],
  letters: Letters,
): Docx.TextRun[] {
  const { font, size } = letters;
  const own = font[language];
  const latin = language === 'zh' ? design.latinFont : own;
  return joined(runs).map(({ text, isStrong }) => {
    const options: Docx.IRunOptions = {
      text: withoutControls(text),
      size: size * 2,
      bold: letters.isBold || isStrong,
      // quotation marks and dashes are Chinese ones in a Chinese text
      font: {
        ascii: latin,
        hAnsi: latin,
        cs: latin,
        eastAsia: own,
        ...(language === 'zh' && { hint: 'eastAsia' }),
      },
    };
    return new docx.TextRun(options);
  });
}

/** Lines at this distance, whatever the font. */
export function spacing({ docx }: Setting, { line }: Letters, around: Around = {}) {
  const { before = 0, after = 0 } = around;
  return {
    line: Math.round(line * TWIPS_PER_POINT),
    lineRule: docx.LineRuleType.EXACT,
    before: before * TWIPS_PER_POINT,
    after: after * TWIPS_PER_POINT,
  };
}

/** Points of space above and below a paragraph. */
export interface Around {
  readonly before?: number;
  readonly after?: number;
}

/** An indent by so many characters of these letters; the same in points for programs that do not count characters. */
export function firstLine({ size }: Letters, characters: number) {
  return { firstLine: size * characters * TWIPS_PER_POINT, firstLineChars: characters * 100 };
}

/** Neighbours that look alike in one run, so that a person edits whole sentences. */
function joined(runs: readonly Run[]): { readonly text: string; readonly isStrong: boolean }[] {
  const found: { text: string; isStrong: boolean }[] = [];
  for (const run of runs) {
    const isStrong = run.is === 'name' && run.isStrong === true;
    const last = found.at(-1);
    if (last?.isStrong === isStrong) last.text += run.text;
    else found.push({ text: run.text, isStrong });
  }
  return found;
}
