import { parseAddress } from '../../../../src/core/sheet/address';
import {
  DepartmentSession,
  type DepartmentState,
} from '../../../../src/hosts/pane/department/session';
import { countGroups } from '../../../../src/panel/department/form';
import { PLAIN } from '../../../factories/digest';
import { placeOf } from '../../../corpus/make/filled';
import { sharedPage } from '../../office/one-page';
import { FORM } from '../../office/sample-form';

jest.setTimeout(120_000);

/** Lets events and what follows from them happen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

const NOW = new Date(2021, 6, 8, 14, 5);

describe.each(['1.9', '1.14', '1.17'])('at ExcelApi %s', (version) => {
  const page = sharedPage({ version });
  const firms = placeOf('firms', 'actual');
  const why = placeOf('firms', 'explanation');
  let session: DepartmentSession;

  beforeEach(async () => {
    session = new DepartmentSession({
      ...{ port: page.port, digest: PLAIN, now: () => NOW },
      later: (run) => setTimeout(run, 0),
    });
    await session.start();
  });
  afterEach(async () => {
    await session.stop();
  });

  const state = (): DepartmentState => session.snapshot();
  const findings = () =>
    (state().form?.findings ?? []).map(({ rule, group, place }) => [rule, group, place?.cell]);
  const typeIn = async (cell: string, input: string | number) => {
    page.double.person.type(FORM, cell, input);
    await settled();
  };
  const valueAt = (cell: string) => {
    const { row, column } = parseAddress(cell)!;
    const sheet = page.double.book.sheets.find(({ name }) => name === FORM)!;
    return sheet.cells.get(`${row - 1},${column - 1}`)?.value ?? null;
  };
  const fieldPlace = (id: string) => state().form!.fields.find((one) => one.id === id)!.place.cell;

  test('shows the form of the open workbook', () => {
    expect(state()).toMatchObject({ problem: null, failure: null, doing: null });
    expect(state().form).toMatchObject({
      reporter: { zh: '市经信局' },
      period: { zh: '2021年第二季度' },
      due: '2021-07-10',
      filled: 8,
      total: 8,
    });
    expect(findings()).toEqual([]);
  });

  test('what is typed wrong is a finding at once, and gone when it is put right', async () => {
    await typeIn(firms, '约50');
    expect(findings()).toEqual([['not-a-number', 'error', firms]]);
    expect(state().news?.zh).toContain('须修改 1 项');
    await typeIn(firms, 70);
    expect(findings()).toEqual([]);
  });

  test('a cell that is emptied is still to be filled in, and is no error', async () => {
    page.double.person.clear(FORM, firms);
    await settled();
    expect(findings()).toEqual([['missing-figure', 'open', firms]]);
    expect(state().form).toMatchObject({ filled: 7, total: 8 });
  });

  test('an explanation is written into the cell of its row, as text, and settles the finding', async () => {
    await typeIn(firms, 10);
    const asked = state().form!.findings.filter(({ group }) => group === 'explain');
    expect(asked.length).toBeGreaterThan(0);
    const { input } = asked[0]!.explains!;
    session.draft(input, '=1+1 企业停产');
    expect(valueAt(why)).toBeNull();
    await session.explain(input);
    expect(valueAt(why)).toBe('=1+1 企业停产');
    expect(countGroups(state().form!.findings).explain).toBe(0);
    expect(state().drafts.size).toBe(0);
    expect(state().news?.zh).toContain(why);
  });

  test('a draft outlives readings, refusals and what makes its finding go', async () => {
    await typeIn(firms, 10);
    const { input } = state().form!.findings.find(({ explains }) => explains)!.explains!;
    session.draft(input, '企业停产');
    page.double.faults.editing = 99;
    await session.explain(input);
    expect(state().failure?.zh).toContain('正在编辑');
    expect(state().drafts.get(input)).toBe('企业停产');
    page.double.faults.editing = 0;
    await typeIn(firms, 70);
    expect(findings()).toEqual([]);
    expect(state().drafts.get(input)).toBe('企业停产');
    await session.explain(input);
    expect(valueAt(why)).toBe('企业停产');
    expect(state().failure).toBeNull();
  });

  test('edits that came while Excel refused are not forgotten', async () => {
    page.double.faults.editing = 99;
    await typeIn(firms, '约50');
    expect(state().failure?.zh).toContain('正在编辑');
    page.double.faults.editing = 0;
    await typeIn(placeOf('renewal', 'actual'), 61);
    expect(findings()).toContainEqual(['not-a-number', 'error', firms]);
  });

  test('a deleted form is said, and its return seen', async () => {
    page.double.person.deleteSheet(FORM);
    await settled();
    expect(findings()).toContainEqual(['missing-sheet', 'error', undefined]);
  });

  test('a workbook that is no form any more is said', async () => {
    page.double.person.deleteSheet('_tallybook');
    await settled();
    expect(state().form).toBeNull();
    expect(state().problem?.zh).toContain('不是指标报送表');
  });

  test('a self-check says what is left', async () => {
    await typeIn(firms, '约50');
    await session.selfCheck();
    expect(state().checked?.zh).toContain('还有 1 项');
    await typeIn(firms, 70);
    expect(state().checked).toBeNull();
    await session.selfCheck();
    expect(state().checked?.zh).toContain('可以报送');
  });

  test('a form with something left is not declared final', async () => {
    await typeIn(firms, '约50');
    await session.declare();
    expect(state().declared).toBeNull();
    expect(state().checked?.zh).toContain('还有 1 项');
    expect(page.double.calls.saved).toBe(0);
    await typeIn(firms, 70);
  });

  test('a clean form is stamped, locked and saved', async () => {
    page.double.person.clear(FORM, fieldPlace('reported-on'));
    await settled();
    expect(findings()).toEqual([]);
    await session.declare();
    expect(valueAt(fieldPlace('reported-on'))).toBe('2021-07-08 14:05');
    expect(state().declared).toMatchObject({ at: '2021-07-08 14:05', isSaved: version !== '1.9' });
    expect(page.double.calls.saved).toBe(version === '1.9' ? 0 : 1);
    expect(() => {
      page.double.person.type(FORM, firms, 71);
    }).toThrow();
    // what 1.9 cannot save is said
    if (version === '1.9') expect(state().declared?.text.zh).toContain('Ctrl+S');
  });

  test('a date of sending that is there stays', async () => {
    await typeIn(fieldPlace('reported-on'), "'2021-07-07");
    await session.declare();
    expect(valueAt(fieldPlace('reported-on'))).toBe('2021-07-07');
    expect(state().declared).not.toBeNull();
  });

  test('a form that goes wrong while it is stamped is not locked', async () => {
    page.double.person.clear(FORM, fieldPlace('reported-on'));
    await settled();
    let requests = 0;
    page.double.faults.beforeRequest = (request) => {
      // after the stamp was written somebody types
      if (request.includes('2021-07-08 14:05')) requests = 1;
      else if (requests === 1) {
        requests = 2;
        page.double.person.type(FORM, firms, '约50');
      }
    };
    await session.declare();
    expect(state().declared).toBeNull();
    expect(findings()).toContainEqual(['not-a-number', 'error', firms]);
  });

  test('going to a cell of a hidden sheet is refused in words', async () => {
    await session.goTo({ sheet: '_tallybook', cell: 'A1' });
    expect(state().failure?.zh).toContain('隐藏');
    session.dismissFailure();
    expect(state().failure).toBeNull();
  });
});
