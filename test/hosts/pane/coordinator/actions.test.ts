import { promises as fs } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { CoordinatorActions } from '../../../../src/hosts/pane/coordinator/actions';
import { CoordinatorStore } from '../../../../src/hosts/pane/coordinator/coordinator-store';
import { PortFailure, type Port } from '../../../../src/hosts/pane/port';
import { NOW } from '../../cli/command-line';
import { blankOf, ECONOMY, filled, smallRound, TOWN } from '../../cli/small-round';
import { dropped, droppedFolder, workerHere } from './worker-here';

type Choices = Map<string, string>;

/** A pane whose program keeps what it is handed. */
function pane(choices: Choices = new Map(), download?: Port['download']) {
  const handed = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array, name: string) => {
    handed.set(name, bytes);
    return Promise.resolve();
  };
  const port = {
    can: { openWorkbook: false, insertSheets: false },
    language: 'zh',
    download: download ?? keep,
    open: keep,
    choices: {
      read: (key: string) => choices.get(key) ?? null,
      write: (key: string, value: string) => choices.set(key, value),
    },
  } as unknown as Port;
  const store = new CoordinatorStore(workerHere(), port, () => new Date(NOW));
  return { store, actions: new CoordinatorActions(store), handed, port };
}

const PLAN = [dropped('plan.json', JSON.stringify(TOWN))];
const DRAFT = { granularity: 'quarter', year: 2021, index: 2, due: '2021-07-10' } as const;

test('the whole way: import, issue, check, decide, compile, save', async () => {
  const { store, actions, handed } = pane();
  await actions.start();
  expect(store.state.plans).toHaveLength(5);
  await actions.importPlan(PLAN);
  expect(store.state.chosen).toEqual([TOWN.id]);
  expect(store.state.shown?.id).toBe(TOWN.id);
  await actions.setTab('issue');
  await actions.setDraft(DRAFT);
  expect(store.state.preview).toMatchObject({ figures: expect.any(Number) as number });
  await actions.issue();
  expect(store.state.notice?.intent).toBe('success');
  const [zip] = handed.values();
  const blank = Object.entries(unzipSync(zip!)).find(([name]) => name.includes(ECONOMY))![1];
  await actions.take([dropped('a.xlsx', filled(blank, {})), dropped('b.xlsx', '')]);
  expect(store.state.files.map(({ outcome }) => outcome)).toEqual(['findings', 'unreadable']);
  expect(store.state).toMatchObject({ isUnsaved: true, work: null });
  actions.setReason('a.xlsx', '核实');
  await actions.decide('accept', 'a.xlsx');
  expect(store.state.standing?.decided).toEqual({ 'a.xlsx': 'accept' });
  expect(store.state.reasons['a.xlsx']).toBe('');
  await actions.compile('zh');
  expect(store.state.outputs?.map(({ name }) => name)).toEqual([
    'consolidated.xlsx',
    'briefing.docx',
    'briefing.html',
    'facts.csv',
    'compile.json',
  ]);
  // there is nothing here that could draw the chart
  expect(store.state.notice?.intent).toBe('warning');
  await actions.saveOutput('facts.csv');
  expect(handed.has('facts.csv')).toBe(true);
  await actions.packRound();
  expect(store.state.isUnsaved).toBe(false);
  const packed = unzipSync([...handed].find(([name]) => name.endsWith('.zip'))![1]);
  expect(Object.keys(packed)).toEqual(
    expect.arrayContaining(['decisions.json', 'inbox/a.xlsx', 'out/consolidated.xlsx']),
  );
});

test('what was chosen is there again; what is no choice of ours is not taken', async () => {
  const choices: Choices = new Map();
  const first = pane(choices);
  await first.actions.setDraft({ ...DRAFT, division: 'region' });
  first.actions.searchIndicators('能耗');
  first.actions.setDecider('张三');
  const second = pane(choices);
  expect(second.store.state).toMatchObject({
    draft: { ...DRAFT, division: 'region' },
    indicatorSearch: '能耗',
    decider: '张三',
  });
  for (const wrong of ['', '{', '{"tab":"x"}', '[]'])
    expect(pane(new Map([['coordinator', wrong]])).store.state).toMatchObject({
      tab: 'plan',
      draft: { granularity: 'quarter', year: 2021, index: 1 },
    });
});

test('a program that refuses a file says so, and the round stays to be saved', async () => {
  const refuse = () =>
    Promise.reject(new PortFailure('too-large', { zh: '太大。', en: 'Too large.' }));
  const { store, actions } = pane(new Map(), refuse);
  await actions.importPlan(PLAN);
  await actions.setDraft(DRAFT);
  await actions.issue();
  expect(store.state.notice).toMatchObject({ intent: 'error', text: { zh: '太大。' } });
  expect(store.state).toMatchObject({ isUnsaved: true, round: { period: '2021Q2' } });
});

test('a folder with its inbox is opened and checked; a broken one leaves what is open', async () => {
  const folder = await smallRound();
  const form = filled(await blankOf(folder, ECONOMY));
  await fs.writeFile(path.join(folder, 'inbox', 'a.xlsx'), form);
  const { store, actions } = pane();
  await actions.take(await droppedFolder(folder));
  expect(store.state.files.map(({ file }) => file)).toEqual(['a.xlsx']);
  expect(store.state.standing?.workbooks.map(({ state }) => state)).toContain('accepted');
  expect(store.state.isUnsaved).toBe(false);
  await actions.take([dropped('x/round.json', '{')]);
  expect(store.state.notice?.intent).toBe('error');
  expect(store.state.files).toHaveLength(1);
  await actions.take([]);
  expect(store.state.notice?.intent).toBe('warning');
  await actions.leaveFile('a.xlsx');
  expect(store.state.files).toEqual([]);
  await actions.closeRound();
  expect(store.state).toMatchObject({ round: null, standing: null });
});
