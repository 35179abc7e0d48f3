/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Language } from '../../../src/core/plan/text';
import {
  DepartmentView,
  type DepartmentViewProps,
} from '../../../src/panel/department/department-view';
import type { ShownFinding, ShownForm, ShownRow } from '../../../src/panel/department/form';
import { Frame } from '../../../src/panel/frame/frame';

jest.setTimeout(60_000);
// jsdom lays nothing out
Element.prototype.scrollIntoView = () => undefined;

const both = (text: string) => ({ zh: text, en: text });

const ROW: ShownRow = {
  ...{ key: 'city/firms', sequence: 1, name: '企业数', measureUnit: '家', target: both('≥80') },
  ...{ scheduled: '70', previous: '60', choices: null, computed: null },
  cells: {
    actual: { input: 'firms#actual', place: { sheet: '填报表', cell: 'H9' }, stored: '10' },
    state: { input: 'firms#state', place: { sheet: '填报表', cell: 'I9' }, stored: '' },
    explanation: { input: 'firms#explanation', place: { sheet: '填报表', cell: 'M9' }, stored: '' },
  },
  gravest: 'explain',
  messages: [{ group: 'explain', message: both('进度滞后。') }],
};

const EXPLAIN: ShownFinding = {
  ...{ id: 'behind|firms|0', rule: 'behind', group: 'explain', name: '企业数' },
  message: both('进度滞后。'),
  place: { sheet: '填报表', cell: 'H9' },
  explains: { input: 'firms#explanation', stored: '' },
};
const ERROR: ShownFinding = {
  ...EXPLAIN,
  ...{ id: 'wrong|firms|0', rule: 'wrong', group: 'error', message: both('不是数字。') },
  explains: null,
};

const FORM: ShownForm = {
  reporter: both('市经信局'),
  plans: both('《规划》'),
  period: both('2021年第二季度'),
  ...{ due: '2021-07-10', coordinator: '市府办', filled: 1, total: 2 },
  findings: [ERROR, EXPLAIN],
  rows: [ROW],
  fields: [
    {
      ...{ id: 'filler', label: '填报人', isRequired: true, isStamped: false },
      ...{ input: 'field#filler', place: { sheet: '填报表', cell: 'M20' }, stored: '' },
    },
  ],
  states: ['正常', '零报告'],
};

const handlers = () => ({
  ...{ onGoTo: jest.fn(), onDraft: jest.fn(), onDiscard: jest.fn(), onType: jest.fn() },
  ...{ onExplain: jest.fn(), onSelfCheck: jest.fn(), onDeclare: jest.fn(), onSave: jest.fn() },
});

function show(props: Partial<DepartmentViewProps>, language: Language = 'zh') {
  const given: DepartmentViewProps = {
    ...{ form: FORM, drafts: new Map(), doing: null, checked: null, declared: null },
    ...{ fillHere: false, ...handlers(), ...props },
  };
  const framed = (shown: DepartmentViewProps) => (
    <Frame
      {...{ language, appearance: 'light', version: '1', build: 'b', program: null }}
      {...{ status: null, notice: null }}
      onLanguage={() => undefined}
      onAppearance={() => undefined}
      onDismiss={() => undefined}
    >
      <DepartmentView {...shown} />
    </Frame>
  );
  const rendered = render(framed(given));
  return {
    props: given,
    again: (more: Partial<DepartmentViewProps>) => {
      rendered.rerender(framed({ ...given, ...more }));
    },
  };
}

test('says whose form it is, how far it is and what is found, by groups', () => {
  show({});
  expect(screen.getByRole('heading', { name: '市经信局' })).toBeTruthy();
  expect(screen.getByText('已填 1/2')).toBeTruthy();
  expect(screen.getByText('2021-07-10 前报送市府办')).toBeTruthy();
  expect(screen.getByText('不是数字。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '须修改 1 项' }).getAttribute('aria-expanded')).toBe(
    'true',
  );
});

test('says the same in English', () => {
  show({}, 'en');
  expect(screen.getByText('1 of 2 filled in')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'To correct: 1' })).toBeTruthy();
});

test('leads to the cell of a finding', async () => {
  const { props } = show({});
  await userEvent.click(screen.getAllByTitle('转到 H9')[0]!);
  expect(props.onGoTo).toHaveBeenCalledWith({ sheet: '填报表', cell: 'H9' });
});

