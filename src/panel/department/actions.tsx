import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useState } from 'react';
import type { Text } from '../../core/plan/text';
import { useWords } from '../frame/language';
import type { FindingGroup, GroupCounts } from './form';
import { departmentWords as messages } from './messages';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  standing: {
    flexGrow: 1,
    minWidth: '110px',
    '@media (max-width: 419px)': { flexBasis: '100%' },
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  ready: { color: tokens.colorStatusSuccessForeground1 },
  left: { margin: '8px 0 0', paddingLeft: '20px', lineHeight: tokens.lineHeightBase400 },
  dialog: { maxWidth: 'min(480px, calc(100vw - 24px))' },
  action: { minWidth: '72px', '@media (max-width: 419px)': { flexGrow: 1 } },
});

export type Doing = 'checking' | 'writing' | 'declaring' | 'saving';

export interface ActionsProps {
  readonly counts: GroupCounts;
  readonly coordinator: string;
  readonly doing: Doing | null;
  readonly isFinal: boolean;
  /** The pane hands the file over itself. */
  readonly canSave: boolean;
  readonly onSelfCheck: () => void;
  readonly onDeclare: () => void;
  readonly onSave: () => void;
  readonly onGroup: (group: FindingGroup) => void;
}

/** What keeps a form from being sent. */
const PRESSING: readonly FindingGroup[] = ['error', 'explain', 'open'];

/** How far the form is from being sent, and the way to send it. */
export function Actions(props: ActionsProps) {
  const { counts, doing, isFinal, canSave, onSelfCheck, onSave } = props;
  const [isAsking, setAsking] = useState(false);
  const styles = useStyles();
  const words = useWords();
  const left = PRESSING.reduce((sum, group) => sum + counts[group], 0);
  const isReady = left === 0;
  return (
    <div className={styles.bar}>
      <span className={mergeClasses(styles.standing, (isReady || isFinal) && styles.ready)}>
        {doing !== null ? (
          <Spinner size="extra-tiny" label={words(messages[doing])} />
        ) : (
          <>
            {(isReady || isFinal) && <CheckmarkCircleRegular fontSize={18} />}
            {isFinal
              ? words(messages.declared)
              : isReady
                ? words(messages.ready)
                : words(messages.left, { count: left })}
          </>
        )}
      </span>
      {canSave && (
        <Button
          className={styles.action}
          disabledFocusable={doing !== null}
          title={words(messages.saveHint)}
          onClick={onSave}
        >
          {words(messages.save)}
        </Button>
      )}
      {!isFinal && (
        <>
          <Button
            className={styles.action}
            disabledFocusable={doing !== null}
            onClick={onSelfCheck}
          >
            {words(messages.selfCheck)}
          </Button>
          <Button
            className={styles.action}
            appearance="primary"
            disabledFocusable={doing !== null}
            onClick={() => {
              setAsking(true);
            }}
          >
            {words(messages.declare)}
          </Button>
        </>
      )}
      <Dialog
        open={isAsking}
        onOpenChange={(_, { open }) => {
          setAsking(open);
        }}
      >
        <DialogSurface className={styles.dialog} aria-describedby={undefined}>
          {isReady ? (
            <Confirm
              {...props}
              onClose={() => {
                setAsking(false);
              }}
            />
          ) : (
            <NotYet
              {...props}
              onClose={() => {
                setAsking(false);
              }}
            />
          )}
        </DialogSurface>
      </Dialog>
    </div>
  );
}

type AskedProps = ActionsProps & { readonly onClose: () => void };

function Confirm({ coordinator, onDeclare, onClose }: AskedProps) {
  const words = useWords();
  return (
    <Asked
      title={messages.confirmTitle}
      content={<p>{words(messages.confirm, { coordinator })}</p>}
      action={messages.confirmDeclare}
      onAction={onDeclare}
      onClose={onClose}
    />
  );
}

function NotYet({ counts, onGroup, onClose }: AskedProps) {
  const styles = useStyles();
  const words = useWords();
  const left = PRESSING.filter((group) => counts[group] > 0);
  return (
    <Asked
      title={messages.notYetTitle}
      content={
        <>
          {words(messages.notYet)}
          <ul className={styles.left}>
            {left.map((group) => (
              <li key={group}>
                {words(messages.count, { name: words(messages[group]), count: counts[group] })}
              </li>
            ))}
          </ul>
        </>
      }
      action={messages.toThem}
      onAction={() => {
        if (left[0]) onGroup(left[0]);
      }}
      onClose={onClose}
    />
  );
}

export interface AskedDialogProps {
  readonly title: Text;
  readonly content: React.ReactNode;
  readonly action: Text;
  readonly onAction: () => void;
  readonly onClose: () => void;
}

/** The inside of a dialog with one thing to do and a way out. */
function Asked({ title, content, action, onAction, onClose }: AskedDialogProps) {
  const words = useWords();
  return (
    <DialogBody>
      <DialogTitle>{words(title)}</DialogTitle>
      <DialogContent>{content}</DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{words(messages.cancel)}</Button>
        <Button
          appearance="primary"
          onClick={() => {
            onClose();
            onAction();
          }}
        >
          {words(action)}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
