import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { SEED_IDS } from '../factories/plan';
import { jsonOf, tallybook } from '../hosts/cli/command-line';
import { openForm } from '../../src/hosts/cli/demo/fill-in';
import { BROWSER_TIMEOUT, describeWithChromium } from '../office/chromium';
import { sheetOf, workbookOf } from '../xlsx/write/sample';
import { writeWorkbook } from '../../src/xlsx/write/write-workbook';
import { faultyForm, filledForm } from './filled-forms';
import {
  openOfficePane,
  openPaneSite,
  openWebPane,
  seriousFaults,
  shownFindings,
  type PanePage,
  type PaneSite,
} from './pane-page';

jest.setTimeout(BROWSER_TIMEOUT);

const PLAN = 'ningbo-quality-2022';
const LOOKS = [
  ['light', 450],
  ['dark', 450],
  ['light', 320],
  ['dark', 320],
] as const;

describeWithChromium('the built pane, for a department', () => {
  let site: PaneSite;
  let folder: string;
  let faulty: string;
  let opened: PanePage;

  const openFile = async (file: string) => {
    await opened.page.setInputFiles('input[type=file]', file);
    await opened.page.waitForSelector('table');
  };
  const show = (name: string) => opened.page.getByRole('tab', { name }).click();

  beforeAll(async () => {
    site = await openPaneSite();
    folder = mkdtempSync(path.join(tmpdir(), 'tallybook-department-'));
    faulty = path.join(folder, '市经信局.xlsx');
    writeFileSync(faulty, await faultyForm(PLAN));
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

  test('in a browser: open, fill in, explain, check, send, and the file is the form, final', async () => {
    opened = await openWebPane(site);
    const { page } = opened;
    await openFile(faulty);
    const { entries, fields } = openForm(await faultyForm(PLAN));
    const open = entries.filter(({ entry }) => entry.derivation === null);
    const cellInput = (cell: string) => page.locator(`[data-place="填报表!${cell}"]`);
    // typing settles what is wrong while it is typed
    const sound = openForm(await filledForm(PLAN)).entries;
    for (const { entry, cells } of open.slice(0, 4)) {
      const before = sound.find((one) => one.entry.key === entry.key)!;
      await cellInput(cells.state!).selectOption('');
      await cellInput(cells.actual!).fill(before.raw);
    }
    await cellInput(fields.find(({ id }) => id === 'filler')!.cell!).fill('张三');
    // each explanation at its finding
    await show('审核结果');
    const asked = page.locator('section:has(#findings-explain) textarea');
    for (let left = await asked.count(); left > 0; left = await asked.count()) {
      await asked.first().fill('项目开工推迟，三季度补上。');
      await page
        .locator('section:has(#findings-explain)')
        .getByRole('button', { name: '写入' })
        .first()
        .click();
      await page.waitForFunction(
        (count) =>
          document.querySelectorAll('section:has(#findings-explain) textarea').length < count,
        left,
      );
    }
    await page.getByText('没有需要处理的问题，可以报送。').waitFor();
    await page.getByRole('button', { name: '自查' }).click();
    await page.getByText('自查完成：没有需要处理的问题').first().waitFor();
    await page.getByRole('button', { name: '报送' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '定稿并锁定' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('市经信局.xlsx');
    await page.getByText('已定稿并锁定').first().waitFor();
    const file = path.join(folder, 'final.xlsx');
    await download.saveAs(file);
    const { code, stdout } = await tallybook('check', file, '--json');
    expect(code).toBe(0);
    expect(stdout).not.toContain('"severity": "error"');
    // nothing can be typed any more
    await show('填报');
    expect(await cellInput(open[0]!.cells.actual!).getAttribute('readonly')).not.toBeNull();
  });

  test('in a browser: what is not entered yet is never lost by looking elsewhere', async () => {
    opened = await openWebPane(site);
    const { page } = opened;
    await openFile(faulty);
    await show('审核结果');
    const box = page.locator('section:has(#findings-explain) textarea').first();
    await box.fill('还没写完的说明');
    await show('填报');
    await page.locator('table input').first().fill('31');
    await show('审核结果');
    expect(await box.inputValue()).toBe('还没写完的说明');
    await page.getByRole('button', { name: '语言和外观' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('tab', { name: 'Findings' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('还没写完的说明');
    // the choice outlives the page
    await page.reload();
    await page.getByRole('button', { name: 'Open a form' }).waitFor();
  });

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa]), 'PNG 图片'],
    ['half a workbook', null, '不完整'],
    ['text', Buffer.from('a,b,c\n1,2,3\n'), '文本或 CSV'],
  ] as const)(
    'in a browser: %s is refused in words and the next file opens',
    async (_, bytes, says) => {
      opened = await openWebPane(site);
      const { page } = opened;
      const whole = Buffer.from(await filledForm(PLAN));
      const buffer = bytes ?? whole.subarray(0, whole.length / 2);
      await page.setInputFiles('input[type=file]', { name: 'x.xlsx', mimeType: '', buffer });
      await page.getByRole('alert').getByText(says).waitFor();
      await openFile(faulty);
    },
  );

  test('in Excel: findings follow the typing, lead to the cell, take the explanation, and it is sent', async () => {
    opened = await openOfficePane(site, await faultyForm(PLAN));
    const { page } = opened;
    const form = openForm(await faultyForm(PLAN));
    const open = form.entries.filter(({ entry }) => entry.derivation === null);
    const sound = openForm(await filledForm(PLAN)).entries;
    await page.locator('#findings-error').waitFor();
    const type = (cell: string, value: string | number) =>
      page.evaluate(
        ([address, typed]) => {
          double.person.type('填报表', address, typed);
        },
        [cell, value] as const,
      );
    await page.locator('section:has(#findings-error)').getByTitle(/^转到/).first().click();
    for (const { entry, cells } of open.slice(0, 4)) {
      const before = sound.find((one) => one.entry.key === entry.key)!;
      await type(cells.state!, '');
      await type(cells.actual!, before.raw);
    }
    await type(form.fields.find(({ id }) => id === 'filler')!.cell!, '张三');
    await page.locator('#findings-error').waitFor({ state: 'detached' });
    const asked = page.locator('section:has(#findings-explain) textarea');
    for (let left = await asked.count(); left > 0; left = await asked.count()) {
      await asked.first().fill('项目开工推迟，三季度补上。');
      await asked.first().press('Control+Enter');
      await page.waitForFunction(
        (count) =>
          document.querySelectorAll('section:has(#findings-explain) textarea').length < count,
        left,
      );
    }
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByRole('button', { name: '定稿并锁定' }).click();
    await page.getByText('已定稿并锁定').first().waitFor();
    const after = await page.evaluate(() => ({
      saved: double.calls.saved,
      lacking: double.lacking,
    }));
    expect(after).toEqual({ saved: 1, lacking: [] });
  });

  test('in Excel: how long typing takes to be judged is printed', async () => {
    opened = await openOfficePane(site, await faultyForm(PLAN));
    const { page } = opened;
    await page.locator('#findings-error').waitFor();
    const times = await page.evaluate(async () => {
      const measured: number[] = [];
      for (let time = 0; time < 15; time++) {
        const text = `约${time}`;
        const start = performance.now();
        double.person.type('填报表', 'H9', text);
        while (!document.body.textContent.includes(`“${text}”`))
          await new Promise((resolve) => requestAnimationFrame(resolve));
        measured.push(performance.now() - start);
      }
      return measured.sort((one, other) => one - other);
    });
    expect(times).toHaveLength(15);
    const [median, slowest] = [times[7]!, times[14]!].map((time) => time.toFixed(0));
    process.stderr.write(`typing to findings: median ${median} ms, slowest ${slowest} ms\n`);
  });

  test('in Excel: a cell being edited is said, and the text typed stays', async () => {
    opened = await openOfficePane(site, await faultyForm(PLAN), { version: '1.9' });
    const { page } = opened;
    const box = page.locator('section:has(#findings-explain) textarea').first();
    await box.fill('项目开工推迟');
    await page.evaluate(() => {
      double.faults.editing = 1000;
    });
    await box.press('Control+Enter');
    await page.getByRole('alert').getByText('正在编辑').waitFor();
    expect(await box.inputValue()).toBe('项目开工推迟');
  });

  test('in Excel: a workbook of another kind is none to fill in', async () => {
    const other = await writeWorkbook(workbookOf({ sheets: [sheetOf({ name: '别的' })] }));
    opened = await openOfficePane(site, other);
    const { page } = opened;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('正在读取工作簿').waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: '报送', exact: true }).count()).toBe(0);
  });

  test.each(SEED_IDS)(
    '%s gets the same verdict from the command line and in both panes',
    async (id) => {
      const file = path.join(folder, `${id}.xlsx`);
      const bytes = await faultyForm(id);
      writeFileSync(file, bytes);
      const wanted = await commandLineVerdict(file);
      expect(wanted.length).toBeGreaterThan(2);
      const panes = [];
      for (const open of [
        async () => {
          opened = await openWebPane(site);
          await openFile(file);
        },
        async () => {
          opened = await openOfficePane(site, bytes);
          await opened.page.waitForSelector('button[id^="findings-"]');
        },
      ]) {
        await open();
        panes.push((await shownFindings(opened.page)).sort());
        if (panes.length === 1) await opened.close();
      }
      expect(panes).toEqual([wanted, wanted]);
    },
  );

  test.each(LOOKS)('nothing hinders anybody: %s, %i px', async (colorScheme, width) => {
    const looks = { colorScheme, viewport: { width, height: 900 } };
    opened = await openOfficePane(site, await faultyForm(PLAN), looks);
    await opened.page.locator('#findings-error').waitFor();
    expect(await seriousFaults(opened.page)).toEqual([]);
    expect(await overflow()).toBe(0);
    await opened.close();
    opened = await openWebPane(site, looks);
    expect(await seriousFaults(opened.page)).toEqual([]);
    await openFile(faulty);
    expect(await seriousFaults(opened.page)).toEqual([]);
    expect(await overflow()).toBe(0);
    await opened.page.getByRole('button', { name: '报送' }).click();
    await opened.page.getByRole('dialog').waitFor();
    expect(await seriousFaults(opened.page)).toEqual([]);
  });

  /** Pixels by which the page is wider than its window. */
  function overflow(): Promise<number> {
    return opened.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  }
});

