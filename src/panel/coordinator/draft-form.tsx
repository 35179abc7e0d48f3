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
import { FileButton } from './drop-zone';
import { isDate } from './is-date';
import { coordinatorMessages as messages } from './messages';
import type { PageProps, RoundDraft } from './model';
import { labelOf } from './period-label';

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

/** For which period the round asks, by when, how it is cut, and what is carried over. */
export function DraftForm({ state, events, language }: PageProps): ReactNode {
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

/** The years of the chosen plans, the last choice among them. */
function yearsOf({ plans, chosen }: PageProps['state'], year: number): number[] {
  const own = (plans ?? []).filter(({ id }) => chosen.includes(id));
  const first = Math.min(year, ...own.map(({ startYear }) => startYear));
  const last = Math.max(year, ...own.map(({ endYear }) => endYear));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const useStyles = makeStyles({
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
});
