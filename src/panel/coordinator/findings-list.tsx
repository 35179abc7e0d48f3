import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Severity } from '../../core/plan/schema';
import { fill, type Language, type Text } from '../../core/plan/text';
import { coordinatorMessages as messages } from './messages';
import type { FileRow } from './model';
import { Tag, type Tone } from './tag';

const SEVERITIES: Readonly<Record<Severity, readonly [Tone, Text]>> = {
  error: ['bad', messages.severityError],
  explain: ['warning', messages.severityExplain],
  note: ['quiet', messages.severityNote],
};

/** What was found in one file, the gravest first; or why it could not be read. */
export function FindingsList({
  row,
  language,
}: {
  readonly row: FileRow;
  readonly language: Language;
}): ReactNode {
  const styles = useStyles();
  if (row.reason) return <div>{row.reason[language]}</div>;
  if (row.findings.length === 0) return <div>{messages.noFinding[language]}</div>;
  const count = row.errors + row.explanations + row.notes;
  return (
    <>
      <ul className={styles.list}>
        {row.findings.map(({ severity, sheet, cell, name, message, rule }, index) => {
          const [tone, label] = SEVERITIES[severity];
          const place = [sheet, cell].filter((part) => part !== null).join('!');
          return (
            // the same rule may speak twice of a cell
            <li key={`${index} ${rule}`} className={styles.item}>
              <Tag tone={tone}>{label[language]}</Tag>
              <div className={styles.words}>
                <div>{message[language]}</div>
                {(name !== null || place !== '') && (
                  <div className={styles.place}>
                    {[name, place].filter((part) => part !== null && part !== '').join(' · ')}
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {count > row.findings.length && (
        <div className={styles.place}>
          {fill(messages.moreFindings, { shown: row.findings.length, count })[language]}
        </div>
      )}
    </>
  );
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  item: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  words: { minWidth: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  place: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
