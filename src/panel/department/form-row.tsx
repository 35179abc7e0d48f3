import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useId } from 'react';
import { useWords } from '../frame/language';
import type { ShownCell, ShownRow } from './form';
import { Choice, Figure, LongText } from './form-inputs';
import { useGroupLooks } from './group-looks';
import { departmentWords as messages } from './messages';

const NARROW = '@media (max-width: 719px)';

const useStyles = makeStyles({
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
  messages: {
    listStyle: 'none',
    margin: '4px 0 0',
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

export interface RowProps {
  readonly row: ShownRow;
  readonly states: readonly string[];
  readonly drafts: string;
  readonly onType: (input: string, text: string) => void;
  readonly isFinal: boolean;
}

/** One figure with its cells to fill in and what is wrong with them. */
export const FormRow = memo(
  function FormRow({ row, states, drafts, onType, isFinal }: RowProps) {
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
