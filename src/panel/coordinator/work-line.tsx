import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { fill, type Language, type Text } from '../../core/plan/text';
import { coordinatorMessages as messages } from './messages';
import type { Work } from './model';

const LABELS: Readonly<Record<Work['what'], Text>> = {
  plans: messages.workPlans,
  import: messages.workImport,
  previous: messages.workPrevious,
  issue: messages.workIssue,
  open: messages.workOpen,
  check: messages.workCheck,
  compile: messages.workCompile,
  pack: messages.workPack,
};

export interface WorkLineProps {
  readonly work: Work;
  readonly language: Language;
  readonly onCancel: () => void;
}

/** What takes its time just now, how far it is, and how to end it. */
export function WorkLine({ work, language, onCancel }: WorkLineProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const { what, progress, canCancel } = work;
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <span id={id} role="status">
          {LABELS[what][language]}
        </span>
        {progress && (
          <span className={styles.count}>
            {fill(messages.progressOf, { done: progress.done, total: progress.total })[language]}
          </span>
        )}
        {canCancel && (
          <Button size="small" onClick={onCancel}>
            {messages.cancel[language]}
          </Button>
        )}
      </div>
      {progress && progress.total > 0 ? (
        <ProgressBar
          aria-labelledby={id}
          value={progress.done}
          max={progress.total}
          thickness="large"
        />
      ) : (
        <ProgressBar aria-labelledby={id} thickness="large" />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  line: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
  },
  words: { display: 'flex', alignItems: 'center', gap: '10px', minHeight: '24px' },
  count: {
    marginLeft: 'auto',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});
