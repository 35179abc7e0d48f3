/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CoordinatorView } from '../../../src/panel/coordinator/coordinator-view';
import { DataTable } from '../../../src/panel/coordinator/data-table';
import { coordinatorMessages } from '../../../src/panel/coordinator/messages';
import type {
  CoordinatorEvents,
  CoordinatorState,
  FileRow,
} from '../../../src/panel/coordinator/model';
import { countFiles, searchFiles } from '../../../src/panel/coordinator/search-files';
import { searchIndicators } from '../../../src/panel/coordinator/search-indicators';
import { CITY } from '../../factories/plan';

const user = userEvent.setup();
afterEach(cleanup);

const STATE: CoordinatorState = {
  tab: 'plan',
  notice: null,
  work: null,
  plans: [],
  chosen: [],
  shown: null,
  indicatorSearch: '',
  refusedPlan: null,
  draft: { granularity: 'quarter', year: 2021, index: 2, due: '2021-07-10', division: 'unit' },
  previous: null,
  preview: null,
  round: null,
  isUnsaved: false,
  files: [],
  fileFilter: 'all',
  fileSearch: '',
  standing: null,
  reasons: {},
  decider: '',
  outputs: null,
};

const ROUND = {
  id: 'r',
  plans: [CITY.title],
  period: '2021Q2',
  due: '2021-07-10',
  division: 'unit',
  issued: [],
  isSigned: false,
} as const;

function file(name: string, more: Partial<FileRow> = {}): FileRow {
  return {
    file: name,
    isKnown: true,
    organisation: '市经信局',
    region: null,
    outcome: 'clean',
    errors: 0,
    explanations: 0,
    notes: 0,
    reason: null,
    findings: [],
    ...more,
  };
}

const BROKEN = file('坏.xlsx', {
  isKnown: false,
  organisation: null,
  outcome: 'unreadable',
  reason: { zh: '文件已损坏。', en: 'The file is damaged.' },
});
const WRONG = file('错.xlsx', {
  outcome: 'findings',
  errors: 1,
  explanations: 1,
  findings: [
    {
      rule: 'not-a-number',
      severity: 'error',
      sheet: '填报表',
      cell: 'H12',
      name: '技改投资',
      message: { zh: '不是数字。', en: 'Not a number.' },
    },
  ],
});

type Calls = { readonly [Name in keyof CoordinatorEvents]: jest.Mock };

function show(change: Partial<CoordinatorState>, language: 'zh' | 'en' = 'zh'): Calls {
  const calls = new Proxy({} as Record<string, jest.Mock>, {
    get: (known, name: string) => (known[name] ??= jest.fn()),
  }) as unknown as Calls;
  render(
    <FluentProvider theme={webLightTheme}>
      <CoordinatorView
        state={{ ...STATE, ...change }}
        events={calls}
        language={language}
        canOpen={false}
      />
    </FluentProvider>,
  );
  return calls;
}

describe('the words', () => {
  test('each is there in both languages, with the same places', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [name, { zh, en }] of Object.entries(coordinatorMessages)) {
      expect({ name, zh: zh.length > 0, en: en.length > 0 }).toEqual({ name, zh: true, en: true });
      expect({ name, places: places(en) }).toEqual({ name, places: places(zh) });
    }
  });
});

describe('searching', () => {
  test.each<[query: string, found: number]>([
    ['', CITY.indicators.length],
    ['  ', CITY.indicators.length],
    ['没有这个词', 0],
  ])('indicators for “%s”: %i', (query, found) => {
    expect(searchIndicators(CITY.indicators, query)).toHaveLength(found);
  });

  test('indicators by every word, in name, organisation or quote', () => {
    for (const indicator of CITY.indicators) {
      const query = `${indicator.name} ${indicator.leadUnit ?? ''}`;
      expect(searchIndicators(CITY.indicators, query)).toContain(indicator);
    }
  });

  test('files by outcome and words', () => {
    const rows = [BROKEN, WRONG, file('好.xlsx')];
    expect(countFiles(rows)).toEqual({ all: 3, error: 1, explain: 0, clean: 1, unreadable: 1 });
    expect(searchFiles(rows, 'unreadable', '')).toEqual([BROKEN]);
    expect(searchFiles(rows, 'all', '经信局 错')).toEqual([WRONG]);
  });
});

