import { createRoot } from 'react-dom/client';
import { LANGUAGES } from '../../core/plan/text';
import { Frame } from '../../panel/frame/frame';
import { APPEARANCES } from '../../panel/frame/theme';
import { browserLanguage } from './browser-language';
import { BUILD, VERSION } from './build';
import { storedChoices } from './choices';
import { Pane, type Opener } from './pane';
import type { Port, PortFailure } from './port';
import { useChoice } from './use-choice';

/** Shows the pane in the page. */
export function startPane(port: Port, opener: Opener | null = null): void {
  rootOf().render(<Pane port={port} opener={opener} />);
}

/** Shows why there is no program to talk to. */
export function startWithout(failure: PortFailure): void {
  rootOf().render(<NoPort failure={failure} />);
}

function rootOf() {
  return createRoot(document.getElementById('pane')!);
}

const choices = storedChoices();

function NoPort({ failure }: { failure: PortFailure }) {
  const [language, setLanguage] = useChoice(choices, 'language', LANGUAGES, browserLanguage());
  const [appearance, setAppearance] = useChoice(choices, 'appearance', APPEARANCES, 'auto');
  return (
    <Frame
      {...{ language, appearance }}
      onLanguage={setLanguage}
      onAppearance={setAppearance}
      version={VERSION}
      build={BUILD}
      program={null}
      status={null}
      notice={{ intent: 'error', text: failure.text }}
      onDismiss={() => undefined}
    >
      {null}
    </Frame>
  );
}
