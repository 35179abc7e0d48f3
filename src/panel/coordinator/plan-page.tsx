import {
  Button,
  Checkbox,
  makeStyles,
  mergeClasses,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fill } from '../../core/plan/text';
import { FileButton } from './drop-zone';
import { IndicatorTable } from './indicator-table';
import { coordinatorMessages as messages } from './messages';
import type { PageProps, PlanSummary } from './model';
import { RefusedPlanNotice } from './refused-plan';
import { searchIndicators } from './search-indicators';
import { Section } from './section';
import { Tag } from './tag';

/** Plans to choose, and the indicators of the one that is looked at. */
export function PlanPage({ state, events, language }: PageProps): ReactNode {
  const styles = useStyles();
  const { plans, chosen, shown, indicatorSearch, refusedPlan, work } = state;
  const found = shown && searchIndicators(shown.indicators, indicatorSearch);
  const isBusy = work !== null;
  return (
    <>
      <Section
        title={messages.plansTitle[language]}
        aside={
          <FileButton
            text={messages.importPlan[language]}
            isDisabled={isBusy}
            isMultiple
            accept=".json,.xlsx,.xlsm,.txt"
            onFiles={(files) => {
              events.importPlan(files);
            }}
          />
        }
      >
        <p className={styles.hint}>{messages.plansHint[language]}</p>
        {refusedPlan && (
          <RefusedPlanNotice
            refused={refusedPlan}
            language={language}
            onClose={() => {
              events.closeRefusedPlan();
            }}
          />
        )}
        <ul className={styles.plans}>
          {(plans ?? []).map((plan) => (
            <PlanItem
              key={plan.id}
              plan={plan}
              language={language}
              isChosen={chosen.includes(plan.id)}
              isShown={shown?.id === plan.id}
              onChoose={(isChosen) => {
                events.choosePlan(plan.id, isChosen);
              }}
              onShow={() => {
                events.showPlan(plan.id);
              }}
            />
          ))}
        </ul>
        <p className={styles.hint}>{messages.importHint[language]}</p>
        {chosen.length > 0 && (
          <div>
            <Button
              appearance="primary"
              onClick={() => {
                events.setTab('issue');
              }}
            >
              {messages.nextIssue[language]}
            </Button>
          </div>
        )}
      </Section>
      {shown && found && (
        <Section
          title={messages.indicatorsTitle[language]}
          aside={
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => {
                events.exportPlan(shown.id);
              }}
            >
              {messages.exportPlan[language]}
            </Button>
          }
        >
          <p className={styles.planTitle}>{shown.title}</p>
          <SearchBox
            className={styles.search}
            value={indicatorSearch}
            placeholder={messages.searchIndicators[language]}
            aria-label={messages.searchIndicators[language]}
            onChange={(_, { value }) => {
              events.searchIndicators(value);
            }}
          />
          <div className={styles.hint} aria-live="polite">
            {
              fill(
                indicatorSearch.trim() === '' ? messages.indicatorCount : messages.indicatorFound,
                { count: shown.indicators.length, found: found.length },
              )[language]
            }
          </div>
          <IndicatorTable
            key={shown.id}
            indicators={found}
            language={language}
            empty={fill(messages.noIndicatorFound, { query: indicatorSearch })[language]}
          />
        </Section>
      )}
    </>
  );
}

interface PlanItemProps {
  readonly plan: PlanSummary;
  readonly language: PageProps['language'];
  readonly isChosen: boolean;
  readonly isShown: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onShow: () => void;
}

function PlanItem({ plan, language, isChosen, isShown, onChoose, onShow }: PlanItemProps) {
  const styles = useStyles();
  const { title, startYear, endYear, indicators, issuer, origin } = plan;
  return (
    <li className={mergeClasses(styles.plan, isShown && styles.shown)}>
      <Checkbox
        checked={isChosen}
        aria-label={fill(messages.includePlan, { title })[language]}
        onChange={(_, { checked }) => {
          onChoose(checked === true);
        }}
      />
      <button type="button" className={styles.planButton} aria-pressed={isShown} onClick={onShow}>
        <span className={styles.planName}>
          {title}{' '}
          {origin === 'imported' && <Tag tone="brand">{messages.planImported[language]}</Tag>}
        </span>
        <span className={styles.planLine}>
          {
            fill(messages.planLine, {
              ...{ start: startYear, end: endYear, count: indicators, issuer },
            })[language]
          }
        </span>
      </button>
    </li>
  );
}

const useStyles = makeStyles({
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  plans: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  plan: {
    display: 'flex',
    alignItems: 'flex-start',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  shown: { border: `1px solid ${tokens.colorBrandStroke1}` },
  planButton: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    textAlign: 'left',
    flexGrow: 1,
    minWidth: 0,
    padding: '7px 10px 8px 0',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  planName: { lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  planLine: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  planTitle: { margin: 0, color: tokens.colorNeutralForeground2 },
  search: { maxWidth: '100%', width: '26rem' },
});
