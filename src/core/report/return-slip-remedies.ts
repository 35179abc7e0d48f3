import { fill, type Language, type Text } from '../plan/text';
import type { Finding } from '../review/finding';

/**
 * Where the message of each rule turns from what is wrong to what to do: the first words of the
 * latter. Notes that ask nothing of a department are left out.
 */
export const REMEDY_STARTS: Readonly<Record<string, Text>> = {
  'altered-figure': { zh: '请{region}重新汇总报送', en: 'Ask {region} to compile' },
  'no-regional-figure': { zh: '请{region}补齐后重新汇总', en: 'Ask {region} to complete' },
  'missing-figure': { zh: '请填写', en: 'Enter the figure' },
  'not-a-number': { zh: '请只填数字', en: 'Enter digits only' },
  'state-conflict': { zh: '有数请选', en: 'Choose “normal”' },
  'whole-number': { zh: '请按“', en: 'Check it in' },
  'negative-figure': { zh: '请核对', en: 'Check and correct' },
  'share-above-100': { zh: '请核对', en: 'Check numerator' },
  'percent-as-fraction': { zh: '请改正', en: 'Correct it' },
  'out-of-range': { zh: '请核对', en: 'Check digits' },
  'parts-add-up': { zh: '请核对', en: 'Check the whole' },
  'part-above-whole': { zh: '请核对', en: 'Check both rows' },
  'numerator-above-denominator': { zh: '请核对', en: 'Check figures' },
  'unit-slip': { zh: '请按“', en: 'Correct it in' },
  'cumulative-decrease': { zh: '请核对', en: 'Check it' },
  swing: { zh: '请核对', en: 'Check it' },
  'behind-unexplained': { zh: '请在情况说明', en: 'Give the reason' },
  'not-applicable-unexplained': { zh: '请在情况说明', en: 'say why' },
  'completed-without-evidence': { zh: '请在佐证材料栏', en: 'name the document' },
  'altered-head': { zh: '请在原报送表', en: 'fill in the original' },
  'altered-identity': { zh: '请使用原报送表', en: 'Fill in the original' },
  'altered-locked-cell': { zh: '请在原报送表', en: 'Fill in the original' },
  'duplicate-column': { zh: '请删去', en: 'Delete the column' },
  'duplicate-form': { zh: '请删去', en: 'Delete the sheet' },
  'duplicate-row': { zh: '请删去', en: 'Delete the one' },
  'formula-without-value': { zh: '请用 Excel', en: 'Open and save it' },
  'head-missing': { zh: '请填写', en: 'Fill it in' },
  'missing-column': { zh: '请在原报送表', en: 'Fill in the original' },
  'missing-row': { zh: '请从原报送表', en: 'Restore it' },
  'missing-sheet': { zh: '请在原报送表', en: 'Fill in the original' },
  'wrong-period': { zh: '请使用本期', en: 'Use the form' },
  'wrong-plan': { zh: '请使用本次', en: 'Use the form' },
  'wrong-round': { zh: '请使用本次', en: 'Use the form' },
  'merged-cells': { zh: '请取消合并', en: 'Unmerge them' },
  'number-as-text': { zh: '请改为', en: 'Please enter' },
};

const NOTES: ReadonlySet<string> = new Set(['merged-cells', 'number-as-text']);

/** What only a slip can say, since it comes with a copy in which the cell can be put right. */
const OF_COPY: Readonly<Record<string, Text>> = {
  'altered-locked-cell': {
    zh: '请先撤销工作表保护，把此单元格改回下发时的内容（可从空表“{blank}”复制）；改不回的，在空表中重新填报。',
    en: 'Unprotect the sheet and put the cell back as it was issued (copy it from the blank “{blank}”); where that fails, fill in the blank again.',
  },
  'missing-row': {
    zh: '请先撤销工作表保护，从空表“{blank}”复制该行，补回后重新报送。',
    en: 'Unprotect the sheet, copy the row from the blank “{blank}”, put it back and send again.',
  },
  'missing-column': {
    zh: '请在空表“{blank}”中重新填报。',
    en: 'Fill in the blank “{blank}” again.',
  },
};

/** Notes whose message says nothing of what to do, and what a sender may have to. */
const OF_NOTES: Readonly<Record<string, Text>> = {
  'extra-row': {
    zh: '其中如有应报的数据，请填入报送表对应的行。',
    en: 'If there are figures to report among them, enter those in their rows of the form.',
  },
  'extra-column': {
    zh: '其中如有应报的数据，请填入报送表对应的单元格。',
    en: 'If there are figures to report among them, enter those in their cells of the form.',
  },
  'extra-sheet': {
    zh: '其中如有应报的数据，请填入填报表。',
    en: 'If there are figures to report among them, enter those in the form.',
  },
};

export interface ProblemAndRemedy {
  readonly problem: Text;
  readonly remedy: Text;
}

/** A finding's message taken apart; null for a note that asks nothing of a department. */
export function problemAndRemedy(
  { rule, severity, message }: Pick<Finding, 'rule' | 'severity' | 'message'>,
  blank: string,
): ProblemAndRemedy | null {
  const ofNote = OF_NOTES[rule];
  if (ofNote) return { problem: message, remedy: ofNote };
  const start = REMEDY_STARTS[rule];
  // an explanation that was given makes a note of what asked for it
  const isAnswered = severity === 'note' && !NOTES.has(rule);
  if (!start || isAnswered)
    return severity === 'note' ? null : { problem: message, remedy: { zh: '', en: '' } };
  const own = OF_COPY[rule];
  const parts = { zh: takeApart(message, start, 'zh'), en: takeApart(message, start, 'en') };
  return {
    problem: { zh: parts.zh.problem, en: parts.en.problem },
    remedy: own ? fill(own, { blank }) : { zh: parts.zh.remedy, en: parts.en.remedy },
  };
}

const FULL_STOP: Text = { zh: '。', en: '.' };

/** The instruction stands last, so that nothing a department entered can be taken for its start. */
function takeApart(message: Text, start: Text, language: Language) {
  const text = message[language];
  const at = text.lastIndexOf(start[language]);
  if (at < 0) return { problem: text, remedy: '' };
  const problem = text.slice(0, at).replace(/[，,；;：:\s]+$/, '');
  const remedy = text.slice(at);
  return {
    problem: /[。.！!？?]$/.test(problem) ? problem : problem + FULL_STOP[language],
    remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1),
  };
}
