import { ProgressBar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from '../frame/language';
import { FINDING_GROUPS, type FindingGroup, type GroupCounts, type ShownForm } from './form';
import { useGroupLooks } from './group-looks';
import { departmentWords as messages } from './messages';

const useStyles = makeStyles({
  card: {
    padding: '14px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  reporter: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: {
    margin: '2px 0 0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  whole: { whiteSpace: 'nowrap' },
  progress: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    margin: '12px 0 6px',
    fontSize: tokens.fontSizeBase300,
  },
  share: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, 1fr)',
    gap: '6px',
    marginTop: '12px',
  },
  count: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '1px',
    padding: '7px 2px 6px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    cursor: 'pointer',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': { cursor: 'default', border: '1px solid transparent' },
  },
  none: { color: tokens.colorNeutralForeground3, backgroundColor: tokens.colorNeutralBackground3 },
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  label: { fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

export interface SummaryProps {
  readonly form: ShownForm;
  readonly counts: GroupCounts;
  readonly onGroup: (group: FindingGroup) => void;
}

/** Whose form it is, how far it is filled in, and how many findings there are of each kind. */
export function Summary({ form, counts, onGroup }: SummaryProps) {
  const styles = useStyles();
  const words = useWords();
  const { reporter, period, plans, due, coordinator, filled, total } = form;
  const isFull = filled === total;
  return (
    <section className={styles.card} aria-label={words(messages.progress)}>
      <h2 className={styles.reporter}>{words(reporter)}</h2>
      <p className={styles.line}>
        {words(plans)} <span className={styles.whole}>{words(period)}</span>
      </p>
      <p className={styles.line}>{words(messages.due, { due, coordinator })}</p>
      <div className={styles.progress}>
        <span>{words(messages.filled, { filled, total })}</span>
        <span className={styles.share}>
          {total === 0 ? '' : `${Math.floor((filled / total) * 100)}%`}
        </span>
      </div>
      <ProgressBar
        value={total === 0 ? 1 : filled / total}
        thickness="large"
        color={isFull ? 'success' : 'brand'}
        aria-label={words(messages.progress)}
      />
      <div className={styles.counts}>
        {FINDING_GROUPS.map((group) => (
          <Count key={group} group={group} count={counts[group]} onGroup={onGroup} />
        ))}
      </div>
    </section>
  );
}

interface CountProps {
  readonly group: FindingGroup;
  readonly count: number;
  readonly onGroup: (group: FindingGroup) => void;
}

function Count({ group, count, onGroup }: CountProps) {
  const styles = useStyles();
  const looks = useGroupLooks()(group);
  const words = useWords();
  const name = words(messages[group]);
  return (
    <button
      type="button"
      className={mergeClasses(styles.count, looks.fill, looks.text, count === 0 && styles.none)}
      disabled={count === 0}
      title={words(messages.groupHint, { name, count })}
      onClick={() => {
        onGroup(group);
      }}
    >
      <span className={styles.number}>{count}</span> <span className={styles.label}>{name}</span>
    </button>
  );
}
