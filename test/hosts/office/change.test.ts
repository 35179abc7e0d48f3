import { placeOf } from '../../corpus/make/filled';
import { comparable } from './compare';
import { HostError } from './double/host-object';
import { sharedPage } from './one-page';
import { portFailure } from './page';
import { bookOf, cellOf, FORM, sampleForm } from './sample-form';

jest.setTimeout(120_000);

describe.each(['1.9', '1.14', '1.17'])('at ExcelApi %s', (version) => {
  const page = sharedPage({ version });
  const actual = placeOf('firms', 'actual');
  const sheet = (name: string) => page.double.book.find(name)!;
  const isSaved = version !== '1.9';

  describe('going to a cell', () => {
    test('shows its sheet and selects it', async () => {
      await page.port.goTo({ sheet: '填报说明', cell: 'A1' });
      await page.port.goTo({ sheet: FORM, cell: actual });
      expect([page.double.book.active, page.double.book.selected]).toEqual([FORM, actual]);
    });

    test.each([
      ['a deleted sheet', '没有的表', 'no-sheet', '“没有的表”'],
      ['a hidden sheet', '_tallybook', 'refused', '取消隐藏'],
    ])('says what is wrong with %s', async (_, name, code, words) => {
      const failure = await portFailure(page.port.goTo({ sheet: name, cell: 'A1' }));
      expect(failure.code).toBe(code);
      expect(failure.text.zh).toContain(words);
    });
  });

  describe('locking', () => {
    test('closes every open cell and keeps what the protection allowed', async () => {
      const before = sheet(FORM).protection!.options;
      await page.port.lock([FORM]);
      expect(sheet(FORM).protection).toEqual({ options: before, password: null });
      expect(() => {
        page.double.person.type(FORM, actual, '1');
      }).toThrow();
      expect(
        (await portFailure(page.port.write([{ sheet: FORM, cell: actual, value: 1 }]))).code,
      ).toBe('protected');
    });

    test('changes nothing that is read', async () => {
      const before = await page.port.readWorkbook();
      await page.port.lock([FORM, '填报说明']);
      expect(comparable((await page.port.readWorkbook())!)).toEqual(comparable(before!));
    });

    test('protects a sheet that was not protected', async () => {
      page.double.open(await bookOf({ name: '表', cells: [cellOf(1, 1, 1, { style: 'open' })] }));
      await page.port.lock(['表']);
      expect(sheet('表').protection).not.toBeNull();
      expect(sheet('表').cell(0, 0).isLocked).toBe(true);
    });

    test('leaves a sheet with a password as it is, and says so', async () => {
      sheet(FORM).protection = { ...sheet(FORM).protection!, password: 'x' };
      const before = sheet(FORM).protection;
      const failure = await portFailure(page.port.lock([FORM]));
      expect(failure.code).toBe('protected');
      expect(failure.text.zh).toContain('密码');
      expect(sheet(FORM).protection).toEqual(before);
    });

    test('never leaves a protected sheet open when Excel fails half-way', async () => {
      const form = sheet(FORM);
      form.usedArea = () => {
        throw new HostError('GeneralException', '处理请求时出现内部错误。');
      };
      await expect(page.port.lock([FORM])).rejects.toThrow();
      expect(form.protection).not.toBeNull();
    });

    test('names a deleted sheet', async () => {
      expect((await portFailure(page.port.lock(['没有的表']))).text.zh).toContain('“没有的表”');
    });
  });

  describe('marks', () => {
    const marks = (name: string) =>
      sheet(name).conditionalFormats.map(({ range, colour }) => [
        range.row + 1,
        range.column + 1,
        colour,
      ]);
    const mark = (
      name: string,
      cell: string,
      severity: 'error' | 'explain' | 'note' = 'error',
    ) => ({
      sheet: name,
      cell,
      severity,
      text: '请改正',
    });

    beforeEach(async () => {
      const cells = [cellOf(1, 1, 1), cellOf(2, 2, 2)];
      page.double.open(
        await bookOf(
          { name: '清单', cells },
          { name: '受保护', cells, protection: { allow: ['sort'] } },
        ),
      );
      // the port remembers what it has marked, as the pane goes on with one workbook
      await page.port.mark([mark('清单', 'Z99')]);
      await page.port.mark([]);
    });

    test('colour cells and leave their values alone', async () => {
      const before = await page.port.readWorkbook();
      await page.port.mark([mark('清单', 'A1'), mark('清单', 'B2', 'note')]);
      expect(marks('清单')).toEqual([
        [1, 1, '#F8CBAD'],
        [2, 2, '#DDEBF7'],
      ]);
      expect(await page.port.readWorkbook()).toEqual(before);
    });

    test('take the earlier ones away, and those of an earlier session, and no others', async () => {
      const own = { row: 5, column: 5, rows: 1, columns: 1 };
      sheet('清单').conditionalFormats.push(
        { id: 'theirs', type: 'Custom', range: own, formula: '=A1>0', colour: '#FFFFFF' },
        { id: 'bar', type: 'DataBar', range: own, formula: '', colour: '' },
        {
          id: 'old',
          type: 'Custom',
          range: own,
          formula: '=LEN("tallybook:mark")>0',
          colour: '#FFE699',
        },
      );
      await page.port.mark([mark('清单', 'A1')]);
      await page.port.mark([mark('清单', 'B2', 'explain')]);
      expect(marks('清单')).toEqual([
        [6, 6, '#FFFFFF'],
        [6, 6, ''],
        [2, 2, '#FFE699'],
      ]);
      await page.port.mark([]);
      expect(marks('清单')).toHaveLength(2);
    });

    test('pass over protected sheets and sheets that are gone', async () => {
      const before = sheet('受保护').protection;
      await page.port.mark([mark('受保护', 'A1'), mark('没有的表', 'A1'), mark('清单', 'A1')]);
      expect(marks('受保护')).toEqual([]);
      expect(sheet('受保护').protection).toBe(before);
      expect(marks('清单')).toHaveLength(1);
    });

    test('that are the same cost no request', async () => {
      await page.port.mark([mark('清单', 'A1')]);
      const requests = page.double.requests.length;
      await page.port.mark([mark('清单', 'A1')]);
      expect(page.double.requests).toHaveLength(requests);
    });
  });

  describe('handing over', () => {
    test('bytes are opened as a new workbook, unchanged', async () => {
      const bytes = await sampleForm();
      const before = page.double.calls.opened.length;
      await page.port.open(bytes, '汇总表.xlsx');
      expect(Buffer.from(page.double.calls.opened[before]!).equals(Buffer.from(bytes))).toBe(true);
    });

    test('what Excel does not open is told of', async () => {
      const failure = await portFailure(page.port.open(new Uint8Array([1, 2, 3]), 'x.xlsx'));
      expect(failure.code).toBe('refused');
      expect(failure.text.zh).toContain('下载');
    });

    test('a workbook larger than a request is told of', async () => {
      page.double.faults.requestSize = 5000;
      expect((await portFailure(page.port.open(new Uint8Array(9000), 'x.xlsx'))).code).toBe(
        'too-large',
      );
    });

    test('sheets are inserted where Excel can', async () => {
      const bytes = await bookOf({ name: '附表', cells: [cellOf(1, 1, '附')] });
      if (!page.port.can.insertSheets) {
        expect((await portFailure(page.port.insertSheets(bytes))).code).toBe('too-old');
        return;
      }
      await page.port.insertSheets(bytes);
      const grid = await page.port.readWorkbook();
      expect(grid!.sheets.at(-1)).toMatchObject({ name: '附表', rowCount: 1 });
    });

    test('the workbook is saved where Excel lets an add-in', async () => {
      const before = page.double.calls.saved;
      if (isSaved) {
        await page.port.save('报送表.xlsx');
        expect(page.double.calls.saved).toBe(before + 1);
      } else {
        const failure = await portFailure(page.port.save('报送表.xlsx'));
        expect(failure.code).toBe('too-old');
        expect(failure.text.zh).toContain('Ctrl+S');
      }
    });
  });
});

describe('downloading', () => {
  const page = sharedPage({ version: '1.14' });

  test('hands a file of that name to the browser', async () => {
    const clicked: string[] = [];
    const link = document.createElement('a');
    jest.spyOn(Object.getPrototypeOf(link) as HTMLElement, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      clicked.push(`${this.download} ${this.href}`);
    });
    const blobs: Blob[] = [];
    jest.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:1';
    });
    jest.useFakeTimers();
    await page.port.download(new Uint8Array([80, 75]), '空表.zip');
    jest.useRealTimers();
    expect(clicked).toEqual(['空表.zip blob:1']);
    expect(blobs[0]!.size).toBe(2);
    expect(document.querySelector('a')).toBeNull();
  });
});
