import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useWords } from '../frame/language';
import type { ShownField } from './form';
import { ShortText, type InputProps } from './form-inputs';
import type { FormTableProps } from './form-table';
import { departmentWords as messages } from './messages';

const useStyles = makeStyles({
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

/** What stands below the figures: who filled in the form, when, and how to reach them. */
export function FormFoot({ form, drafts, onType, isFinal }: FormTableProps) {
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
      <ShortText
        {...{ draft, onType, isFinal, id }}
        cell={field}
        label={shown}
        placeholder={isStamped ? words(messages.stamped) : undefined}
      />
    </div>
  );
}
