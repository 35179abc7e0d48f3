import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { fill } from '../../core/plan/text';
import { DropZone } from './drop-zone';
import { FilesPart } from './files-part';
import { coordinatorMessages as messages } from './messages';
import type { PageProps } from './model';
import { labelOf } from './period-label';
import { Section } from './section';
import { StandingPart } from './standing-part';

/** The open round, what came in, and who has reported. */
export function CollectPage(props: PageProps): ReactNode {
  const { state, events, language } = props;
  const styles = useStyles();
  const { round, files, standing, work } = state;
  return (
    <>
      {round ? (
        <RoundPart {...props} round={round} />
      ) : (
        <Section title={messages.noRound[language]}>
          <p className={styles.hint}>{messages.noRoundHint[language]}</p>
        </Section>
      )}
      <DropZone
        language={language}
        label={round ? messages.dropFiles : messages.dropRound}
        isDisabled={work !== null}
        onFiles={(dropped) => {
          events.take(dropped);
        }}
      />
      {files.length > 0 && <FilesPart {...props} />}
      {standing && <StandingPart {...props} standing={standing} />}
    </>
  );
}

function RoundPart({
  round,
  state,
  events,
  language,
}: PageProps & { readonly round: NonNullable<PageProps['state']['round']> }): ReactNode {
  const styles = useStyles();
  const [isAsking, setIsAsking] = useState(false);
  const { isUnsaved, work, files } = state;
  const isBusy = work !== null;
  const close = () => {
    setIsAsking(false);
    events.closeRound();
  };
  return (
    <Section
      title={messages.roundTitle[language]}
      aside={
        <div className={styles.row}>
          {(isUnsaved || files.length > 0) && (
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => {
                events.packRound();
              }}
            >
              {messages.saveRound[language]}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            disabled={isBusy}
            onClick={() => {
              if (isUnsaved) setIsAsking(true);
              else close();
            }}
          >
            {messages.closeRound[language]}
          </Button>
        </div>
      }
    >
      <div>
        {round.plans.map((title) => (
          <div key={title} className={styles.title}>
            {title}
          </div>
        ))}
        <div className={styles.hint}>
          {
            fill(messages.roundLine, {
              period: labelOf(round.period),
              due: round.due,
              count: round.issued.length,
            })[language]
          }
        </div>
        {round.isSigned && <div className={styles.hint}>{messages.roundSigned[language]}</div>}
      </div>
      {isAsking && (
        <div role="alert" className={styles.row}>
          <span>{messages.closeUnsaved[language]}</span>
          <Button size="small" onClick={close}>
            {messages.closeAnyway[language]}
          </Button>
          <Button
            size="small"
            onClick={() => {
              setIsAsking(false);
            }}
          >
            {messages.cancel[language]}
          </Button>
        </div>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  title: { lineHeight: tokens.lineHeightBase400 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});
