import { officePort } from '../../../src/hosts/office/office-port';
import type { Port } from '../../../src/hosts/pane/port';
import { hostQuery, installOfficeDouble } from './double/install';
import { blankPage, lendGlobals, loadLibrary, openPage, portFailure } from './page';
import { bookOf } from './sample-form';

jest.setTimeout(60_000);

test.each<[version: string, locale: string, language: Port['language'], insertSheets: boolean]>([
  ['1.9', 'zh-CN', 'zh', false],
  ['1.14', 'zh-TW', 'zh', true],
  ['1.17', 'en-US', 'en', true],
])('at ExcelApi %s in %s', async (version, locale, language, insertSheets) => {
  const { port, double, close } = await openPage(await bookOf({}), { version, locale });
  expect(port).toMatchObject({
    kind: 'office',
    program: 'Microsoft Excel 16.0.14332.20000 (PC)',
    language,
    can: { openWorkbook: true, insertSheets },
  });
  expect(double.lacking).toEqual([]);
  close();
});

test('an Excel that is too old is told so', async () => {
  const page = blankPage(hostQuery());
  installOfficeDouble(page.window, await bookOf({}), { version: '1.8' });
  await loadLibrary(page);
  const release = lendGlobals(page);
  expect(await portFailure(officePort())).toMatchObject({
    code: 'too-old',
    text: { zh: expect.stringContaining('ExcelApi 1.9') as string },
  });
  release();
  page.window.close();
});

test('a page that Excel has not opened is told so', async () => {
  const page = blankPage('');
  await loadLibrary(page);
  const release = lendGlobals(page);
  expect(await portFailure(officePort())).toMatchObject({
    code: 'refused',
    text: { zh: expect.stringContaining('须在 Excel 中') as string },
  });
  release();
  page.window.close();
});

test('a page without the library is told so', async () => {
  expect(await portFailure(officePort())).toMatchObject({
    code: 'refused',
    text: { zh: expect.stringContaining('office.js') as string },
  });
});

describe('choices', () => {
  test('are kept on this machine, under names of their own', async () => {
    const bytes = await bookOf({});
    const { port, close } = await openPage(bytes, { version: '1.9' });
    expect(port.choices.read('theme')).toBeNull();
    port.choices.write('theme', 'dark');
    expect(port.choices.read('theme')).toBe('dark');
    expect(localStorage.getItem('tallybook:theme')).toBe('dark');
    close();
  });

  test('last as long as the pane where storage is blocked', async () => {
    const { port, close } = await openPage(await bookOf({}), { version: '1.9' });
    jest.spyOn(Object.getPrototypeOf(localStorage) as Storage, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    port.choices.write('theme', 'dark');
    expect(port.choices.read('theme')).toBe('dark');
    close();
  });
});
