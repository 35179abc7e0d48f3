import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** What a skipped test says. */
export const CHROMIUM_MISSING =
  'Chromium is not installed (Debian package chromium, or name the program in CHROMIUM_PATH): skipped';
/** Starting the browser and bundling what it runs, on a slow machine. */
export const BROWSER_TIMEOUT = 240_000;

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The program's path, null where it is not installed. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return CANDIDATES.find((candidate) => existsSync(candidate)) ?? null;
}

/** `describe` where Chromium is installed; elsewhere one skipped test that names the package. */
export function describeWithChromium(name: string, suite: () => void): void {
  if (findChromium()) describe(name, suite);
  else
    describe(name, () => {
      test.skip(CHROMIUM_MISSING, () => undefined);
    });
}

/**
 * Starts the browser; whoever starts it closes it. All that it asks for, its own services' requests
 * included, goes to `proxy`, such as the origin of a LocalSite, which writes down what is not its own.
 */
export function launchChromium(proxy: string): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(CHROMIUM_MISSING);
  return chromium.launch({
    executablePath,
    args: [
      ...ARGUMENTS,
      // the services of its own that the browser asks for all the same
      `--gaia-url=${proxy}/`,
      `--component-updater=url-source=${proxy}/`,
      `--autofill-server-url=${proxy}/`,
    ],
    // without this rule the browser asks this machine's own addresses past the proxy
    proxy: { server: proxy, bypass: '<-loopback>' },
  });
}
