import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useId } from 'react';
import { useWords } from '../frame/language';
import { ExplanationBox, type ExplanationHandlers } from './explanation-box';
import { FINDING_GROUPS, type FindingGroup, type ShownFinding, type ShownPlace } from './form';
import { useGroupLooks } from './group-looks';
import { departmentWords as messages } from './messages';

const useStyles = makeStyles({
  group: { marginTop: '14px' },
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    padding: '4px 2px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  title: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  list: { listStyle: 'none', margin: '6px 0 0', padding: 0, display: 'grid', gap: '8px' },
  tight: { gap: '2px' },
  card: {
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: '4px solid',
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    overflowWrap: 'anywhere',
  },
  cardHead: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  name: {
    flexGrow: 1,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
  },
  place: {
    flexShrink: 0,
    minWidth: 'auto',
    color: tokens.colorBrandForegroundLink,
    fontVariantNumeric: 'tabular-nums',
  },
  message: {
    margin: '2px 0 0',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase300,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 4px 2px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
});

export interface FindingsProps extends ExplanationHandlers {
  readonly findings: readonly ShownFinding[];
  readonly onGoTo: (place: ShownPlace) => void;
  readonly closed: ReadonlySet<FindingGroup>;
  readonly onToggle: (group: FindingGroup) => void;
}

export function groupHeadingId(group: FindingGroup): string {
  return `findings-${group}`;
}

/** The findings by what they ask for: correct, explain, fill in, know. */
export function Findings(props: FindingsProps) {
  const { findings } = props;
  return FINDING_GROUPS.map((group) => {
    const own = findings.filter((finding) => finding.group === group);
    return own.length === 0 ? null : <Group key={group} {...props} group={group} findings={own} />;
  });
}

function Group({ group, closed, onToggle, ...props }: FindingsProps & { group: FindingGroup }) {
  const styles = useStyles();
  const looks = useGroupLooks()(group);
  const words = useWords();
  const list = useId();
  const isOpen = !closed.has(group);
  const { findings } = props;
  // an explanation is asked for once in a row, at its first finding
  const asked = new Set<string>();
  return (
    <section className={styles.group}>
      <button
        type="button"
        id={groupHeadingId(group)}
        className={mergeClasses(styles.heading, looks.text)}
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => {
          onToggle(group);
        }}
      >
        {isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        <h3 className={styles.title}>
          {words(messages.count, { name: words(messages[group]), count: findings.length })}
        </h3>
      </button>
      <ul
        id={list}
        className={mergeClasses(styles.list, group === 'open' && styles.tight)}
        hidden={!isOpen}
        style={isOpen ? undefined : { display: 'none' }}
      >
        {findings.map((finding) => {
          const input = finding.explains?.input;
          const isFirst = input !== undefined && !asked.has(input);
          if (input !== undefined) asked.add(input);
          return (
            <li key={finding.id}>
              {group === 'open' ? (
                <Line finding={finding} onGoTo={props.onGoTo} />
              ) : (
                <Card {...props} finding={finding} isFirst={isFirst} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface CardProps extends Omit<FindingsProps, 'closed' | 'onToggle' | 'findings'> {
  readonly finding: ShownFinding;
  readonly isFirst: boolean;
}

function Card({ finding, isFirst, onGoTo, ...handlers }: CardProps) {
  const { group, name, message, explains } = finding;
  const styles = useStyles();
  const looks = useGroupLooks()(group);
  const words = useWords();
  const shownName = name ?? words(messages.wholeFile);
  return (
    <article className={mergeClasses(styles.card, looks.edge)}>
      <div className={styles.cardHead}>
        <span className={styles.name}>{shownName}</span>
        <GoTo finding={finding} onGoTo={onGoTo} />
      </div>
      <p className={styles.message}>{words(message)}</p>
      {explains && isFirst && (
        <ExplanationBox
          {...handlers}
          name={shownName}
          explains={explains}
          isExplained={group === 'note'}
        />
      )}
    </article>
  );
}

function Line({ finding, onGoTo }: Pick<CardProps, 'finding' | 'onGoTo'>) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.line}>
      <span className={styles.name} style={{ fontWeight: 'normal' }}>
        {finding.name ?? words(finding.message)}
      </span>
      <GoTo finding={finding} onGoTo={onGoTo} />
    </div>
  );
}

function GoTo({ finding, onGoTo }: Pick<CardProps, 'finding' | 'onGoTo'>) {
  const styles = useStyles();
  const words = useWords();
  const { place, name } = finding;
  if (!place) return null;
  const label = words(messages.goTo, { cell: place.cell });
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.place}
      title={label}
      aria-label={name === null ? label : `${label}：${name}`}
      onClick={() => {
        onGoTo(place);
      }}
    >
      {place.cell}
    </Button>
  );
}
