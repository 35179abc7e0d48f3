import type { Edit } from '../../../src/hosts/pane/port';
import { placeOf } from '../../corpus/make/filled';
import { sharedPage } from './one-page';
import { FORM } from './sample-form';

jest.setTimeout(120_000);

/** Lets events and what follows from them happen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

describe.each(['1.9', '1.14', '1.17'])('at ExcelApi %s', (version) => {
  const page = sharedPage({ version });
  const actual = placeOf('firms', 'actual');
  let edits: Edit[];
  let stop: () => Promise<void>;

  beforeEach(async () => {
    edits = [];
    stop = await page.port.watch((edit) => edits.push(edit));
  });
  afterEach(async () => {
    await stop();
  });

  async function editsAfter(act: () => void | Promise<void>): Promise<Edit[]> {
    edits = [];
    await act();
    await settled();
    return edits;
  }

  test('typing is told with its cell', async () => {
    const told = await editsAfter(() => {
      page.double.person.type(FORM, actual, '71');
    });
    expect(told).toEqual([{ sheet: FORM, range: actual }]);
  });

  test('a paste is told with its range', async () => {
    const told = await editsAfter(() => {
      page.double.person.paste(FORM, 'H9:H10', [['1'], ['2']]);
    });
    expect(told).toEqual([{ sheet: FORM, range: 'H9:H10' }]);
  });

  test('a dropdown pick without an event of its own is told by the recalculation', async () => {
    const told = await editsAfter(() => {
      page.double.person.pick(FORM, placeOf('firms', 'state'), '零报告');
    });
    expect(told).toEqual([{ sheet: FORM, range: null }]);
  });

  test('a storm of events is told once for each sheet', async () => {
    page.double.person.unprotect('填报说明');
    const told = await editsAfter(() => {
      for (let time = 0; time < 500; time++) {
        page.double.person.type(FORM, time % 2 === 0 ? actual : placeOf('renewal', 'actual'), time);
        page.double.person.type('填报说明', 'B3', `第${time}次`);
      }
      page.double.deliver();
    });
    expect(told).toEqual([
      { sheet: FORM, range: null },
      { sheet: '填报说明', range: 'B3' },
    ]);
  });

  test('what the pane writes itself is not told', async () => {
    const told = await editsAfter(async () => {
      await page.port.write([{ sheet: FORM, cell: actual, value: 5 }]);
      await page.port.lock([FORM]);
    });
    expect(told).toEqual([]);
  });

  test('what the add-in writes with events on is known by its trigger, where events have one', async () => {
    const told = await editsAfter(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(FORM).getRange(actual).values = [[5]];
        await context.sync();
      }),
    );
    // the recalculation that follows has no trigger
    expect(told).toEqual([{ sheet: FORM, range: version === '1.9' ? actual : null }]);
  });

  test('what a person types after a write that failed is told', async () => {
    page.double.faults.readOnly = true;
    await expect(page.port.write([{ sheet: FORM, cell: actual, value: 5 }])).rejects.toThrow();
    page.double.faults.readOnly = false;
    // the double looks at its faults when a request comes
    await page.port.readWorkbook();
    const told = await editsAfter(() => {
      page.double.person.type(FORM, actual, '72');
    });
    expect(told).toEqual([{ sheet: FORM, range: actual }]);
  });

  test('a failed write that Excel could not be told of at once does not leave it silent', async () => {
    page.double.faults.readOnly = true;
    page.double.faults.beforeRequest = (request) => {
      // from the write on, a cell is being edited
      if (request.includes('"Values"')) page.double.faults.editing = Infinity;
    };
    await expect(page.port.write([{ sheet: FORM, cell: actual, value: 5 }])).rejects.toThrow();
    Object.assign(page.double.faults, { editing: 0, readOnly: false });
    await page.port.goTo({ sheet: FORM, cell: actual });
    const told = await editsAfter(() => {
      page.double.person.type(FORM, actual, '75');
    });
    expect(told).toEqual([{ sheet: FORM, range: actual }]);
  });

  test('sheets that come and go are told', async () => {
    expect(await editsAfter(() => void page.double.person.addSheet('备注'))).toEqual([
      { sheet: '备注', range: null },
    ]);
    expect(
      await editsAfter(() => {
        page.double.person.deleteSheet('备注');
      }),
    ).toEqual([{ sheet: '备注', range: null }]);
  });

  test('a sheet that came and went at once is not told', async () => {
    const told = await editsAfter(() => {
      page.double.person.addSheet('一时');
      page.double.person.deleteSheet('一时');
    });
    expect(told).toEqual([]);
  });

  test('a hidden row is told where Excel tells of it', async () => {
    const told = await editsAfter(() => {
      page.double.person.hideRow(FORM, 9);
    });
    expect(told).toEqual(version === '1.9' ? [] : [{ sheet: FORM, range: null }]);
  });

  test('a cell being edited while a new sheet is named loses nothing else', async () => {
    const told = await editsAfter(() => {
      page.double.faults.editing = Infinity;
      page.double.person.addSheet('备注');
      page.double.person.type(FORM, actual, '73');
    });
    page.double.faults.editing = 0;
    expect(told).toEqual([{ sheet: FORM, range: actual }]);
  });

  test('nothing is told any more after the end', async () => {
    await stop();
    const told = await editsAfter(() => {
      page.double.person.type(FORM, actual, '74');
    });
    expect(told).toEqual([]);
    stop = () => Promise.resolve();
  });
});
