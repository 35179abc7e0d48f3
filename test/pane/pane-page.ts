import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bundle } from '../office/bundle';
import { launchChromium } from '../office/chromium';
import { LocalSite } from '../office/local-site';
import { hostQuery } from '../hosts/office/double/install';
import { paneFiles } from './built-pane';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The built pane on a site of this machine, with a browser. */
export interface PaneSite {
  readonly site: LocalSite;
  readonly browser: Browser;
  readonly doubleScript: string;
  readonly close: () => Promise<void>;
}

export async function openPaneSite(): Promise<PaneSite> {
  const site = await LocalSite.open(paneFiles());
  const browser = await launchChromium(site.origin);
  return {
    ...{ site, browser },
    doubleScript: await bundle(path.join(__dirname, 'double-entry.ts')),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

export interface PanePage {
  readonly page: Page;
  /** What went wrong in the page, and what its policy refused. */
  readonly errors: string[];
  readonly close: () => Promise<void>;
}

const LOOKS = { locale: 'zh-CN', viewport: { width: 450, height: 900 } } as const;

/** Opens the page for a plain browser. */
export async function openWebPane(
  { browser, site }: PaneSite,
  looks: BrowserContextOptions = {},
): Promise<PanePage> {
  const opened = await openPage(browser, looks);
  await opened.page.goto(`${site.origin}/index.html`);
  return opened;
}

/** Opens the page for Excel, with the double in it that shows this workbook. */
export async function openOfficePane(
  { browser, site, doubleScript }: PaneSite,
  workbook: Uint8Array,
  { version = '1.14', ...looks }: BrowserContextOptions & { version?: string } = {},
): Promise<PanePage> {
  const opened = await openPage(browser, looks);
  const given = JSON.stringify([Buffer.from(workbook).toString('base64'), { version }]);
  await opened.page.addInitScript({
    // not in frames that office.js may add
    content: `if (window === top) { ${doubleScript}\ninstallDouble(...${given}); }`,
  });
  await opened.page.goto(`${site.origin}/office.html${hostQuery()}`);
  return opened;
}

async function openPage(browser: Browser, looks: BrowserContextOptions): Promise<PanePage> {
  const context = await browser.newContext({ ...LOOKS, ...looks });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors, close: () => context.close() };
}

/** What axe-core finds serious or critical, by rule and place. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(
    // Fluent's guards of the focus, which no person stops at
    `axe.run({ exclude: ['[data-tabster-dummy]'] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** The findings that the pane shows, each as its group, its name, its cell and its words. */
export function shownFindings(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button[id^="findings-"]')].flatMap((heading) => {
      const group = heading.id.slice('findings-'.length);
      const items = heading.parentElement?.querySelectorAll('li') ?? [];
      return [...items].map((item) => {
        const text = (selector: string) => item.querySelector(selector)?.textContent ?? '';
        return [group, text('span'), text('button[title]'), text('p')].join('|');
      });
    }),
  );
}
