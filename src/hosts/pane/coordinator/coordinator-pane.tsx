import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '../../../core/plan/text';
import { CoordinatorView } from '../../../panel/coordinator/coordinator-view';
import type { Port } from '../port';
import { callWorker } from '../worker/call-worker';
import { askedTab } from './asked-tab';
import { CoordinatorActions } from './actions';
import type { CoordinatorCalls } from './coordinator-calls';
import { CoordinatorStore } from './coordinator-store';
import { startCoordinatorWorker } from './start-worker';

interface Session {
  readonly store: CoordinatorStore;
  readonly actions: CoordinatorActions;
}

/** One for the page: what was opened and typed stays when the pane shows something else for a while. */
let session: Session | null = null;

function sessionOf(port: Port): Session {
  if (session?.store.port === port) return session;
  const call = callWorker<CoordinatorCalls>(startCoordinatorWorker());
  const store = new CoordinatorStore(call, port, () => new Date());
  const tab = askedTab(location.search);
  if (tab) store.set({ tab });
  session = { store, actions: new CoordinatorActions(store) };
  return session;
}

/** The coordinator's pane over whichever program holds it. */
export default function CoordinatorPane({
  port,
  language,
}: {
  readonly port: Port;
  readonly language: Language;
}): ReactNode {
  const [{ store, actions }] = useState(() => sessionOf(port));
  return <Coordinator {...{ store, actions, language }} />;
}

/** The same over a store that is there already. */
export function Coordinator({
  store,
  actions,
  language,
}: Session & { readonly language: Language }): ReactNode {
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  useEffect(() => {
    store.language = language;
  }, [store, language]);
  useEffect(() => {
    void actions.start();
  }, [actions]);
  useEffect(() => keepDropsOut(), []);
  useEffect(() => (state.isUnsaved ? warnBeforeLeaving() : undefined), [state.isUnsaved]);
  return (
    <CoordinatorView
      state={state}
      events={actions}
      language={language}
      canOpen={store.port.can.openWorkbook}
    />
  );
}

/** Has the browser ask before a page is closed with a round that is nowhere else. */
function warnBeforeLeaving(): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  return () => {
    window.removeEventListener('beforeunload', warn);
  };
}

/** A file that is dropped beside its place must not replace the page. */
function keepDropsOut(): () => void {
  const keep = (event: Event) => {
    event.preventDefault();
  };
  window.addEventListener('dragover', keep);
  window.addEventListener('drop', keep);
  return () => {
    window.removeEventListener('dragover', keep);
    window.removeEventListener('drop', keep);
  };
}
