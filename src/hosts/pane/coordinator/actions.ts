import type { DecisionKind } from '../../../core/consolidation/decisions';
import { periodLabel, parsePeriod } from '../../../core/plan/period';
import { fill, type Language } from '../../../core/plan/text';
import type {
  CoordinatorEvents,
  DroppedFile,
  FileFilter,
  RoundDraft,
  Tab,
} from '../../../panel/coordinator/model';
import { Refused } from '../worker/calls';
import type { Bytes, IssueRequest } from './coordinator-calls';
import type { CoordinatorStore } from './coordinator-store';
import { drawPicture } from './draw-picture';
import { storeMessages as messages } from './store-messages';

/** Files handed to the worker in one message. */
const HANDFUL = 16;

/** What a person can do on the coordinator's pane. */
export class CoordinatorActions implements CoordinatorEvents {
  /** The results of the last compile, by name. */
  private outputs = new Map<string, Uint8Array>();
  private previews = 0;

  constructor(private readonly store: CoordinatorStore) {}

  /** Fetches the plans, once. */
  async start(): Promise<void> {
    const { store } = this;
    if (store.state.plans) return;
    const plans = await store.run('plans', () => store.call('listPlans', null));
    if (!plans) return;
    const known = new Set(plans.map(({ id }) => id));
    const chosen = store.state.chosen.filter((id) => known.has(id));
    store.set({ plans, chosen });
    const [first] = chosen;
    if (first !== undefined) await this.showPlan(first);
    if (store.state.tab === 'issue') await this.preview();
  }

  async setTab(tab: Tab): Promise<void> {
    this.store.set({ tab });
    if (tab === 'issue') await this.preview();
  }

  closeNotice(): void {
    this.store.set({ notice: null });
  }

  cancel(): void {
    this.store.cancel();
  }

  searchIndicators(indicatorSearch: string): void {
    this.store.set({ indicatorSearch });
  }

  async choosePlan(id: string, isChosen: boolean): Promise<void> {
    const { store } = this;
    const others = store.state.chosen.filter((other) => other !== id);
    store.set({ chosen: isChosen ? [...others, id] : others });
    if (isChosen) await this.showPlan(id);
  }

  async showPlan(id: string): Promise<void> {
    const { store } = this;
    try {
      store.set({ shown: await store.call('showPlan', { id }) });
    } catch (error) {
      store.sayError(error);
    }
  }

  async importPlan(files: readonly DroppedFile[]): Promise<void> {
    const { store } = this;
    const read = await store.run('import', () => store.call('importPlan', { files }));
    if (!read) return;
    if (!read.ok) {
      const { file, message, findings } = read;
      store.set({ refusedPlan: { file, message, findings } });
      return;
    }
    const { plan, isQuoteChecked } = read;
    const others = (store.state.plans ?? []).filter(({ id }) => id !== plan.id);
    store.set({ refusedPlan: null, plans: [...others, plan] });
    await this.choosePlan(plan.id, true);
    const text = isQuoteChecked ? messages.imported : messages.importedUnchecked;
    store.say('success', fill(text, { title: plan.title, count: plan.indicators }));
  }

  closeRefusedPlan(): void {
    this.store.set({ refusedPlan: null });
  }

  async exportPlan(id: string): Promise<void> {
    const { store } = this;
    const now = store.now().toISOString();
    const { language } = store;
    await store.run('import', async () =>
      this.hand(await store.call('exportPlan', { id, language, now })),
    );
  }

  async setDraft(change: Partial<RoundDraft>): Promise<void> {
    const { store } = this;
    const draft = { ...store.state.draft, ...change };
    store.set({ draft });
    const isOnlyDue = Object.keys(change).every((name) => name === 'due');
    if (!isOnlyDue) await this.preview();
  }

  /** Says what the draft would ask; the last draft wins. */
  private async preview(): Promise<void> {
    const { store } = this;
    const number = ++this.previews;
    if (store.state.chosen.length === 0) {
      store.set({ preview: null });
      return;
    }
    try {
      const preview = await store.call('previewRound', this.request);
      if (number === this.previews) store.set({ preview });
    } catch (error) {
      if (number !== this.previews) return;
      if (error instanceof Refused) store.set({ preview: { problem: error.text } });
      else store.sayError(error);
    }
  }

