import { Button, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { useWords } from '../frame/language';
import { departmentWords as messages } from './messages';

const useStyles = makeStyles({
  view: {
    display: 'grid',
    gap: '16px',
    maxWidth: '560px',
    margin: '0 auto',
    padding: '24px 16px',
  },
  card: {
    padding: '20px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1.5px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  over: {
    border: `1.5px dashed ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  plain: { border: '1.5px solid transparent', boxShadow: tokens.shadow2 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: {
    margin: '6px 0 14px',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase400,
  },
  picker: { display: 'none' },
});

export interface OpeningViewProps {
  readonly isOpening: boolean;
  readonly onFile: (file: File) => void;
  readonly onCoordinator: () => void;
}

/** The first page outside Excel: open a form, or coordinate a round. */
export function OpeningView({ isOpening, onFile, onCoordinator }: OpeningViewProps) {
  const styles = useStyles();
  const words = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [department, coordinator] = [useId(), useId()];
  return (
    <div className={styles.view}>
      <section
        className={mergeClasses(styles.card, isOver && styles.over)}
        aria-labelledby={department}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) onFile(file);
        }}
      >
        <h2 id={department} className={styles.title}>
          {words(messages.openTitle)}
        </h2>
        <p className={styles.text}>{words(messages.openText)}</p>
        <input
          ref={picker}
          className={styles.picker}
          type="file"
          accept=".xlsx,.xlsm"
          aria-label={words(messages.openFile)}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onFile(file);
            // the same file may be chosen again
            target.value = '';
          }}
        />
        {isOpening ? (
          <Spinner size="small" label={words(messages.opening)} labelPosition="after" />
        ) : (
          <Button appearance="primary" size="large" onClick={() => picker.current?.click()}>
            {words(messages.openFile)}
          </Button>
        )}
      </section>
      <section className={mergeClasses(styles.card, styles.plain)} aria-labelledby={coordinator}>
        <h2 id={coordinator} className={styles.title}>
          {words(messages.coordinatorTitle)}
        </h2>
        <p className={styles.text}>{words(messages.coordinatorText)}</p>
        <Button size="large" onClick={onCoordinator}>
          {words(messages.toCoordinator)}
        </Button>
      </section>
    </div>
  );
}
