import {
  MessageBar,
  MessageBarBody,
  Tab,
  TabList,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Text } from '../../core/plan/text';
import { useWords } from '../frame/language';
import { Actions, type Doing } from './actions';
import { countGroups, type FindingGroup, type ShownForm, type ShownPlace } from './form';
import { Findings, groupHeadingId } from './findings';
import { PLACE_ATTRIBUTE } from './form-inputs';
import { FormTable } from './form-table';
import { departmentWords as messages } from './messages';
import { StrayDrafts } from './stray-drafts';
import { Summary } from './summary';

/** From here on the form and the findings stand side by side. */
const WIDE = '@media (min-width: 1080px)';
const NARROW = '@media (max-width: 1079px)';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', height: '100%' },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: '12px',
    boxSizing: 'border-box',
  },
  apart: { [WIDE]: { overflow: 'hidden', padding: 0 } },
  single: { maxWidth: '720px', width: '100%', boxSizing: 'border-box', margin: '0 auto' },
  sides: {
    [WIDE]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 400px',
      gridTemplateRows: '100%',
      height: '100%',
    },
  },
  form: { minWidth: 0, [WIDE]: { overflow: 'auto', padding: '0 12px 12px' } },
  findings: { [WIDE]: { overflow: 'auto', order: 2, padding: '12px 12px 12px 0' } },
  tabs: { margin: '8px 0', [WIDE]: { display: 'none' } },
  away: { [NARROW]: { display: 'none' } },
  verdict: { marginTop: '12px' },
  verdictText: { whiteSpace: 'normal', paddingTop: '6px', paddingBottom: '6px' },
  calm: {
    margin: '16px 4px',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase400,
  },
});

export interface DepartmentViewProps {
  readonly form: ShownForm;
  readonly drafts: ReadonlyMap<string, string>;
  readonly doing: Doing | null;
  readonly checked: Text | null;
  /** What is said once the form is final; null before. */
  readonly declared: Text | null;
  /** The form is filled in here, for want of a program that shows it. */
  readonly fillHere: boolean;
  readonly onGoTo: (place: ShownPlace) => void;
  readonly onDraft: (input: string, text: string) => void;
  readonly onDiscard: (input: string) => void;
  readonly onType: (input: string, text: string) => void;
  readonly onExplain: (input: string) => void;
  readonly onSelfCheck: () => void;
  readonly onDeclare: () => void;
  readonly onSave: () => void;
}

type Side = 'form' | 'findings';

/** Everything that a department sees of its form. */
export function DepartmentView(props: DepartmentViewProps) {
  const { form, drafts, doing, checked, declared, fillHere } = props;
  const styles = useStyles();
  const words = useWords();
  const [side, setSide] = useState<Side>('form');
  const [closed, setClosed] = useState<ReadonlySet<FindingGroup>>(new Set(['open', 'note']));
  const [wanted, setWanted] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const counts = countGroups(form.findings);

  useEffect(() => {
    // what is wanted may have been hidden until now
    if (wanted === null || !root.current) return;
    const found = root.current.querySelector<HTMLElement>(wanted);
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
    setWanted(null);
  }, [wanted]);
  useFocusAfterWriting(root, doing);

  const toggle = (group: FindingGroup) => {
    const next = new Set(closed);
    if (!next.delete(group)) next.add(group);
    setClosed(next);
  };
  const showGroup = (group: FindingGroup) => {
    const next = new Set(closed);
    next.delete(group);
    setClosed(next);
    setSide('findings');
    setWanted(`#${groupHeadingId(group)}`);
  };
  const goTo = (place: ShownPlace) => {
    if (!fillHere) {
      props.onGoTo(place);
      return;
    }
    setSide('form');
    setWanted(`[${PLACE_ATTRIBUTE}=${JSON.stringify(`${place.sheet}!${place.cell}`)}]`);
  };
  const isBlank = form.filled === 0 && counts.error + counts.explain === 0;
  return (
    <div className={styles.view} ref={root}>
      <div className={mergeClasses(styles.scroll, fillHere && styles.apart)}>
        <div className={fillHere ? styles.sides : styles.single}>
          <div className={mergeClasses(fillHere && styles.findings)}>
            <Summary form={form} counts={counts} onGroup={showGroup} />
            {(declared ?? checked) && (
              <div className={styles.verdict}>
                <MessageBar
                  layout="multiline"
                  intent={declared || isClean(counts) ? 'success' : 'warning'}
                >
                  <MessageBarBody className={styles.verdictText}>
                    {words((declared ?? checked)!)}
                  </MessageBarBody>
                </MessageBar>
              </div>
            )}
            {fillHere && (
              <TabList
                className={styles.tabs}
                selectedValue={side}
                onTabSelect={(_, { value }) => {
                  setSide(value as Side);
                }}
              >
                <Tab value="form">{words(messages.fill)}</Tab>
                <Tab value="findings">{words(messages.findings)}</Tab>
              </TabList>
            )}
            <div className={mergeClasses(fillHere && side === 'form' && styles.away)}>
              {!declared && isClean(counts) && (
                <p className={styles.calm}>{words(messages.nothingLeft)}</p>
              )}
              {!fillHere && isBlank && !isClean(counts) && (
                <p className={styles.calm}>{words(messages.nothingYet)}</p>
              )}
              <StrayDrafts {...props} isBusy={doing !== null} />
              <Findings
                findings={form.findings}
                closed={closed}
                onToggle={toggle}
                drafts={drafts}
                isBusy={doing !== null || declared !== null}
                onGoTo={goTo}
                onDraft={props.onDraft}
                onDiscard={props.onDiscard}
                onExplain={props.onExplain}
              />
            </div>
          </div>
          {fillHere && (
            <div className={mergeClasses(styles.form, side === 'findings' && styles.away)}>
              <FormTable
                form={form}
                drafts={drafts}
                onType={props.onType}
                isFinal={declared !== null}
              />
            </div>
          )}
        </div>
      </div>
      <Actions
        counts={counts}
        coordinator={form.coordinator}
        doing={doing}
        isFinal={declared !== null}
        canSave={fillHere}
        onSelfCheck={props.onSelfCheck}
        onDeclare={props.onDeclare}
        onSave={props.onSave}
        onGroup={showGroup}
      />
    </div>
  );
}

function isClean({ error, explain, open }: ReturnType<typeof countGroups>): boolean {
  return error + explain + open === 0;
}

/** A written explanation takes its box away; the focus goes on to the next thing to do. */
function useFocusAfterWriting(
  root: React.RefObject<HTMLDivElement | null>,
  doing: Doing | null,
): void {
  const before = useRef(doing);
  useEffect(() => {
    const wasWriting = before.current === 'writing';
    before.current = doing;
    const { activeElement, body } = document;
    if (!wasWriting || doing !== null || (activeElement && activeElement !== body)) return;
    const next = [`#${groupHeadingId('explain')} ~ ul textarea`, 'button[id^="findings-"]'];
    for (const selector of next) {
      const found = root.current?.querySelector<HTMLElement>(selector);
      if (!found) continue;
      found.focus();
      return;
    }
  }, [root, doing]);
}