  private get request(): IssueRequest {
    const { chosen, draft } = this.store.state;
    const { granularity, year, index, due, division } = draft;
    return {
      plans: chosen,
      period: { granularity, year, index },
      due,
      division,
      language: this.store.language,
      issuedAt: this.store.now().toISOString(),
    };
  }

  async takePrevious(files: readonly DroppedFile[]): Promise<void> {
    const { store } = this;
    const previous = await store.run(
      'previous',
      async (signal) => {
        await this.handOver(files);
        return store.call(
          'takePrevious',
          { files: 'handed-over' },
          {
            signal,
            onProgress: ({ done, total }) => {
              store.progress(done, total);
            },
          },
        );
      },
      { canCancel: true },
    );
    if (!previous) return;
    store.set({ previous });
    store.say(
      'success',
      fill(messages.previousTaken, {
        period: previous.period,
        figures: previous.figures,
        files: previous.files,
      }),
    );
    await this.preview();
  }

  async leavePrevious(): Promise<void> {
    await this.store.call('leavePrevious', null);
    this.store.set({ previous: null });
    await this.preview();
  }

  async issue(): Promise<void> {
    const { store } = this;
    const made = await store.run(
      'issue',
      (signal) =>
        store.call('issueRound', this.request, {
          signal,
          onProgress: ({ done, total }) => {
            store.progress(done, total);
          },
        }),
      { canCancel: true },
    );
    if (!made) return;
    const { round, zip } = made;
    this.outputs.clear();
    store.set({ round, files: [], standing: null, outputs: null, isUnsaved: true });
    if (!(await this.hand(zip))) return;
    const figures = round.issued.reduce((total, issued) => total + issued.figures, 0);
    const count = round.issued.length;
    store.set({ isUnsaved: false });
    store.say('success', fill(messages.issued, { count, figures, file: zip.name }));
  }

  async openBlank(file: string): Promise<void> {
    const { store } = this;
    await store.run('open', async () => {
      const blank = await store.call('blank', { file });
      await store.port.open(blank.bytes, blank.name);
    });
  }

  /** Opens the round in what was dropped, or checks what was dropped. */
  async take(files: readonly DroppedFile[]): Promise<void> {
    const { store } = this;
    if (files.length === 0) {
      store.say('warning', messages.nothingDropped);
      return;
    }
    const mayHoldRound = files.some(({ path }) => /(^|\/)round\.json$|\.zip$/i.test(path));
    if (mayHoldRound) {
      const opened = await store.run('open', async () => {
        await this.handOver(files);
        return store.call('openRound', { files: 'handed-over' });
      });
      // why it could not be opened is said
      if (store.state.notice) return;
      if (opened) {
        this.outputs.clear();
        const { round, inbox } = opened;
        store.set({ round, files: [], standing: null, outputs: null, isUnsaved: false });
        if (inbox > 0) await this.check('inbox');
        else {
          await this.stand();
          const period = parsePeriod(round.period);
          const label = period ? periodLabel(period) : round.period;
          const count = round.issued.length;
          store.say('success', fill(messages.opened, { period: label, count }));
        }
        return;
      }
    }
    await this.check(files);
  }

  async closeRound(): Promise<void> {
    const { store } = this;
    await store.call('closeRound', null);
    this.outputs.clear();
    store.set({
      round: null,
      files: [],
      standing: null,
      outputs: null,
      isUnsaved: false,
      notice: null,
    });
  }

  /** A few at a time: what a page hands to a worker holds the page up. */
  private async handOver(files: readonly DroppedFile[]): Promise<void> {
    for (let at = 0; at === 0 || at < files.length; at += HANDFUL) {
      const some = files.slice(at, at + HANDFUL);
      await this.store.call('handOver', { files: some, isFirst: at === 0 });
    }
  }

