import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as exceljs from 'exceljs';
import { unzipSync } from 'fflate';
import { readWorkbook } from '../../src/xlsx/read/read-workbook';
import { paneFiles } from './built-pane';
import { BROWSER_TIMEOUT, describeWithChromium, launchChromium } from '../office/chromium';
import { bundle } from '../office/bundle';
import { LocalSite } from '../office/local-site';
import { tallybook } from '../hosts/cli/command-line';
import { blanksIn, hostileFiles, manyForms, type SentFile } from './many-forms';
import {
  openOfficePane,
  openWebPane,
  seriousFaults,
  type PanePage,
  type PaneSite,
} from './pane-page';

jest.setTimeout(BROWSER_TIMEOUT);

const MANY = 300;

declare global {
  interface Window {
    longest: number;
  }
}

describeWithChromium('the built pane, for a coordinator', () => {
  let site: PaneSite;
  let files: Map<string, { type: string; body: string | Uint8Array }>;
  let folder: string;
  let opened: PanePage;

  beforeAll(async () => {
    files = paneFiles();
    const local = await LocalSite.open(files);
    const browser = await launchChromium(local.origin);
    site = {
      ...{ site: local, browser, doubleScript: '' },
      close: async () => {
        await browser.close();
        await local.close();
      },
    };
    folder = mkdtempSync(path.join(tmpdir(), 'tallybook-coordinator-'));
  }, BROWSER_TIMEOUT);
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    expect(opened.errors).toEqual([]);
    // nothing was asked of any other machine
    expect(site.site.outside).toEqual([]);
    await opened.close();
  });

  const button = (name: string) => opened.page.getByRole('button', { name, exact: true });
  const tab = (name: string) => opened.page.getByRole('tab', { name }).click();

  /** Opens the coordinator's pane, with the plans there. */
  const start = async (looks = {}) => {
    opened = await openWebPane(site, looks);
    await opened.page
      .getByRole('button', { name: /汇总|coordinat/i })
      .first()
      .click();
    await opened.page.getByRole('checkbox').first().waitFor();
  };

  const saved = async (press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
    const [download] = await Promise.all([opened.page.waitForEvent('download'), press()]);
    const file = path.join(folder, 'download');
    await download.saveAs(file);
    return { name: download.suggestedFilename(), bytes: readFileSync(file) };
  };

  /** Puts files in as if a person had chosen them, without the tool's own way, which holds the page up. */
  const putIn = async (sent: readonly SentFile[]) => {
    sent.forEach(({ bytes }, index) => {
      files.set(`/sent/${index}`, { type: 'application/octet-stream', body: bytes });
    });
    await opened.page.evaluate(
      async (names) => {
        const transfer = new DataTransfer();
        for (const [index, name] of names.entries()) {
          const content = await (await fetch(`sent/${index}`)).arrayBuffer();
          transfer.items.add(new File([content], name, { lastModified: index }));
        }
        const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
        window.longest = 0;
        let last = performance.now();
        const tick = (now: number) => {
          window.longest = Math.max(window.longest, now - last);
          last = now;
          requestAnimationFrame(tick);
        };
        requestAnimationFrame((now) => {
          last = now;
          requestAnimationFrame(tick);
          setTimeout(() => {
            input.files = transfer.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));
          }, 50);
        });
      },
      sent.map(({ name }) => name.replaceAll('/', '_')),
    );
  };

  let zip: Buffer;
  let sent: readonly SentFile[];

  test('choose a plan, see its words, issue a round that the command line goes on with', async () => {
    await start();
    const { page } = opened;
    await page.getByRole('checkbox', { name: /推进制造业高质量发展/ }).click();
    await page.getByRole('searchbox').fill('劳动生产率');
    await page.getByText(/找到 \d+ 项，共 107 项/).waitFor();
    await page
      .getByRole('button', { expanded: false, name: /劳动生产率/ })
      .first()
      .click();
    expect(await page.locator('blockquote').first().innerText()).toContain('劳动生产率');
    expect(await seriousFaults(page)).toEqual([]);
    await tab('下发');
    await page.getByRole('combobox', { name: '报送周期' }).selectOption('quarter');
    await page.getByRole('combobox', { name: '年份' }).selectOption('2021');
    await page.getByRole('combobox', { name: '报告期' }).selectOption('2');
    await page.getByLabel('报送期限').fill('2021-07-10');
    await page.getByText(/将下发 \d+ 份报送表/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const { name, bytes } = await saved(() => button('生成全部报送表').click());
    expect(name).toMatch(/^2021Q2_宁波市.*\.zip$/);
    zip = bytes;
    const { name: blank, bytes: form } = await saved(() =>
      page
        .getByRole('button', { name: /^下载“2021Q2_/ })
        .first()
        .click(),
    );
    expect(blank).toMatch(/报送表\.xlsx$/);
    expect(readWorkbook(form).ok).toBe(true);
    const round = path.join(folder, 'round');
    for (const [place, content] of Object.entries(unzipSync(bytes))) {
      const file = path.join(round, place);
      if (place.endsWith('/')) mkdirSync(file, { recursive: true });
      else writeFileSync(file, content);
    }
    const status = await tallybook('status', round, '--json');
    expect(status.code).toBe(0);
    sent = manyForms(blanksIn(zip).slice(0, -2), MANY - 6);
  });

  test(`${MANY} files, hostile ones among them, are checked in the worker; compiled, the results open`, async () => {
    await start();
    const { page } = opened;
    await tab('收审');
    await page.setInputFiles('input[type=file]', {
      name: 'round.zip',
      mimeType: 'application/zip',
      buffer: zip,
    });
    await page.getByText('已打开').waitFor();
    const all = [...sent, ...hostileFiles(sent[0]!.bytes)];
    await putIn(all);
    await page.getByRole('progressbar').waitFor();
    await page.getByText(`已审核 ${MANY} 个文件`).waitFor();
    const longest = await page.evaluate(() => window.longest);
    process.stdout.write(
      `longest frame while ${MANY} files were checked: ${longest.toFixed(0)} ms\n`,
    );
    await page.getByRole('button', { name: '无法读取 6' }).click();
    const table = page.getByRole('table', { name: '已审核的文件' });
    expect(await table.getByRole('row').count()).toBe(7);
    await page.getByRole('button', { expanded: false, name: /空文件/ }).click();
    await table.getByText('文件是空的(0字节)').waitFor();
    await page.getByRole('button', { name: /^须修改 \d+$/ }).click();
    await page
      .getByRole('button', { expanded: false, name: /报送表/ })
      .first()
      .click();
    expect(await page.getByText('约50').count()).toBeGreaterThan(0);
    // a decision with its reason
    await button('确认采用').click();
    await page.getByText('请先写明理由').waitFor();
    await page.getByLabel(/理由/).fill('经电话核实');
    await button('确认采用').click();
    await page.getByText(/已记录：采用/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.getByLabel('催报名单').inputValue()).toMatch(/、/);

    await tab('汇总');
    await button('汇总').click();
    await button('重新汇总').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const take = (name: string) => saved(() => button(`下载“${name}”`).click());
    const workbook = readWorkbook((await take('consolidated.xlsx')).bytes);
    expect(workbook.ok && workbook.grid.sheets.map(({ name }) => name)).toContain('总览');
    const document = unzipSync((await take('briefing.docx')).bytes);
    // the chart was drawn
    expect(Object.keys(document).filter((part) => part.endsWith('.png'))).toHaveLength(1);
    expect((await take('briefing.html')).bytes.toString()).toMatch(/<html/);
    expect((await take('facts.csv')).bytes.toString()).toMatch(/^\ufeff/);
    const compiled = JSON.parse((await take('compile.json')).bytes.toString()) as {
      submissions: { received: number };
    };
    expect(compiled.submissions.received).toBe(MANY);
  });

  test('in Excel: blanks and results open as workbooks, returned files are checked', async () => {
    const doubleScript = await bundle(path.join(__dirname, 'double-entry.ts'));
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('各处室电话').getCell('A1').value = '办公室';
    const foreign = new Uint8Array(await workbook.xlsx.writeBuffer());
    opened = await openOfficePane({ ...site, doubleScript }, foreign);
    const { page } = opened;
    const openedSheets = async () => {
      const [count, bytes] = await page.evaluate(() => {
        const last = double.calls.opened.at(-1);
        return [double.calls.opened.length, Array.from(last ?? [])] as const;
      });
      const read = readWorkbook(Uint8Array.from(bytes));
      return { count, sheets: read.ok ? read.grid.sheets.map(({ name }) => name) : [] };
    };
    const isOpened = (count: number) =>
      page.waitForFunction((wanted) => double.calls.opened.length === wanted, count);
    await page.getByRole('checkbox', { name: /推进制造业高质量发展/ }).click();
    await tab('下发');
    await page.getByRole('combobox', { name: '年份' }).selectOption('2021');
    await page.getByLabel('报送期限').fill('2021-12-31');
    await saved(() => button('生成全部报送表').click());
    await page
      .getByRole('button', { name: /^打开“2021/ })
      .first()
      .click();
    await isOpened(1);
    expect((await openedSheets()).sheets).toContain('填报表');

    await tab('收审');
    await page.setInputFiles('input[type=file]', {
      name: 'round.zip',
      mimeType: 'application/zip',
      buffer: zip,
    });
    await page.getByText('已打开').waitFor();
    const some = [...sent.slice(0, 12), ...hostileFiles(sent[0]!.bytes)];
    await putIn(some);
    await page.getByText(`已审核 ${some.length} 个文件`).waitFor();
    await page.getByRole('button', { name: '无法读取 6' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await tab('汇总');
    await button('汇总').click();
    await button('打开“consolidated.xlsx”').click();
    await isOpened(2);
    expect(await openedSheets()).toMatchObject({
      count: 2,
      sheets: expect.arrayContaining(['总览', '指标对照', '数据']) as string[],
    });
    const bulletin = await saved(() => button('下载“briefing.docx”').click());
    expect(Object.keys(unzipSync(bulletin.bytes))).toContain('word/document.xml');
    expect(await page.evaluate(() => double.lacking)).toEqual([]);
  });

  test('cancelling keeps what was checked', async () => {
    await start();
    const { page } = opened;
    await tab('收审');
    await putIn(sent);
    await button('取消').click();
    const said = await page.getByText(/已取消：审核了 \d+ 个文件/).innerText();
    const checked = Number(/\d+/.exec(said)![0]);
    expect(checked).toBeLessThan(sent.length);
    await page.getByRole('button', { name: `全部 ${checked}` }).waitFor();
  });

  test.each([
    ['light', 'zh-CN', 320],
    ['dark', 'en-US', 320],
  ] as const)(
    '%s, %s, %i px wide: nothing sticks out, nothing serious',
    async (scheme, locale, width) => {
      await start({ locale, colorScheme: scheme, viewport: { width, height: 800 } });
      const { page } = opened;
      await page.getByRole('checkbox').first().click();
      await page.getByRole('table').waitFor();
      for (const index of [0, 1, 2, 3]) {
        await page.getByRole('tab').nth(index).click();
        const wider = await page.evaluate(() =>
          [...document.querySelectorAll('main, main *')]
            .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
            .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`),
        );
        expect({ index, wider }).toEqual({ index, wider: [] });
        expect(await seriousFaults(page)).toEqual([]);
      }
    },
  );
});
