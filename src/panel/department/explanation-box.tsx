import { Button, Field, Textarea, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../frame/language';
import type { ShownExplanation } from './form';
import { departmentWords as messages } from './messages';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '6px', marginTop: '8px' },
  buttons: { display: 'flex', gap: '6px', flexWrap: 'wrap' },
  text: { width: '100%' },
});

export interface ExplanationHandlers {
  /** What was typed and is not in the workbook yet, by input. */
  readonly drafts: ReadonlyMap<string, string>;
  readonly onDraft: (input: string, text: string) => void;
  readonly onDiscard: (input: string) => void;
  readonly onExplain: (input: string) => void;
  readonly isBusy: boolean;
}

export interface ExplanationBoxProps extends ExplanationHandlers {
  readonly name: string;
  readonly explains: ShownExplanation;
  /** Whether an explanation is there already: then the box opens on request. */
  readonly isExplained: boolean;
}

/** Where an explanation is typed, right at its finding. Ctrl+Enter writes it. */
export function ExplanationBox(props: ExplanationBoxProps) {
  const { name, explains, isExplained, drafts, onDraft, onDiscard, onExplain, isBusy } = props;
  const { input, stored } = explains;
  const [isOpened, setOpened] = useState(false);
  const styles = useStyles();
  const words = useWords();
  const draft = drafts.get(input);
  const isChanged = draft !== undefined && draft.trim() !== stored;
  if (isExplained && !isOpened && draft === undefined)
    return (
      <div className={styles.box}>
        <div>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setOpened(true);
            }}
          >
            {words(messages.changeExplanation)}
          </Button>
        </div>
      </div>
    );
  const write = () => {
    if (!isChanged || isBusy) return;
    setOpened(false);
    onExplain(input);
  };
  return (
    <div className={styles.box}>
      <Field
        label={words(messages.explanation)}
        {...(isChanged ? { hint: words(messages.unwritten) } : {})}
        size="small"
      >
        <Textarea
          className={styles.text}
          aria-label={words(messages.explanationOf, { name })}
          placeholder={words(messages.explanationHint)}
          resize="vertical"
          value={draft ?? stored}
          onChange={(_, { value }) => {
            onDraft(input, value);
          }}
          onKeyDown={({ key, ctrlKey, metaKey }) => {
            if (key === 'Enter' && (ctrlKey || metaKey)) write();
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={!isChanged || isBusy}
          onClick={write}
        >
          {words(messages.write)}
        </Button>
        {(isChanged || isOpened) && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setOpened(false);
              onDiscard(input);
            }}
          >
            {words(messages.discard)}
          </Button>
        )}
      </div>
    </div>
  );
}
