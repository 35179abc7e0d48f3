import { Button, makeStyles, SearchBox, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DecisionKind } from '../../core/consolidation/decisions';
import { fill, type Language, type Text } from '../../core/plan/text';
import { DataTable, type Column } from './data-table';
import { DecisionPart } from './decision-part';
import { FindingsList } from './findings-list';
import { coordinatorMessages as messages } from './messages';
import {
  FILE_FILTERS,
  type FileFilter,
  type FileRow,
  type PageProps,
  type Standing,
} from './model';
import { countFiles, searchFiles } from './search-files';
import { Section } from './section';
import { Tag, type Tone } from './tag';

const FILTER_LABELS: Readonly<Record<FileFilter, Text>> = {
  all: messages.filterAll,
  error: messages.filterError,
  explain: messages.filterExplain,
  clean: messages.filterClean,
  unreadable: messages.filterUnreadable,
};

/** The files that were checked, each with what was found in it. */
export function FilesPart(props: PageProps): ReactNode {
  const { state, events, language } = props;
  const styles = useStyles();
  const { files, fileFilter, fileSearch, work, round, standing } = state;
  const counts = countFiles(files);
  return (
    <Section title={messages.filesTitle[language]}>
      <div className={styles.tools}>
        <div className={styles.filters} role="group" aria-label={messages.filterFiles[language]}>
          {FILE_FILTERS.map((filter) => (
            <ToggleButton
              key={filter}
              size="small"
              shape="circular"
              checked={fileFilter === filter}
              onClick={() => {
                events.filterFiles(filter);
              }}
            >
              {FILTER_LABELS[filter][language]} {counts[filter]}
            </ToggleButton>
          ))}
        </div>
        <SearchBox
          className={styles.search}
          size="small"
          value={fileSearch}
          placeholder={messages.searchFiles[language]}
          aria-label={messages.searchFiles[language]}
          onChange={(_, { value }) => {
            events.searchFiles(value);
          }}
        />
      </div>
      <DataTable
        label={messages.filesTitle}
        language={language}
        columns={columnsIn(language, standing)}
        rows={searchFiles(files, fileFilter, fileSearch)}
        rowKey={({ file }) => file}
        rowName={({ file }) => file}
        detail={(row) => (
          <div className={styles.detail}>
            <FindingsList row={row} language={language} />
            {round && row.isKnown ? (
              <DecisionPart {...{ row, state, events, language }} />
            ) : (
              <div>
                <Button
                  size="small"
                  disabled={work !== null}
                  aria-label={fill(messages.leaveFileNamed, { file: row.file })[language]}
                  onClick={() => {
                    events.leaveFile(row.file);
                  }}
                >
                  {messages.leaveFile[language]}
                </Button>
              </div>
            )}
          </div>
        )}
        empty={messages.noFileFound[language]}
      />
    </Section>
  );
}

function columnsIn(language: Language, standing: Standing | null): Column<FileRow>[] {
  const count = (
    id: string,
    label: Text,
    of: (row: FileRow) => number,
    width: number,
  ): Column<FileRow> => ({
    ...{ id, label, width, isNumber: true, sort: of },
    cell: (row) => (row.outcome === 'unreadable' ? '' : of(row)),
  });
  return [
    {
      id: 'file',
      label: messages.colFile,
      width: 10,
      cell: ({ file }) => file,
      sort: ({ file }) => file,
    },
    {
      id: 'organisation',
      label: messages.colOrganisation,
      width: 6,
      cell: (row) => senderOf(row),
      sort: senderOf,
    },
    {
      id: 'outcome',
      label: messages.colOutcome,
      width: 4,
      cell: (row) => (
        <span>
          <OutcomeTag row={row} language={language} />
          <DecidedTag decided={standing?.decided[row.file]} language={language} />
        </span>
      ),
      sort: rankOf,
    },
    count('errors', messages.colErrors, ({ errors }) => errors, 3),
    count('explain', messages.colExplain, ({ explanations }) => explanations, 3),
    count('notes', messages.colNotes, ({ notes }) => notes, 3),
  ];
}

function senderOf({ organisation, region }: FileRow): string {
  if (organisation === null) return '';
  return region === null || region === organisation ? organisation : `${organisation}（${region}）`;
}

/** The worst first. */
function rankOf({ outcome, errors, explanations }: FileRow): number {
  if (outcome === 'unreadable') return 0;
  return errors > 0 ? 1 : explanations > 0 ? 2 : outcome === 'findings' ? 3 : 4;
}

const OUTCOMES: readonly (readonly [Tone, Text])[] = [
  ['bad', messages.outcomeUnreadable],
  ['bad', messages.outcomeErrors],
  ['warning', messages.outcomeExplain],
  ['quiet', messages.outcomeNotes],
  ['good', messages.outcomeClean],
];

function OutcomeTag({ row, language }: { row: FileRow; language: Language }): ReactNode {
  const [tone, label] = OUTCOMES[rankOf(row)]!;
  return <Tag tone={tone}>{label[language]}</Tag>;
}

function DecidedTag({
  decided,
  language,
}: {
  readonly decided: DecisionKind | undefined;
  readonly language: Language;
}): ReactNode {
  if (decided === 'accept') return <Tag tone="brand">{messages.tagAccepted[language]}</Tag>;
  if (decided === 'exclude') return <Tag tone="quiet">{messages.tagExcluded[language]}</Tag>;
  return null;
}

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
  },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  search: { minWidth: '12rem', maxWidth: '100%' },
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    color: tokens.colorNeutralForeground1,
  },
});
