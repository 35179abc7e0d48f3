import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { DecisionKind } from '../../core/consolidation/decisions';
import { fill, type Text } from '../../core/plan/text';
import { coordinatorMessages as messages } from './messages';
import type { FileRow, PageProps } from './model';

const KINDS: Readonly<Record<DecisionKind, Text>> = {
  accept: messages.accept,
  exclude: messages.exclude,
  reinstate: messages.reinstate,
};

/** What the coordinator decides about a file, with the reason that is kept on record. */
export function DecisionPart({
  row: { file, outcome },
  state,
  events,
  language,
}: Pick<PageProps, 'state' | 'events' | 'language'> & { readonly row: FileRow }): ReactNode {
  const styles = useStyles();
  const [isMissing, setIsMissing] = useState(false);
  const { reasons, decider, standing, work } = state;
  const why = reasons[file] ?? '';
  const decided = standing?.decided[file];
  const kinds: DecisionKind[] = decided
    ? ['reinstate']
    : outcome === 'unreadable'
      ? ['exclude']
      : ['accept', 'exclude'];
  return (
    <div
      className={styles.part}
      role="group"
      aria-label={fill(messages.decisionOn, { file })[language]}
    >
      <div className={styles.fields}>
        <Field
          className={styles.why}
          size="small"
          label={messages.why[language]}
          required
          {...(isMissing && why.trim() === ''
            ? { validationState: 'error', validationMessage: messages.whyMissing[language] }
            : {})}
        >
          <Input
            size="small"
            value={why}
            maxLength={500}
            onChange={(_, { value }) => {
              events.setReason(file, value);
            }}
          />
        </Field>
        <Field size="small" label={messages.by[language]}>
          <Input
            size="small"
            value={decider}
            maxLength={100}
            onChange={(_, { value }) => {
              events.setDecider(value);
            }}
          />
        </Field>
      </div>
      <div className={styles.buttons}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="small"
            disabled={work !== null}
            onClick={() => {
              setIsMissing(true);
              if (why.trim() !== '') events.decide(kind, file);
            }}
          >
            {KINDS[kind][language]}
          </Button>
        ))}
        <Button
          size="small"
          appearance="subtle"
          disabled={work !== null}
          aria-label={fill(messages.leaveFileNamed, { file })[language]}
          onClick={() => {
            events.leaveFile(file);
          }}
        >
          {messages.leaveFile[language]}
        </Button>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '10px' },
  why: { flexGrow: 1, minWidth: '12rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});
