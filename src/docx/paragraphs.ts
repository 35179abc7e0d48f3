import type * as Docx from 'docx';
import type { Run } from '../core/report/briefing/briefing';
import type { Letters } from '../core/report/briefing/briefing-design';
import { firstLine, spacing, textRuns, type Around, type Setting } from './setting';

export type Place = Pick<
  Docx.IParagraphOptions,
  'alignment' | 'heading' | 'indent' | 'keepNext' | 'pageBreakBefore'
>;

/** A paragraph in these letters. */
export function line(
  setting: Setting,
  runs: readonly Run[],
  letters: Letters,
  place: Place = {},
  around: Around = {},
): Docx.Paragraph {
  const { docx } = setting;
  return new docx.Paragraph({
    ...place,
    spacing: spacing(setting, letters, around),
    children: textRuns(setting, runs, letters),
  });
}

/** A paragraph of the text, its first line two characters in. */
export function text(setting: Setting, runs: readonly Run[]): Docx.Paragraph {
  const { docx, design, language } = setting;
  const { body: letters } = design.letters;
  const alignment = docx.AlignmentType.BOTH;
  return line(
    setting,
    runs,
    letters,
    language === 'zh' ? { alignment, indent: firstLine(letters, 2) } : { alignment },
    language === 'zh' ? {} : { after: 6 },
  );
}

export function headed(
  setting: Setting,
  heading: string,
  letters: Letters,
  level: NonNullable<Place['heading']>,
): Docx.Paragraph {
  const indent = setting.language === 'zh' ? { indent: firstLine(letters, 2) } : {};
  return line(setting, words(heading), letters, { heading: level, keepNext: true, ...indent });
}

export function words(value: string): Run[] {
  return [{ is: 'words', text: value }];
}

export function caption(setting: Setting, value: string, place: 'above' | 'below'): Docx.Paragraph {
  const { docx, design } = setting;
  const isAbove = place === 'above';
  const around = isAbove ? { before: 6 } : { after: 6 };
  const alignment = docx.AlignmentType.CENTER;
  return line(
    setting,
    words(value),
    design.letters.caption,
    { alignment, keepNext: isAbove },
    around,
  );
}

/** Word joins a table to a table that follows it. */
export function gap(setting: Setting): Docx.Paragraph {
  return line(setting, [], setting.design.letters.table);
}
