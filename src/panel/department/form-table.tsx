import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useId, useState } from 'react';
import { useWords } from '../frame/language';
import type { ShownCell, ShownField, ShownForm, ShownRow } from './form';
import { useGroupLooks } from './group-looks';
import { departmentWords as messages } from './messages';

const NARROW = '@media (max-width: 719px)';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    [NARROW]: { display: 'block', backgroundColor: 'transparent', boxShadow: 'none' },
  },
  body: { [NARROW]: { display: 'grid', gap: '8px' } },
  head: { [NARROW]: { display: 'none' } },
  heading: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '8px 6px',
    textAlign: 'left',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  row: {
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: '1fr 1fr',
      gap: '6px 10px',
      padding: '12px',
      backgroundColor: tokens.colorNeutralBackground1,
      borderRadius: tokens.borderRadiusMedium,
      boxShadow: tokens.shadow2,
    },
  },
  cell: {
    padding: '7px 6px',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase300,
    [NARROW]: { display: 'block', padding: 0, borderBottom: 'none', minWidth: 0 },
  },
  wide: { [NARROW]: { gridColumn: '1 / -1' } },
  name: { minWidth: '150px', textAlign: 'left', fontWeight: 'normal', overflowWrap: 'anywhere' },
  sequence: {
    width: '28px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    [NARROW]: { display: 'none' },
  },
  figure: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  empty: { [NARROW]: { display: 'none' } },
  unit: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  label: {
    display: 'none',
    [NARROW]: {
      display: 'block',
      color: tokens.colorNeutralForeground3,
      fontSize: tokens.fontSizeBase200,
    },
  },
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
  messages: {
    listStyle: 'none',
    margin: '4px 0 0',
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  foot: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
    gap: '10px',
    marginTop: '12px',
    padding: '12px 16px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  footTitle: { gridColumn: '1 / -1', margin: 0, fontSize: tokens.fontSizeBase300 },
  footLabel: { display: 'block', marginBottom: '3px', fontSize: tokens.fontSizeBase200 },
});

export interface FormTableProps {
  readonly form: ShownForm;
  readonly drafts: ReadonlyMap<string, string>;
  readonly onType: (input: string, text: string) => void;
  /** Nothing can be typed any more. */
  readonly isFinal: boolean;
}

/** The attribute by which a cell's input is found. */
export const PLACE_ATTRIBUTE = 'data-place';

