import type { Browser } from 'playwright-core';
import { BROWSER_TIMEOUT, describeWithChromium, launchChromium } from './chromium';
import { LocalSite } from './local-site';

const PAGE = `<!doctype html><title>page</title><link rel="icon" href="data:,"><img src="/inside.svg">
<script>for (const host of ['http://elsewhere.example', 'https://elsewhere.example', 'http://127.0.0.2:81'])
  fetch(host + '/figures').catch(() => undefined).finally(() => document.title += '.')</script>`;

describeWithChromium('a page that asks other machines', () => {
  let site: LocalSite;
  let browser: Browser;
  beforeAll(async () => {
    site = await LocalSite.open(
      new Map([
        ['/', { type: 'text/html', body: PAGE }],
        [
          '/inside.svg',
          { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
        ],
      ]),
    );
    browser = await launchChromium(site.origin);
  }, BROWSER_TIMEOUT);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('is noticed, and gets no answer', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/`);
    await page.waitForFunction(() => document.title === 'page...');
    expect([...site.outside].sort()).toEqual([
      'elsewhere.example:443',
      'http://127.0.0.2:81/figures',
      'http://elsewhere.example/figures',
    ]);
  });
});
