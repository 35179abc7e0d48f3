import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import type { Text } from '../../core/plan/text';
import { CollectPage } from './collect-page';
import { CompilePage } from './compile-page';
import { IssuePage } from './issue-page';
import { coordinatorMessages as messages } from './messages';
import { TABS, type PageProps, type Tab as TabId } from './model';
import { PlanPage } from './plan-page';
import { WorkLine } from './work-line';

const TAB_LABELS: Readonly<Record<TabId, Text>> = {
  plan: messages.tabPlan,
  issue: messages.tabIssue,
  collect: messages.tabCollect,
  compile: messages.tabCompile,
};
const PAGES: Readonly<Record<TabId, (props: PageProps) => ReactNode>> = {
  plan: PlanPage,
  issue: IssuePage,
  collect: CollectPage,
  compile: CompilePage,
};

/** The coordinator's pane: four pages in the order of the work. */
export function CoordinatorView(props: PageProps): ReactNode {
  const { state, events, language } = props;
  const styles = useStyles();
  const { tab, notice, work } = state;
  const Page = PAGES[tab];
  return (
    <div className={styles.pane}>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        aria-label={messages.pane[language]}
        onTabSelect={(_, { value }) => {
          events.setTab(value as TabId);
        }}
      >
        {TABS.map((id) => (
          <Tab key={id} value={id} id={`coordinator-tab-${id}`} aria-controls="coordinator-page">
            {TAB_LABELS[id][language]}
          </Tab>
        ))}
      </TabList>
      <div
        role="tabpanel"
        id="coordinator-page"
        aria-labelledby={`coordinator-tab-${tab}`}
        className={styles.page}
      >
        {work && (
          <WorkLine
            work={work}
            language={language}
            onCancel={() => {
              events.cancel();
            }}
          />
        )}
        <div aria-live="polite">
          {notice && (
            <MessageBar intent={notice.intent} layout="multiline">
              <MessageBarBody className={styles.notice}>{notice.text[language]}</MessageBarBody>
              <MessageBarActions
                containerAction={
                  <Button
                    appearance="transparent"
                    icon={<DismissRegular />}
                    aria-label={messages.close[language]}
                    onClick={() => {
                      events.closeNotice();
                    }}
                  />
                }
              />
            </MessageBar>
          )}
        </div>
        <Page {...props} />
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    maxWidth: '68rem',
    boxSizing: 'border-box',
    margin: '0 auto',
    color: tokens.colorNeutralForeground1,
  },
  tabs: { padding: '0 4px', flexWrap: 'wrap' },
  notice: {
    whiteSpace: 'normal',
    paddingTop: '6px',
    paddingBottom: '6px',
    overflowWrap: 'anywhere',
  },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px',
    minWidth: 0,
  },
});