  private async check(files: readonly DroppedFile[] | 'inbox'): Promise<void> {
    const { store } = this;
    const result = await store.run(
      'check',
      async (signal) => {
        if (files !== 'inbox') await this.handOver(files);
        return store.call(
          'check',
          { files: files === 'inbox' ? files : 'handed-over' },
          {
            signal,
            onProgress: ({ done, total, rows }) => {
              store.checked(rows, done, total);
            },
          },
        );
      },
      { canCancel: true },
    );
    if (!result) return;
    const { isWhole, checked } = result;
    if (files !== 'inbox' && checked > 0) store.set({ isUnsaved: store.state.round !== null });
    store.set({ outputs: null });
    await this.stand();
    if (isWhole && checked === 0) store.say('warning', messages.nothingDropped);
    else if (isWhole) store.say('success', fill(messages.checked, { count: checked }));
    else store.say('info', fill(messages.checkCancelled, { count: checked }));
  }

  async leaveFile(file: string): Promise<void> {
    const { store } = this;
    await store.call('leaveFiles', { files: [file] });
    store.set({ files: store.state.files.filter((row) => row.file !== file), outputs: null });
    await this.stand();
  }

  /** Who has reported, as far as it is known. */
  private async stand(): Promise<void> {
    const { store } = this;
    if (!store.state.round) return;
    try {
      store.set({ standing: await store.call('standing', null) });
    } catch (error) {
      store.sayError(error);
    }
  }

  setReason(file: string, why: string): void {
    const { store } = this;
    store.set({ reasons: { ...store.state.reasons, [file]: why } });
  }

  setDecider(decider: string): void {
    this.store.set({ decider });
  }

  async decide(kind: DecisionKind, file: string): Promise<void> {
    const { store } = this;
    const { reasons, decider: by } = store.state;
    const why = reasons[file] ?? '';
    const now = store.now().toISOString();
    try {
      const standing = await store.call('decide', { kind, file, why, by, now });
      store.set({
        standing,
        reasons: { ...reasons, [file]: '' },
        outputs: null,
        isUnsaved: true,
        notice: { intent: 'success', text: fill(messages.decided[kind], { file }) },
      });
    } catch (error) {
      store.sayError(error);
    }
  }

  filterFiles(fileFilter: FileFilter): void {
    this.store.set({ fileFilter });
  }

  searchFiles(fileSearch: string): void {
    this.store.set({ fileSearch });
  }

  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.store.say('success', messages.copied);
    } catch {
      this.store.say('warning', messages.notCopied);
    }
  }

  async compile(language: Language): Promise<void> {
    const { store } = this;
    const now = store.now().toISOString();
    const compiled = await store.run(
      'compile',
      (signal) =>
        store.call(
          'compile',
          { now, language },
          {
            signal,
            onProgress: ({ done, total }) => {
              store.progress(done, total);
            },
            onQuestion: drawPicture,
          },
        ),
      { canCancel: true },
    );
    if (!compiled) return;
    const { outputs, standing, hasPicture } = compiled;
    this.outputs = new Map(outputs.map(({ name, bytes }) => [name, bytes]));
    store.set({
      outputs: outputs.map(({ name, bytes }) => ({ name, size: bytes.length })),
      standing,
      isUnsaved: true,
    });
    const count = (state: string) =>
      standing.workbooks.filter((workbook) => workbook.state === state).length;
    const text = hasPicture ? messages.compiled : messages.compiledNoPicture;
    store.say(
      hasPicture ? 'success' : 'warning',
      fill(text, { accepted: count('accepted'), missing: count('missing') }),
    );
  }

  /** Opens a workbook where the program can, else hands the file to the person. */
  async openOutput(name: string): Promise<void> {
    const bytes = this.outputs.get(name);
    if (!bytes) return;
    const { store } = this;
    try {
      if (name.endsWith('.xlsx')) await store.port.open(bytes, name);
      else await store.port.download(bytes, name);
    } catch (error) {
      store.sayError(error);
    }
  }

  async saveOutput(name: string): Promise<void> {
    const bytes = this.outputs.get(name);
    if (bytes) await this.hand({ name, bytes });
  }

  async packRound(): Promise<void> {
    const { store } = this;
    const zip = await store.run('pack', () => store.call('packRound', null));
    if (!zip || !(await this.hand(zip))) return;
    store.set({ isUnsaved: false });
    store.say('success', fill(messages.packed, { file: zip.name }));
  }

  private async hand({ bytes, name }: Bytes): Promise<boolean> {
    try {
      await this.store.port.download(bytes, name);
      return true;
    } catch (error) {
      this.store.sayError(error);
      return false;
    }
  }
}