/** The form to fill in where no program shows the workbook: one row a figure, its findings below it. */
export function FormTable({ form, drafts, onType, isFinal }: FormTableProps) {
  const styles = useStyles();
  const words = useWords();
  const headings = [
    ...[messages.sequence, messages.indicator, messages.target, messages.scheduled],
    ...[messages.previous, messages.actual, messages.state, messages.explanation],
    messages.evidence,
  ];
  return (
    <section aria-label={words(messages.form)}>
      {/* the roles are said, since rows laid out as cards lose them */}
      <table className={styles.table} role="table">
        <thead className={styles.head} role="rowgroup">
          <tr role="row">
            {headings.map((heading) => (
              <th key={heading.zh} className={styles.heading} scope="col" role="columnheader">
                {words(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} role="rowgroup">
          {form.rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              states={form.states}
              drafts={draftsOf(row, drafts)}
              onType={onType}
              isFinal={isFinal}
            />
          ))}
        </tbody>
      </table>
      <Foot form={form} drafts={drafts} onType={onType} isFinal={isFinal} />
    </section>
  );
}

/** As text, so that a row is drawn again only where its own drafts change. */
function draftsOf({ cells }: ShownRow, drafts: ReadonlyMap<string, string>): string {
  const own = Object.values(cells).flatMap(({ input }) => {
    const draft = drafts.get(input);
    return draft === undefined ? [] : [[input, draft]];
  });
  return own.length === 0 ? '' : JSON.stringify(own);
}

interface RowProps {
  readonly row: ShownRow;
  readonly states: readonly string[];
  readonly drafts: string;
  readonly onType: (input: string, text: string) => void;
  readonly isFinal: boolean;
}

const Row = memo(
  function Row({ row, states, drafts, onType, isFinal }: RowProps) {
    const styles = useStyles();
    const words = useWords();
    const said = useId();
    const { actual, state, explanation, evidence } = row.cells;
    const typed = new Map(drafts === '' ? [] : (JSON.parse(drafts) as [string, string][]));
    const shared = (cell: ShownCell, column: string) => ({
      cell,
      draft: typed.get(cell.input),
      onType,
      isFinal,
      label: words(messages.cellOf, { name: row.name, column }),
      describedBy: row.messages.length > 0 ? said : undefined,
    });
    const unit = row.measureUnit;
    return (
      <tr className={styles.row} role="row">
        <td className={mergeClasses(styles.cell, styles.sequence)} role="cell">
          {row.sequence}
        </td>
        <th
          className={mergeClasses(styles.cell, styles.name, styles.wide)}
          scope="row"
          role="rowheader"
        >
          <span>{row.name}</span> {unit !== '' && <span className={styles.unit}>{unit}</span>}
          <Messages id={said} row={row} />
        </th>
        <Fixed label={words(messages.target)} text={row.target ? words(row.target) : ''} />
        <Fixed label={words(messages.scheduled)} text={row.scheduled} />
        <Fixed label={words(messages.previous)} text={row.previous} />
        <td className={styles.cell} role="cell">
          <Label text={words(messages.actual)} />
          {row.computed !== null ? (
            <output className={styles.figure} title={words(messages.computed)}>
              {row.computed === '' ? '—' : row.computed}{' '}
              <span className={styles.unit}>{words(messages.computed)}</span>
            </output>
          ) : actual && row.choices ? (
            <Choice
              {...shared(actual, words(messages.actual))}
              choices={row.choices}
              gravest={row.gravest}
            />
          ) : actual ? (
            <Figure {...shared(actual, words(messages.actual))} gravest={row.gravest} />
          ) : null}
        </td>
        <td className={styles.cell} role="cell">
          {state && (
            <>
              <Label text={words(messages.state)} />
              <Choice {...shared(state, words(messages.state))} choices={states} gravest={null} />
            </>
          )}
        </td>
        <td className={mergeClasses(styles.cell, styles.wide)} role="cell">
          {explanation && (
            <>
              <Label text={words(messages.explanation)} />
              <LongText {...shared(explanation, words(messages.explanation))} />
            </>
          )}
        </td>
        <td className={mergeClasses(styles.cell, styles.wide)} role="cell">
          {evidence && (
            <>
              <Label text={words(messages.evidence)} />
              <LongText {...shared(evidence, words(messages.evidence))} />
            </>
          )}
        </td>
      </tr>
    );
  },
  // every reading makes new rows; most say the same
  (before, after) =>
    before.drafts === after.drafts &&
    before.isFinal === after.isFinal &&
    before.onType === after.onType &&
    (before.row === after.row || JSON.stringify(before.row) === JSON.stringify(after.row)),
);

function Messages({ id, row }: { id: string; row: ShownRow }) {
  const styles = useStyles();
  const looks = useGroupLooks();
  const words = useWords();
  if (row.messages.length === 0) return null;
  // that a row is blank is seen
  const shown = row.messages.filter(({ group }) => group !== 'open');
  return (
    <ul id={id} className={styles.messages}>
      {shown.map(({ group, message }) => (
        <li key={message.zh} className={looks(group).text}>
          {words(messages[group])}：{words(message)}
        </li>
      ))}
    </ul>
  );
}

function Label({ text }: { text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.label} aria-hidden>
      {text}
    </span>
  );
}

function Fixed({ label, text }: { label: string; text: string }) {
  const styles = useStyles();
  return (
    <td
      className={mergeClasses(styles.cell, styles.figure, text === '' && styles.empty)}
      role="cell"
    >
      <Label text={label} />
      {text === '' ? '—' : text}
    </td>
  );
}

interface InputProps {
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

function Figure({ gravest, ...props }: InputProps & Pick<ShownRow, 'gravest'>) {
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

function LongText(props: InputProps) {
  const styles = useStyles();
  return (
    <textarea {...useTyped(props)} className={mergeClasses(styles.input, styles.text)} rows={1} />
  );
}

function Choice({
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

function Foot({ form, drafts, onType, isFinal }: FormTableProps) {
  const styles = useStyles();
  const words = useWords();
  if (form.fields.length === 0) return null;
  return (
    <section className={styles.foot} aria-label={words(messages.foot)}>
      <h3 className={styles.footTitle}>{words(messages.foot)}</h3>
      {form.fields.map((field) => (
        <FootField
          key={field.id}
          field={field}
          draft={drafts.get(field.input)}
          onType={onType}
          isFinal={isFinal}
        />
      ))}
    </section>
  );
}

function FootField({
  field,
  draft,
  onType,
  isFinal,
}: Pick<InputProps, 'draft' | 'onType' | 'isFinal'> & { field: ShownField }) {
  const styles = useStyles();
  const words = useWords();
  const { label, isRequired, isStamped } = field;
  const shown = isRequired && !isStamped ? words(messages.required, { label }) : label;
  const id = useId();
  return (
    <div>
      <label className={styles.footLabel} htmlFor={id}>
        {shown}
      </label>
      <input
        {...useTyped({ cell: field, draft, onType, isFinal, label: shown })}
        id={id}
        className={styles.input}
        autoComplete="off"
        placeholder={isStamped ? words(messages.stamped) : undefined}
      />
    </div>
  );
}
