import {
  Button,
  FluentProvider,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import type { ReactNode } from 'react';
import { LANGUAGES, type Language, type Text } from '../../core/plan/text';
import { InLanguage, useWords } from './language';
import { frameMessages as messages } from './messages';
import { APPEARANCES, themeOf, type Appearance } from './theme';
import { useIsDark } from './use-is-dark';

const useStyles = makeStyles({
  provider: { height: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: '280px' },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 8px 4px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { width: '20px', height: '20px', flexShrink: 0 },
  name: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    whiteSpace: 'nowrap',
  },
  notice: { margin: '8px 12px 0' },
  noticeText: { whiteSpace: 'normal', paddingTop: '6px', paddingBottom: '6px' },
  body: { flexGrow: 1, minHeight: 0, overflow: 'auto' },
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '12px',
    padding: '4px 16px',
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export interface Notice {
  readonly intent: 'error' | 'warning' | 'info' | 'success';
  readonly text: Text;
}

export interface FrameProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly appearance: Appearance;
  readonly onAppearance: (appearance: Appearance) => void;
  readonly version: string;
  readonly build: string;
  /** The program that shows the workbook, as it names itself. */
  readonly program: string | null;
  /** Read out where it changes; not seen. */
  readonly status: Text | null;
  readonly notice: Notice | null;
  readonly onDismiss: () => void;
  /** Buttons of the view, beside the settings. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head, notice, the view, and the line about the add-in. */
export function Frame(props: FrameProps) {
  const isDark = useIsDark(props.appearance);
  const styles = useStyles();
  return (
    <FluentProvider theme={themeOf(isDark)} className={styles.provider}>
      <InLanguage language={props.language}>
        <div className={styles.frame} lang={props.language === 'zh' ? 'zh-CN' : 'en'}>
          <Head {...props} />
          {props.notice && <NoticeBar notice={props.notice} onDismiss={props.onDismiss} />}
          <main className={styles.body}>{props.children}</main>
          <About {...props} />
          <Heard status={props.status} />
        </div>
      </InLanguage>
    </FluentProvider>
  );
}

function Head({ actions, ...settings }: FrameProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <header className={styles.head}>
      <img className={styles.mark} src="icons/app-64.png" alt="" />
      <h1 className={styles.name}>{words(messages.product)}</h1>
      {actions}
      <Settings {...settings} />
    </header>
  );
}

function Settings({ language, onLanguage, appearance, onAppearance }: FrameProps) {
  const words = useWords();
  return (
    <Menu
      checkedValues={{ language: [language], appearance: [appearance] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const [chosen] = checkedItems;
        if (name === 'language') onLanguage(LANGUAGES.find((one) => one === chosen) ?? language);
        else onAppearance(APPEARANCES.find((one) => one === chosen) ?? appearance);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          aria-label={words(messages.settings)}
          title={words(messages.settings)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{words(messages.language)}</MenuGroupHeader>
            {LANGUAGES.map((one) => (
              <MenuItemRadio key={one} name="language" value={one}>
                {words(messages[one])}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{words(messages.appearance)}</MenuGroupHeader>
            {APPEARANCES.map((one) => (
              <MenuItemRadio key={one} name="appearance" value={one}>
                {words(messages[one])}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function NoticeBar({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.notice} role="alert">
      <MessageBar intent={notice.intent} layout="multiline">
        <MessageBarBody className={styles.noticeText}>{words(notice.text)}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={words(messages.close)}
              onClick={onDismiss}
            />
          }
        />
      </MessageBar>
    </div>
  );
}

function About({ version, build, program }: FrameProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <footer className={styles.about}>
      <span>{words(messages.offline)}</span>
      <span title={program ?? undefined}>{words(messages.about, { version, build })}</span>
    </footer>
  );
}

function Heard({ status }: Pick<FrameProps, 'status'>) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.heard} role="status" aria-live="polite">
      {status ? words(status) : ''}
    </div>
  );
}
