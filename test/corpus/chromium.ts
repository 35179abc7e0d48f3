import path from 'node:path';
import { bundle } from '../office/bundle';
import { launchChromium } from '../office/chromium';
import { LocalSite, type SiteFile } from '../office/local-site';
import type { Against, ExamineAll } from './browser-entry';
import type { Case } from './case';
import { ROUND } from './make/filled';
import { expectedOf, type CaseFile, type Result } from './run';

const PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/bundle.js"></script>';
/** So many at a time, so that no message between the browser and the test grows large. */
const BATCH = 50;

/** What the same code says of the corpus in the browser. */
export interface BrowserRun {
  readonly results: ReadonlyMap<Case, Result>;
  /** What went wrong on the page itself. */
  readonly errors: readonly string[];
  /** What was asked for of other machines. */
  readonly outside: readonly string[];
}

/** Has Chromium read and review every file, with the portable inflater and the pane's digest. */
export async function examineInChromium(files: ReadonlyMap<Case, CaseFile>): Promise<BrowserRun> {
  const cases = [...files].map(([one, { bytes }], index) => ({ one, bytes, path: `/${index}.xlsx` }));
  const site = await LocalSite.open(
    new Map<string, SiteFile>([
      ['/', { type: 'text/html', body: PAGE }],
      ['/bundle.js', { type: 'text/javascript', body: await bundle(path.join(__dirname, 'browser-entry.ts')) }],
      ...cases.map(({ path, bytes }): [string, SiteFile] => [
        path,
        { type: 'application/octet-stream', body: bytes },
      ]),
    ]),
  );
  const browser = await launchChromium(site.origin);
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${site.origin}/`);
    const results = new Map<Case, Result>();
    for (let from = 0; from < cases.length; from += BATCH) {
      const batch = cases.slice(from, from + BATCH);
      const asked: Parameters<ExamineAll>[0] = batch.map(({ one, path }) => ({ path, against: againstOf(one) }));
      const answers = await page.evaluate((list) => globalThis.examineAll(list), asked);
      batch.forEach(({ one }, index) => results.set(one, JSON.parse(answers[index]!) as Result));
    }
    return { results, errors, outside: site.outside };
  } finally {
    await browser.close();
    await site.close();
  }
}

function againstOf(one: Case): Against {
  const { templates, ...expected } = expectedOf(one);
  return { expected, round: templates ? ROUND : null };
}