test('takes an explanation at the finding, and writes it on request alone', async () => {
  const { props, again } = show({});
  const box = screen.getByRole('textbox', { name: '“企业数”的情况说明' });
  await userEvent.type(box, '停');
  expect(props.onDraft).toHaveBeenCalledWith('firms#explanation', '停');
  expect(props.onExplain).not.toHaveBeenCalled();
  again({ drafts: new Map([['firms#explanation', '停产']]) });
  expect(screen.getByRole('textbox', { name: '“企业数”的情况说明' })).toBe(box);
  expect((box as HTMLTextAreaElement).value).toBe('停产');
  expect(screen.getByText('还没有写入工作簿')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '写入' }));
  expect(props.onExplain).toHaveBeenCalledWith('firms#explanation');
});

test('keeps the box, its text and the focus when the workbook was read again', async () => {
  const drafts = new Map([['firms#explanation', '停产']]);
  const { again } = show({ drafts });
  const box = screen.getByRole('textbox', { name: '“企业数”的情况说明' });
  await userEvent.click(box);
  again({ drafts, form: { ...FORM, filled: 2, findings: [{ ...EXPLAIN }] } });
  expect(document.activeElement).toBe(box);
  expect((box as HTMLTextAreaElement).value).toBe('停产');
});

test('shows an explanation whose finding is gone, and lets it be written or thrown away', async () => {
  const drafts = new Map([['firms#explanation', '停产']]);
  const { props } = show({ drafts, form: { ...FORM, findings: [] } });
  expect(screen.getByText(/还没有写入工作簿，对应的审核结果已变化/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '放弃' }));
  expect(props.onDiscard).toHaveBeenCalledWith('firms#explanation');
});

test('does not send while something is left, says what, and leads there', async () => {
  const { props } = show({});
  await userEvent.click(screen.getByRole('button', { name: '报送' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText('需说明 1 项')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: '去处理' }));
  expect(props.onDeclare).not.toHaveBeenCalled();
});

test('sends a clean form once it is confirmed', async () => {
  const { props } = show({ form: { ...FORM, findings: [] } });
  await userEvent.click(screen.getByRole('button', { name: '报送' }));
  expect(props.onDeclare).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '定稿并锁定' }));
  expect(props.onDeclare).toHaveBeenCalledTimes(1);
});

describe('the form to fill in', () => {
  test('is a table whose inputs say what they are', async () => {
    const { props } = show({ fillHere: true });
    expect(screen.getAllByRole('columnheader').length).toBe(9);
    const input = screen.getByRole('textbox', { name: '企业数，本期完成值' });
    await userEvent.clear(input);
    await userEvent.type(input, '7');
    expect(props.onType).toHaveBeenLastCalledWith('firms#actual', '7');
    const state = screen.getByRole('combobox', { name: '企业数，填报状态' });
    await userEvent.selectOptions(state, '零报告');
    expect(props.onType).toHaveBeenLastCalledWith('firms#state', '零报告');
  });

  test('shows what was typed while it is typed, however the workbook spells it', async () => {
    const { again } = show({ fillHere: true });
    const input = screen.getByRole('textbox', { name: '企业数，本期完成值' });
    await userEvent.clear(input);
    await userEvent.type(input, '1,234');
    const cells = { ...ROW.cells, actual: { ...ROW.cells.actual!, stored: '1234' } };
    again({ fillHere: true, form: { ...FORM, rows: [{ ...ROW, cells }] } });
    expect((input as HTMLInputElement).value).toBe('1,234');
    await userEvent.tab();
    expect((input as HTMLInputElement).value).toBe('1234');
  });

  test('takes no more once it is final', () => {
    show({ fillHere: true, declared: both('已定稿并锁定') });
    const input = screen.getByRole('textbox', { name: '企业数，本期完成值' });
    expect((input as HTMLInputElement).readOnly).toBe(true);
    expect(screen.queryByRole('button', { name: '报送' })).toBeNull();
    expect(screen.getByRole('button', { name: '下载' })).toBeTruthy();
  });

  test('puts the focus into the cell of a finding', async () => {
    show({ fillHere: true });
    await userEvent.click(screen.getAllByTitle('转到 H9')[0]!);
    expect(document.activeElement?.getAttribute('data-place')).toBe('填报表!H9');
  });
});
