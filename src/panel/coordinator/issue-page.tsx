import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fill } from '../../core/plan/text';
import { DataTable, type Column } from './data-table';
import { DraftForm } from './draft-form';
import { isDate } from './is-date';
import { coordinatorMessages as messages } from './messages';
import type { IssuedRow, PageProps, RecipientRow } from './model';
import { figuresColumn, recipientColumns } from './recipient-columns';
import { Section } from './section';

/** What the round asks, of whom, by when; and the workbooks once they are made. */
export function IssuePage(props: PageProps): ReactNode {
  const { state, events, language } = props;
  const styles = useStyles();
  const { plans, chosen, round } = state;
  const titles = chosen.map((id) => plans?.find((plan) => plan.id === id)?.title ?? id);
  return (
    <>
      <Section title={messages.issueTitle[language]}>
        {chosen.length === 0 ? (
          <div className={styles.row}>
            <span>{messages.noPlans[language]}</span>
            <Button
              appearance="primary"
              onClick={() => {
                events.setTab('plan');
              }}
            >
              {messages.toPlans[language]}
            </Button>
          </div>
        ) : (
          <>
            <ul className={styles.titles} aria-label={messages.issuePlans[language]}>
              {titles.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
            <DraftForm {...props} />
            <PreviewPart {...props} />
          </>
        )}
      </Section>
      {round && <IssuedPart {...props} issued={round.issued} />}
      {!round && state.preview && 'recipients' in state.preview && (
        <Section title={messages.recipientsTitle[language]}>
          <DataTable
            label={messages.recipientsTitle}
            language={language}
            columns={previewColumns(state.preview.recipients)}
            rows={state.preview.recipients}
            rowKey={({ organisation, region }) => `${organisation}/${region ?? ''}`}
            empty={null}
          />
        </Section>
      )}
    </>
  );
}

function PreviewPart({ state, events, language }: PageProps): ReactNode {
  const styles = useStyles();
  const { preview, work, draft } = state;
  if (!preview) return null;
  if ('problem' in preview)
    return (
      <div role="status" className={styles.problem}>
        {preview.problem[language]}
      </div>
    );
  const { recipients, figures, unshared, undivided } = preview;
  return (
    <div className={styles.preview}>
      <div role="status">
        {fill(messages.willAsk, { count: recipients.length, figures })[language]}
        {unshared !== null && <> {fill(messages.sharing, { unshared })[language]}</>}
      </div>
      {undivided > 0 && (
        <div className={styles.hint}>
          {fill(messages.undivided, { count: undivided })[language]}
        </div>
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={work !== null || !isDate(draft.due)}
          onClick={() => {
            events.issue();
          }}
        >
          {messages.issueAll[language]}
        </Button>
      </div>
      <div className={styles.hint}>{messages.issueHint[language]}</div>
    </div>
  );
}

function IssuedPart({
  issued,
  state,
  events,
  language,
  canOpen,
}: PageProps & { readonly issued: readonly IssuedRow[] }): ReactNode {
  const open = canOpen ? messages.open : messages.download;
  const openNamed = canOpen ? messages.openFile : messages.downloadFile;
  const columns: Column<IssuedRow>[] = [
    ...recipientColumns(issued),
    figuresColumn(),
    {
      id: 'open',
      label: messages.colActions,
      width: 3,
      isNumber: true,
      cell: ({ file, isAtHand }) => (
        <Button
          size="small"
          disabled={!isAtHand || state.work !== null}
          aria-label={fill(openNamed, { file })[language]}
          onClick={() => {
            events.openBlank(file);
          }}
        >
          {open[language]}
        </Button>
      ),
    },
  ];
  return (
    <Section
      title={messages.issuedTitle[language]}
      aside={
        <Button
          appearance="primary"
          onClick={() => {
            events.setTab('collect');
          }}
        >
          {messages.nextCollect[language]}
        </Button>
      }
    >
      <DataTable
        label={messages.issuedTitle}
        language={language}
        columns={columns}
        rows={issued}
        rowKey={({ file }) => file}
        empty={null}
      />
    </Section>
  );
}

function previewColumns(rows: readonly RecipientRow[]): Column<RecipientRow>[] {
  return [
    ...recipientColumns(rows),
    {
      id: 'indicators',
      label: messages.colIndicators,
      width: 3,
      isNumber: true,
      cell: ({ indicators }) => indicators,
      sort: ({ indicators }) => indicators,
    },
    figuresColumn(),
  ];
}

const useStyles = makeStyles({
  titles: { margin: 0, paddingLeft: '1.2em', lineHeight: tokens.lineHeightBase400 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  hint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    marginBottom: '4px',
  },
  preview: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  problem: { color: tokens.colorPaletteRedForeground1 },
});
