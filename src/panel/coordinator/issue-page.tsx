import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { periodLabel } from '../../core/plan/period';
import type { Frequency } from '../../core/plan/schema';
import { fill, type Text } from '../../core/plan/text';
import { DIVISIONS, type Division } from '../../core/template/select';
import { DataTable, type Column } from './data-table';
import { FileButton } from './drop-zone';
import { isDate } from './is-date';
import { labelOf } from './period-label';
import { coordinatorMessages as messages } from './messages';
import type { IssuedRow, PageProps, RecipientRow, RoundDraft } from './model';
import { Section } from './section';

const GRANULARITIES: readonly (readonly [Frequency, Text])[] = [
  ['month', messages.granularityMonth],
  ['quarter', messages.granularityQuarter],
  ['half', messages.granularityHalf],
  ['year', messages.granularityYear],
];
const COUNT: Readonly<Record<Frequency, number>> = { month: 12, quarter: 4, half: 2, year: 1 };
const DIVISION_LABELS: Readonly<Record<Division, Text>> = {
  unit: messages.divisionUnit,
  region: messages.divisionRegion,
  'unit-region': messages.divisionBoth,
};

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
            columns={recipientColumns(state.preview.recipients)}
            rows={state.preview.recipients}
            rowKey={({ organisation, region }) => `${organisation}/${region ?? ''}`}
            empty={null}
          />
        </Section>
      )}
    </>
  );
}

function DraftForm({ state, events, language }: PageProps): ReactNode {
  const styles = useStyles();
  const { draft, previous, work } = state;
  const { granularity, year, index, due, division } = draft;
  const set = (change: Partial<RoundDraft>) => {
    events.setDraft(change);
  };
  const previousId = useId();
  const isBusy = work !== null;
  return (
    <div className={styles.form}>
      <Field label={messages.granularity[language]}>
        <Select
          value={granularity}
          onChange={(_, { value }) => {
            set({ granularity: value as Frequency, index: 1 });
          }}
        >
          {GRANULARITIES.map(([id, label]) => (
            <option key={id} value={id}>
              {label[language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={messages.year[language]}>
        <Select
          value={String(year)}
          onChange={(_, { value }) => {
            set({ year: Number(value) });
          }}
        >
          {yearsOf(state, year).map((option) => (
            <option key={option} value={option}>
              {fill(messages.yearOption, { year: option })[language]}
            </option>
          ))}
        </Select>
      </Field>
      {granularity !== 'year' && (
        <Field label={messages.periodOf[language]}>
          <Select
            value={String(index)}
            onChange={(_, { value }) => {
              set({ index: Number(value) });
            }}
          >
            {Array.from({ length: COUNT[granularity] }, (_, at) => at + 1).map((option) => (
              <option key={option} value={option}>
                {periodLabel({ granularity, year, index: option })[language]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        label={messages.due[language]}
        {...(isDate(due)
          ? {}
          : { validationState: 'error', validationMessage: messages.dueWrong[language] })}
      >
        <Input
          type="date"
          value={due}
          onChange={(_, { value }) => {
            set({ due: value });
          }}
        />
      </Field>
      <Field label={messages.division[language]} className={styles.wide}>
        <RadioGroup
          value={division}
          onChange={(_, { value }) => {
            set({ division: value as Division });
          }}
        >
          {DIVISIONS.map((id) => (
            <Radio key={id} value={id} label={DIVISION_LABELS[id][language]} />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.wide} role="group" aria-labelledby={previousId}>
        <div id={previousId} className={styles.label}>
          {messages.previous[language]}
        </div>
        {previous ? (
          <div className={styles.row}>
            <span>
              {
                fill(messages.previousTaken, {
                  period: labelOf(previous.period),
                  figures: previous.figures,
                })[language]
              }
            </span>
            <Button
              size="small"
              onClick={() => {
                events.leavePrevious();
              }}
            >
              {messages.previousLeave[language]}
            </Button>
          </div>
        ) : (
          <>
            <div className={styles.hint}>{messages.previousHint[language]}</div>
            <div className={styles.row}>
              <FileButton
                text={messages.previousZip[language]}
                accept=".zip,.json"
                isDisabled={isBusy}
                onFiles={(files) => {
                  events.takePrevious(files);
                }}
              />
              <FileButton
                text={messages.previousFolder[language]}
                isFolder
                isDisabled={isBusy}
                onFiles={(files) => {
                  events.takePrevious(files);
                }}
              />
            </div>
          </>
        )}
      </div>
    </div>
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
  const hasRegions = issued.some(({ region }) => region !== null);
  const open = canOpen ? messages.open : messages.download;
  const openNamed = canOpen ? messages.openFile : messages.downloadFile;
  const columns: Column<IssuedRow>[] = [
    {
      id: 'organisation',
      label: messages.colOrganisation,
      width: 6,
      cell: ({ organisation }) => organisation,
      sort: ({ organisation }) => organisation,
    },
    ...(hasRegions
      ? [
          {
            id: 'region',
            label: messages.colRegion,
            width: 4,
            cell: ({ region }: IssuedRow) => region ?? '',
            sort: ({ region }: IssuedRow) => region ?? '',
          },
        ]
      : []),
    {
      id: 'figures',
      label: messages.colFigures,
      width: 3,
      isNumber: true,
      cell: ({ figures }) => figures,
      sort: ({ figures }) => figures,
    },
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

function recipientColumns(rows: readonly RecipientRow[]): Column<RecipientRow>[] {
  return [
    {
      id: 'organisation',
      label: messages.colOrganisation,
      width: 6,
      cell: ({ organisation }) => organisation,
      sort: ({ organisation }) => organisation,
    },
    ...(rows.some(({ region }) => region !== null)
      ? [
          {
            id: 'region',
            label: messages.colRegion,
            width: 4,
            cell: ({ region }: RecipientRow) => region ?? '',
            sort: ({ region }: RecipientRow) => region ?? '',
          },
        ]
      : []),
    {
      id: 'indicators',
      label: messages.colIndicators,
      width: 3,
      isNumber: true,
      cell: ({ indicators }) => indicators,
      sort: ({ indicators }) => indicators,
    },
    {
      id: 'figures',
      label: messages.colFigures,
      width: 3,
      isNumber: true,
      cell: ({ figures }) => figures,
      sort: ({ figures }) => figures,
    },
  ];
}

/** The years of the chosen plans, the last choice among them. */
function yearsOf({ plans, chosen }: PageProps['state'], year: number): number[] {
  const own = (plans ?? []).filter(({ id }) => chosen.includes(id));
  const first = Math.min(year, ...own.map(({ startYear }) => startYear));
  const last = Math.max(year, ...own.map(({ endYear }) => endYear));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const useStyles = makeStyles({
  titles: { margin: 0, paddingLeft: '1.2em', lineHeight: tokens.lineHeightBase400 },
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(9.5rem, 1fr))',
    gap: '12px',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  label: { marginBottom: '4px' },
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
