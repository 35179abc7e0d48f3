import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ShownCell, ShownRow } from './form';

const useStyles = makeStyles({
  input: {
    boxSizing: 'border-box',
    width: '100%',
    minWidth: '92px',
    minHeight: '30px',
    padding: '4px 8px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':focus': {
      outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
      outlineOffset: '-1px',
    },
    '::placeholder': { color: tokens.colorNeutralForeground3 },
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  // grows with what is typed
  text: { resize: 'vertical', minWidth: '120px', maxHeight: '180px', fieldSizing: 'content' },
  state: { minWidth: '104px' },
  wrong: { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
  asked: { border: `1px solid ${tokens.colorStatusWarningBorder2}` },
});

/** The attribute by which a cell's input is found. */
export const PLACE_ATTRIBUTE = 'data-place';

export interface InputProps {
  readonly cell: ShownCell;
  readonly draft: string | undefined;
  readonly onType: (input: string, text: string) => void;
  readonly isFinal: boolean;
  readonly label: string;
  readonly describedBy?: string | undefined;
}

/** What an input shows: while it has the focus what was typed, however the workbook spells it. */
function useTyped({ cell, draft, onType, isFinal, label, describedBy }: InputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? draft ?? cell.stored,
    readOnly: isFinal,
    'aria-label': label,
    'aria-describedby': describedBy,
    [PLACE_ATTRIBUTE]: `${cell.place.sheet}!${cell.place.cell}`,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      onType(cell.input, target.value);
    },
    onBlur: () => {
      setTyped(null);
    },
  };
}

function edgeOf(
  gravest: ShownRow['gravest'],
  { wrong, asked }: Record<'wrong' | 'asked', string>,
): string | undefined {
  return gravest === 'error' ? wrong : gravest === 'explain' ? asked : undefined;
}

/** A figure to type. */
export function Figure({ gravest, ...props }: InputProps & Pick<ShownRow, 'gravest'>) {
  const styles = useStyles();
  return (
    <input
      {...useTyped(props)}
      className={mergeClasses(styles.input, styles.number, edgeOf(gravest, styles))}
      inputMode="decimal"
      autoComplete="off"
      aria-invalid={gravest === 'error'}
    />
  );
}

/** A text that grows with what is typed. */
export function LongText(props: InputProps) {
  const styles = useStyles();
  return (
    <textarea {...useTyped(props)} className={mergeClasses(styles.input, styles.text)} rows={1} />
  );
}

/** One of a list, or what stands there though it is none of it. */
export function Choice({
  choices,
  gravest,
  ...props
}: InputProps & { choices: readonly string[] } & Pick<ShownRow, 'gravest'>) {
  const styles = useStyles();
  const { readOnly, ...typed } = useTyped(props);
  const isListed = typed.value === '' || choices.includes(typed.value);
  return (
    <select
      {...typed}
      disabled={readOnly}
      className={mergeClasses(styles.input, styles.state, edgeOf(gravest, styles))}
    >
      <option value="" />
      {!isListed && <option>{typed.value}</option>}
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}

/** A text of one line. */
export function ShortText({
  id,
  placeholder,
  ...props
}: InputProps & { readonly id: string; readonly placeholder: string | undefined }) {
  const styles = useStyles();
  return (
    <input
      {...useTyped(props)}
      id={id}
      className={styles.input}
      autoComplete="off"
      placeholder={placeholder}
    />
  );
}