const checked = z.object({
  files: z.array(
    z.object({
      findings: z.array(
        z.object({
          rule: z.string(),
          severity: z.string(),
          cell: z.string().optional(),
          message: z.string(),
        }),
      ),
    }),
  ),
});

/** As the pane shows it; what is only not filled in yet is named by its row alone. */
async function commandLineVerdict(file: string): Promise<string[]> {
  const { findings } = checked.parse(jsonOf(await tallybook('check', file, '--json'))).files[0]!;
  const names = namesByCell(file);
  return findings
    .map(({ rule, severity, cell = '', message }) => {
      const isOpen = rule === 'missing-figure' || rule === 'head-missing';
      const place = cell.replace(/^.*!/, '');
      const name = names.get(place) ?? '整份报送表';
      return [isOpen ? 'open' : severity, name, place, isOpen ? '' : message].join('|');
    })
    .sort();
}

function namesByCell(file: string): Map<string, string> {
  const { entries, fields } = openForm(readFileSync(file));
  return new Map([
    ...entries.flatMap(({ entry, cells }) =>
      Object.values(cells).map((cell): [string, string] => [cell, entry.name]),
    ),
    ...fields.flatMap(({ cell, label }): [string, string][] => (cell ? [[cell, label]] : [])),
  ]);
}
