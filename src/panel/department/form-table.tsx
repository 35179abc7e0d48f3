import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../frame/language';
import type { ShownForm, ShownRow } from './form';
import { FormFoot } from './form-foot';
import { FormRow } from './form-row';
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
});

export interface FormTableProps {
  readonly form: ShownForm;
  readonly drafts: ReadonlyMap<string, string>;
  readonly onType: (input: string, text: string) => void;
  /** Nothing can be typed any more. */
  readonly isFinal: boolean;
}

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
            <FormRow
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
      <FormFoot form={form} drafts={drafts} onType={onType} isFinal={isFinal} />
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
