import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fill, type Language, type Text } from '../../core/plan/text';
import type { Status } from '../../core/rule/progress/subject';
import { DataTable, type Column } from './data-table';
import { coordinatorMessages as messages } from './messages';
import type { OutputRow, PageProps } from './model';
import { Section } from './section';

const STATUSES: readonly (readonly [Status, Text])[] = [
  ['achieved', messages.statusAchieved],
  ['on-schedule', messages.statusOnSchedule],
  ['slightly-behind', messages.statusSlightly],
  ['behind', messages.statusBehind],
  ['not-reported', messages.statusNotReported],
  ['not-assessable', messages.statusNotAssessable],
];
const OUTPUT_LABELS: Readonly<Record<string, Text>> = {
  'consolidated.xlsx': messages.outputWorkbook,
  'briefing.docx': messages.outputBriefing,
  'briefing.html': messages.outputPage,
  'facts.csv': messages.outputFacts,
  'compile.json': messages.outputJson,
};

/** How the indicators stand, and the results to open or save. */
export function CompilePage({ state, events, language, canOpen }: PageProps): ReactNode {
  const styles = useStyles();
  const { round, standing, outputs, work } = state;
  if (!round)
    return (
      <Section title={messages.compileTitle[language]}>
        <div className={styles.row}>
          <span>{messages.compileNoRound[language]}</span>
          <Button
            appearance="primary"
            onClick={() => {
              events.setTab('collect');
            }}
          >
            {messages.toCollect[language]}
          </Button>
        </div>
      </Section>
    );
  return (
    <>
      <Section title={messages.compileTitle[language]}>
        <p className={styles.hint}>{messages.compileHint[language]}</p>
        <div>
          <Button
            appearance={outputs ? 'secondary' : 'primary'}
            disabled={work !== null}
            onClick={() => {
              events.compile(language);
            }}
          >
            {(outputs ? messages.compileAgain : messages.compileNow)[language]}
          </Button>
        </div>
      </Section>
      {outputs && (
        <Section
          title={messages.outputsTitle[language]}
          aside={
            <Button
              size="small"
              disabled={work !== null}
              onClick={() => {
                events.packRound();
              }}
            >
              {messages.saveRound[language]}
            </Button>
          }
        >
          <DataTable
            label={messages.outputsTitle}
            language={language}
            columns={outputColumns({ events, language, canOpen })}
            rows={outputs}
            rowKey={({ name }) => name}
            empty={null}
          />
        </Section>
      )}
      {standing && (
        <Section title={messages.indicatorsStanding[language]}>
          <dl className={styles.figures}>
            {STATUSES.map(([status, label]) => (
              <div key={status} className={styles.figure}>
                <dt className={styles.label}>{label[language]}</dt>
                <dd className={styles.number}>{standing.indicators[status]}</dd>
              </div>
            ))}
          </dl>
          {standing.notAsked > 0 && (
            <p className={styles.hint}>
              {fill(messages.notAsked, { count: standing.notAsked })[language]}
            </p>
          )}
        </Section>
      )}
    </>
  );
}

function outputColumns({
  events,
  language,
  canOpen,
}: Pick<PageProps, 'events' | 'canOpen'> & { readonly language: Language }): Column<OutputRow>[] {
  return [
    {
      id: 'name',
      label: messages.colResult,
      width: 10,
      cell: ({ name }) => OUTPUT_LABELS[name]?.[language] ?? name,
    },
    {
      id: 'file',
      label: messages.colFileName,
      width: 6,
      cell: ({ name, size }) =>
        `${name}  ${fill(messages.size, { size: Math.max(1, Math.round(size / 1024)) })[language]}`,
    },
    {
      id: 'actions',
      label: messages.colActions,
      width: 6,
      isNumber: true,
      cell: ({ name }) => (
        <OutputButtons
          {...{ name, events, language }}
          isOpened={canOpen && name.endsWith('.xlsx')}
        />
      ),
    },
  ];
}

function OutputButtons({
  name,
  events,
  language,
  isOpened,
}: {
  readonly name: string;
  readonly events: PageProps['events'];
  readonly language: Language;
  readonly isOpened: boolean;
}): ReactNode {
  const styles = useStyles();
  return (
    <span className={styles.buttons}>
      {isOpened && (
        <Button
          size="small"
          appearance="primary"
          aria-label={fill(messages.openFile, { file: name })[language]}
          onClick={() => {
            events.openOutput(name);
          }}
        >
          {messages.open[language]}
        </Button>
      )}
      <Button
        size="small"
        aria-label={fill(messages.downloadFile, { file: name })[language]}
        onClick={() => {
          events.saveOutput(name);
        }}
      >
        {messages.download[language]}
      </Button>
    </span>
  );
}

const useStyles = makeStyles({
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  buttons: { display: 'inline-flex', gap: '6px' },
  figures: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(5.5rem, 1fr))',
    gap: '8px',
  },
  figure: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
