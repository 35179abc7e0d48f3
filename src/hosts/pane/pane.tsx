import { Button, Spinner, makeStyles } from '@fluentui/react-components';
import {
  lazy,
  startTransition,
  Suspense,
  useCallback,
  useEffect,
  useState,
  type ComponentType,
} from 'react';
import { fill, LANGUAGES, type Language, type Text } from '../../core/plan/text';
import { decodeCarrier } from '../../core/template/carrier';
import { Frame, type Notice } from '../../panel/frame/frame';
import { APPEARANCES } from '../../panel/frame/theme';
import { useWords } from '../../panel/frame/language';
import { departmentWords } from '../../panel/department/messages';
import { OpeningView } from '../../panel/department/opening-view';
import { BUILD, VERSION } from './build';
import { DepartmentPane } from './department/department-pane';
import { DepartmentSession } from './department/session';
import { digestWith } from './digest';
import { FailureBoundary } from './failure-boundary';
import { LeaveDialog } from './leave-dialog';
import { paneMessages } from './messages';
import { PortFailure, type Port } from './port';
import { useChoice } from './use-choice';

/** What a page needs that has no program to open workbooks. */
export interface Opener {
  /** @throws PortFailure, and then the workbook that was open still is */
  open(file: File): Promise<void>;
  /** Puts the open workbook away, with what was entered. */
  close(): void;
  /** Whether leaving the open workbook would lose something. */
  hasUnsaved(): boolean;
}

export interface PaneProps {
  readonly port: Port;
  /** Null where a program opens workbooks. */
  readonly opener: Opener | null;
}

type View =
  | { readonly is: 'reading' | 'opening' | 'coordinator' | 'unread' }
  | { readonly is: 'department'; readonly session: DepartmentSession };

const CoordinatorPane = lazy(
  () =>
    // TypeScript takes the module for CommonJS, whose default export lies one step further in
    import('./coordinator/coordinator-pane.js') as unknown as Promise<{
      default: ComponentType<{ port: Port; language: Language }>;
    }>,
);

const useStyles = makeStyles({
  centre: { display: 'grid', placeItems: 'center', gap: '12px', padding: '48px 16px' },
});

/** The whole pane: the department's where the open workbook is a form of ours, else the coordinator's. */
export function Pane({ port, opener }: PaneProps) {
  const [language, setLanguage] = useChoice(port.choices, 'language', LANGUAGES, port.language);
  const [appearance, setAppearance] = useChoice(port.choices, 'appearance', APPEARANCES, 'auto');
  const [view, setView] = useState<View>({ is: 'reading' });
  const [notice, setNotice] = useState<Notice | null>(null);
  const [news, setNews] = useState<Text | null>(null);
  const [isOpening, setOpening] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const session = view.is === 'department' ? view.session : null;

  const look = useCallback(async () => {
    setView({ is: 'reading' });
    try {
      const grid = await port.readWorkbook();
      if (!grid) setView({ is: opener ? 'opening' : 'coordinator' });
      else if (decodeCarrier(grid).found === 'nothing' && !opener) setView({ is: 'coordinator' });
      else {
        const begun = newSession(port);
        await begun.start(grid);
        // a long form is drawn in pieces, so that the page does not stand still
        startTransition(() => {
          setView({ is: 'department', session: begun });
        });
      }
    } catch (error) {
      if (!(error instanceof PortFailure)) throw error;
      setNotice({ intent: 'error', text: error.text });
      setView({ is: 'unread' });
    }
  }, [port, opener]);
  useEffect(() => {
    void look();
  }, [look]);
  useEffect(() => (session ? () => void session.stop() : undefined), [session]);
  useUnloadWarning(opener);

  const openFile = async (file: File) => {
    setNotice(null);
    setOpening(true);
    try {
      await opener?.open(file);
      await look();
    } catch (error) {
      if (!(error instanceof PortFailure)) throw error;
      setNotice({ intent: 'error', text: error.text });
    } finally {
      setOpening(false);
    }
  };
  const leave = () => {
    opener?.close();
    setNotice(null);
    setView({ is: 'opening' });
  };
  return (
    <Frame
      {...{ language, appearance, notice }}
      onLanguage={setLanguage}
      onAppearance={setAppearance}
      version={VERSION}
      build={BUILD}
      program={port.program}
      status={news}
      onDismiss={() => {
        setNotice(null);
        session?.dismissFailure();
      }}
      actions={
        opener && (view.is === 'department' || view.is === 'coordinator') ? (
          <HomeButton
            onHome={() => {
              if (opener.hasUnsaved() && view.is === 'department') setLeaving(true);
              else leave();
            }}
          />
        ) : undefined
      }
    >
      <FailureBoundary failed={(words) => <Failed words={words} />}>
        {view.is === 'reading' && <Waiting />}
        {view.is === 'unread' && <Unread onAgain={() => void look()} />}
        {view.is === 'opening' && (
          <OpeningView
            isOpening={isOpening}
            onFile={(file) => void openFile(file)}
            onCoordinator={() => {
              setView({ is: 'coordinator' });
            }}
          />
        )}
        {session && (
          <DepartmentPane
            session={session}
            fillHere={port.can.fillHere ?? false}
            onNews={setNews}
            onNotice={setNotice}
          />
        )}
        {view.is === 'coordinator' && (
          <Suspense fallback={<Waiting />}>
            <CoordinatorPane port={port} language={language} />
          </Suspense>
        )}
      </FailureBoundary>
      <LeaveDialog
        isOpen={isLeaving}
        onClose={() => {
          setLeaving(false);
        }}
        onLeave={leave}
      />
    </Frame>
  );
}

function newSession(port: Port): DepartmentSession {
  return new DepartmentSession({
    port,
    digest: digestWith(null),
    now: () => new Date(),
    later: (run, wait) => {
      setTimeout(run, wait);
    },
  });
}

/** Has the browser ask before a page with entries that are nowhere else is closed. */
function useUnloadWarning(opener: Opener | null): void {
  useEffect(() => {
    if (!opener) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      if (opener.hasUnsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
    };
  }, [opener]);
}

function HomeButton({ onHome }: { onHome: () => void }) {
  const words = useWords();
  return (
    <Button size="small" appearance="subtle" onClick={onHome}>
      {words(departmentWords.home)}
    </Button>
  );
}

function Waiting() {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.centre}>
      <Spinner label={words(departmentWords.reading)} labelPosition="below" />
    </div>
  );
}

function Unread({ onAgain }: { onAgain: () => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.centre}>
      <Button onClick={onAgain}>{words(departmentWords.again)}</Button>
    </div>
  );
}

function Failed({ words: cause }: { words: string }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <p className={styles.centre} role="alert">
      {words(fill(paneMessages.bug, { words: cause }))}
    </p>
  );
}
