import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { decisionKinds, standings } from '../../core/consolidation/decision-messages';
import { fill, type Language, type Text } from '../../core/plan/text';
import { DataTable, type Column } from './data-table';
import { coordinatorMessages as messages } from './messages';
import type { DecisionRow, PageProps, SetAsideRow, Standing, StatusRow } from './model';
import { recipientColumns } from './recipient-columns';
import { Section } from './section';
import { Tag, type Tone } from './tag';

const STATES: Readonly<Record<StatusRow['state'], readonly [Tone, Text]>> = {
  missing: ['bad', messages.stateMissing],
  received: ['warning', messages.stateReceived],
  returned: ['brand', messages.stateReturned],
  accepted: ['good', messages.stateAccepted],
};
const ORDER: readonly StatusRow['state'][] = ['missing', 'received', 'returned', 'accepted'];

/** Who has reported and who has not, with a list to remind them; and the files that do not count. */
export function StandingPart({
  standing,
  events,
  language,
}: PageProps & { readonly standing: Standing }): ReactNode {
  const styles = useStyles();
  const { workbooks, setAside } = standing;
  const missing = workbooks.filter(({ state }) => state === 'missing');
  const reminders = missing.map(nameOf).join('、');
  return (
    <>
      <Section
        title={messages.statusTitle[language]}
        aside={
          <Button
            appearance="primary"
            onClick={() => {
              events.setTab('compile');
            }}
          >
            {messages.nextCompile[language]}
          </Button>
        }
      >
        <div>
          {
            fill(messages.statusLine, {
              issued: workbooks.length,
              received: workbooks.length - missing.length,
              accepted: workbooks.filter(({ state }) => state === 'accepted').length,
              missing: missing.length,
            })[language]
          }
        </div>
        {missing.length === 0 ? (
          <div>{messages.nobodyMissing[language]}</div>
        ) : (
          <div className={styles.reminders}>
            <div className={styles.row}>
              <span className={styles.label}>{messages.reminders[language]}</span>
              <Button
                size="small"
                onClick={() => {
                  events.copy(reminders);
                }}
              >
                {messages.remindersCopy[language]}
              </Button>
            </div>
            <Textarea
              readOnly
              resize="vertical"
              value={reminders}
              aria-label={messages.reminders[language]}
            />
          </div>
        )}
        <DataTable
          label={messages.statusTitle}
          language={language}
          columns={statusColumns(workbooks, language)}
          rows={workbooks}
          rowKey={({ organisation, region }) => `${organisation}/${region ?? ''}`}
          empty={null}
        />
      </Section>
      {standing.decisions.length > 0 && (
        <Section title={messages.decisionsTitle[language]}>
          <DataTable
            label={messages.decisionsTitle}
            language={language}
            columns={decisionColumns(language)}
            rows={standing.decisions.map((decision, index) => ({ ...decision, index }))}
            rowKey={({ index }) => String(index)}
            empty={null}
          />
        </Section>
      )}
      {setAside.length > 0 && (
        <Section title={messages.setAsideTitle[language]}>
          <DataTable
            label={messages.setAsideTitle}
            language={language}
            columns={setAsideColumns(language)}
            rows={setAside}
            rowKey={({ file }) => file}
            empty={null}
          />
        </Section>
      )}
    </>
  );
}

function statusColumns(rows: readonly StatusRow[], language: Language): Column<StatusRow>[] {
  return [
    ...recipientColumns(rows),
    {
      id: 'state',
      label: messages.colState,
      width: 5,
      cell: ({ state, isLate }) => {
        const [tone, label] = STATES[state];
        return (
          <span>
            <Tag tone={tone}>{label[language]}</Tag>
            {isLate && <Tag tone="warning">{messages.late[language]}</Tag>}
          </span>
        );
      },
      sort: ({ state }) => ORDER.indexOf(state),
    },
    {
      id: 'file',
      label: messages.colFile,
      width: 8,
      cell: ({ file }) => file ?? '',
      sort: ({ file }) => file ?? '',
    },
    {
      id: 'errors',
      label: messages.colErrors,
      width: 3,
      isNumber: true,
      cell: ({ file, errors }) => (file === null ? '' : errors),
      sort: ({ errors }) => errors,
    },
    {
      id: 'explain',
      label: messages.colExplain,
      width: 3,
      isNumber: true,
      cell: ({ file, explanations }) => (file === null ? '' : explanations),
      sort: ({ explanations }) => explanations,
    },
  ];
}

function setAsideColumns(language: Language): Column<SetAsideRow>[] {
  return [
    {
      id: 'file',
      label: messages.colFile,
      width: 5,
      cell: ({ file }) => file,
      sort: ({ file }) => file,
    },
    {
      id: 'reason',
      label: messages.colReason,
      width: 12,
      cell: ({ reason }) => reason[language],
    },
  ];
}

function decisionColumns(language: Language): Column<DecisionRow & { index: number }>[] {
  return [
    { id: 'file', label: messages.colFile, width: 6, cell: ({ file }) => file },
    {
      id: 'decision',
      label: messages.colDecision,
      width: 4,
      cell: ({ decision }) => decisionKinds[decision][language],
    },
    { id: 'why', label: messages.colWhy, width: 6, cell: ({ why }) => why },
    { id: 'by', label: messages.colWho, width: 3, cell: ({ by }) => by ?? '' },
    { id: 'when', label: messages.colWhen, width: 5, cell: ({ time }) => time },
    {
      id: 'standing',
      label: messages.colStanding,
      width: 5,
      cell: ({ standing }) => standings[standing][language],
    },
  ];
}

function nameOf({ organisation, region }: StatusRow): string {
  return region === null || region === organisation ? organisation : `${organisation}（${region}）`;
}

const useStyles = makeStyles({
  reminders: { display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  label: { fontSize: tokens.fontSizeBase300 },
});
