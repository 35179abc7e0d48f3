import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Frequency, Indicator } from '../../core/plan/schema';
import { fill, type Language, type Text } from '../../core/plan/text';
import { kindLabels } from '../../core/template/messages';
import { targetText } from '../../core/template/target-text';
import { DataTable, type Column } from './data-table';
import { coordinatorMessages as messages } from './messages';

const FREQUENCY_LABELS: Readonly<Record<Frequency, Text>> = {
  month: messages.frequencyMonth,
  quarter: messages.frequencyQuarter,
  half: messages.frequencyHalf,
  year: messages.frequencyYear,
};

/** A plan's indicators; each opens to the plan's own words. */
export function IndicatorTable({
  indicators,
  language,
  empty,
}: {
  readonly indicators: readonly Indicator[];
  readonly language: Language;
  readonly empty: string;
}): ReactNode {
  return (
    <DataTable
      label={messages.indicatorsTitle}
      language={language}
      columns={columnsIn(language)}
      rows={indicators}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      detail={(indicator) => <IndicatorDetail indicator={indicator} language={language} />}
      empty={empty}
    />
  );
}

function columnsIn(language: Language): Column<Indicator>[] {
  return [
    {
      id: 'name',
      label: messages.colIndicator,
      width: 9,
      cell: ({ name }) => name,
      sort: ({ name }) => name,
    },
    {
      id: 'section',
      label: messages.colSection,
      width: 6,
      cell: ({ section }) => section.at(-1) ?? '',
      sort: ({ section }) => section.join(' '),
    },
    {
      id: 'target',
      label: messages.colTarget,
      width: 6,
      cell: (indicator) => wordedTarget(indicator)[language],
    },
    {
      id: 'kind',
      label: messages.colKind,
      width: 4,
      cell: ({ kind }) => kindLabels[kind][language],
      sort: ({ kind }) => kindLabels[kind][language],
    },
    {
      id: 'lead',
      label: messages.colLead,
      width: 5,
      cell: ({ leadUnit }) => leadUnit ?? messages.noLead[language],
      sort: ({ leadUnit }) => leadUnit ?? '',
    },
  ];
}

function wordedTarget({ target, measureUnit }: Indicator): Text {
  const text = targetText(target, measureUnit);
  const message = target.everyYear ? messages.targetEveryYear : messages.targetInYear;
  return fill(message, { target: text, year: target.year });
}

function IndicatorDetail({
  indicator,
  language,
}: {
  readonly indicator: Indicator;
  readonly language: Language;
}): ReactNode {
  const styles = useStyles();
  const { section, quotes, supportingUnits, note, frequency, soft } = indicator;
  const facts: [Text, string][] = [
    [messages.colSection, section.join(' › ')],
    [messages.supporting, supportingUnits.join('、')],
    [messages.frequency, soft ? messages.soft[language] : FREQUENCY_LABELS[frequency][language]],
    [messages.note, note ?? ''],
  ];
  return (
    <div className={styles.detail}>
      {quotes.map(({ text, start }) => (
        <blockquote key={start} className={styles.quote}>
          {text}
        </blockquote>
      ))}
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label.en} className={styles.fact}>
              <dt className={styles.label}>{label[language]}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

const useStyles = makeStyles({
  detail: { display: 'flex', flexDirection: 'column', gap: '8px' },
  quote: {
    margin: 0,
    paddingLeft: '10px',
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
    lineHeight: '1.7',
    whiteSpace: 'pre-wrap',
  },
  facts: { margin: 0, display: 'flex', flexDirection: 'column', gap: '3px' },
  fact: { display: 'flex', gap: '8px', fontSize: tokens.fontSizeBase200 },
  label: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
});