describe('a long table', () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ name: `行${index}`, value: -index }));
  const table = () => {
    render(
      <DataTable
        label={{ zh: '表', en: 'table' }}
        language="zh"
        columns={[
          { id: 'name', label: { zh: '名', en: 'name' }, cell: ({ name }) => name },
          {
            id: 'value',
            label: { zh: '值', en: 'value' },
            cell: ({ value }) => value,
            sort: ({ value }) => value,
          },
        ]}
        rows={rows}
        rowKey={({ name }) => name}
        detail={({ name }) => `${name}的详情`}
        empty="没有"
      />,
    );
  };
  const firstRow = () => screen.getAllByRole('row')[1]!;

  test('shows one page, and the others by the keyboard', async () => {
    table();
    expect(screen.getAllByRole('row')).toHaveLength(31);
    screen.getByRole('button', { name: '下一页' }).focus();
    await user.keyboard('{Enter}');
    expect(within(firstRow()).getByText('行30')).toBeTruthy();
    expect(screen.getByText('第 2 页，共 10 页')).toBeTruthy();
  });

  test('is sorted both ways, and says so', async () => {
    table();
    await user.click(screen.getByRole('button', { name: /值/ }));
    expect(within(firstRow()).getByText('行299')).toBeTruthy();
    const header = screen.getByRole('columnheader', { name: /值/ });
    expect(header.getAttribute('aria-sort')).toBe('ascending');
    await user.click(screen.getByRole('button', { name: /值/ }));
    expect(header.getAttribute('aria-sort')).toBe('descending');
    expect(within(firstRow()).getByText('行0')).toBeTruthy();
  });

  test('opens a row', async () => {
    table();
    const opener = screen.getByRole('button', { name: '行3' });
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    await user.click(opener);
    expect(opener.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('行3的详情')).toBeTruthy();
  });
});

describe('checked files', () => {
  const collect = { tab: 'collect', round: ROUND, files: [BROKEN, WRONG] } as const;

  test('one that cannot be read says why', async () => {
    show(collect);
    await user.click(screen.getByRole('button', { name: '坏.xlsx' }));
    expect(screen.getByText('文件已损坏。')).toBeTruthy();
    // nothing can be decided about a file that was not read
    expect(screen.queryByRole('button', { name: '不予采用' })).toBeNull();
  });

  test('a finding shows its place and what it is about', async () => {
    show(collect, 'en');
    await user.click(screen.getByRole('button', { name: '错.xlsx' }));
    expect(screen.getByText('Not a number.')).toBeTruthy();
    expect(screen.getByText('技改投资 · 填报表!H12')).toBeTruthy();
  });

  test('a decision needs its reason', async () => {
    const calls = show(collect);
    await user.click(screen.getByRole('button', { name: '错.xlsx' }));
    await user.click(screen.getByRole('button', { name: '确认采用' }));
    expect(calls.decide).not.toHaveBeenCalled();
    expect(screen.getByText('请先写明理由。')).toBeTruthy();
    cleanup();
    const again = show({ ...collect, reasons: { '错.xlsx': '核实' } });
    await user.click(screen.getByRole('button', { name: '错.xlsx' }));
    await user.click(screen.getByRole('button', { name: '确认采用' }));
    expect(again.decide).toHaveBeenCalledWith('accept', '错.xlsx');
  });

  test('work under way shows how far it is and can be cancelled', async () => {
    const work = {
      what: 'check',
      progress: { done: 12, total: 300 },
      canCancel: true,
    } as const;
    const calls = show({ ...collect, work });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('12');
    expect(screen.getByText('12 / 300')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '取消' }));
    expect(calls.cancel).toHaveBeenCalled();
  });

  test('a round that is nowhere else is not closed without asking', async () => {
    const calls = show({ ...collect, isUnsaved: true });
    await user.click(screen.getByRole('button', { name: '关闭任务' }));
    expect(calls.closeRound).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: '仍要关闭' }));
    expect(calls.closeRound).toHaveBeenCalled();
  });
});

test.each(['', '2021-02-31', '2021-7-1'])('a due day “%s” is told and nothing is issued', (due) => {
  show({
    tab: 'issue',
    chosen: ['city'],
    draft: { ...STATE.draft, due },
    preview: { recipients: [], figures: 0, unshared: null, undivided: 0 },
  });
  expect(screen.getByText('请填写日期，例如 2021-07-10。')).toBeTruthy();
  const issue = screen.getByRole('button', { name: '生成全部报送表' });
  expect((issue as HTMLButtonElement).disabled).toBe(true);
});
