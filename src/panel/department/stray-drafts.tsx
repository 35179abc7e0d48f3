import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../frame/language';
import { ExplanationBox, type ExplanationHandlers } from './explanation-box';
import type { ShownForm } from './form';
import { departmentWords as messages } from './messages';

const useStyles = makeStyles({
  stray: {
    marginTop: '12px',
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
  name: { margin: '8px 0 0', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Explanations that were typed and whose findings are gone since: nothing typed is thrown away. */
export function StrayDrafts({ form, ...handlers }: ExplanationHandlers & { form: ShownForm }) {
  const styles = useStyles();
  const words = useWords();
  const shown = new Set(form.findings.flatMap(({ explains }) => explains?.input ?? []));
  const stray = form.rows.flatMap(({ key, name, cells: { explanation } }) => {
    if (!explanation || shown.has(explanation.input)) return [];
    const draft = handlers.drafts.get(explanation.input);
    return draft === undefined || draft.trim() === explanation.stored
      ? []
      : [{ key, name, explanation }];
  });
  if (stray.length === 0) return null;
  return (
    <section className={styles.stray}>
      <p className={styles.text}>{words(messages.strayDrafts)}</p>
      {stray.map(({ key, name, explanation: { input, stored } }) => (
        <div key={key}>
          <p className={styles.name}>{name}</p>
          <ExplanationBox
            {...handlers}
            name={name}
            explains={{ input, stored }}
            isExplained={false}
          />
        </div>
      ))}
    </section>
  );
}
