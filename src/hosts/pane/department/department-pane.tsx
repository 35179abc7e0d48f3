import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Text } from '../../../core/plan/text';
import { DepartmentView } from '../../../panel/department/department-view';
import type { Notice } from '../../../panel/frame/frame';
import type { DepartmentSession } from './session';

export interface DepartmentPaneProps {
  readonly session: DepartmentSession;
  /** The form is filled in here. */
  readonly fillHere: boolean;
  readonly onNews: (news: Text | null) => void;
  readonly onNotice: (notice: Notice | null) => void;
}

/** The department's pane over its session. */
export function DepartmentPane({ session, fillHere, onNews, onNotice }: DepartmentPaneProps) {
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const { form, problem, failure, news, drafts, doing, checked, declared } = state;
  useEffect(() => {
    onNews(news);
  }, [news, onNews]);
  useEffect(() => {
    const text = failure ?? problem;
    onNotice(text ? { intent: failure ? 'error' : 'warning', text } : null);
  }, [failure, problem, onNotice]);
  const handlers = useMemo(() => handlersOf(session), [session]);
  if (!form) return null;
  return (
    <DepartmentView
      {...handlers}
      {...{ form, drafts, doing, checked, fillHere }}
      declared={declared?.text ?? null}
    />
  );
}

function handlersOf(session: DepartmentSession) {
  return {
    onGoTo: (place: Parameters<DepartmentSession['goTo']>[0]) => void session.goTo(place),
    onDraft: (input: string, text: string) => {
      session.draft(input, text);
    },
    onDiscard: (input: string) => {
      session.discard(input);
    },
    onType: (input: string, text: string) => {
      session.type(input, text);
    },
    onExplain: (input: string) => void session.explain(input),
    onSelfCheck: () => void session.selfCheck(),
    onDeclare: () => void session.declare(),
    onSave: () => void session.save(),
  };
}
