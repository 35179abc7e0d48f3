import { fill } from '../../../core/plan/text';
import type { DroppedFile, RoundDraft, Tab } from '../../../panel/coordinator/model';
import { Refused } from '../worker/calls';
import type { Bytes, IssueRequest } from './coordinator-calls';
import type { CoordinatorStore } from './coordinator-store';
import { storeMessages as messages } from './store-messages';

/** Files handed to the worker in one message. */
const HANDFUL = 16;

/** What a person can do before files come in: choose plans, prepare a round, issue it. */
export class PreparingActions {
  /** The results of the last compile, by name. */
  protected outputs = new Map<string, Uint8Array>();
  private previews = 0;

  constructor(protected readonly store: CoordinatorStore) {}

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

  /** A few at a time: what a page hands to a worker holds the page up. */
  protected async handOver(files: readonly DroppedFile[]): Promise<void> {
    for (let at = 0; at === 0 || at < files.length; at += HANDFUL) {
      const some = files.slice(at, at + HANDFUL);
      await this.store.call('handOver', { files: some, isFirst: at === 0 });
    }
  }

  protected async hand({ bytes, name }: Bytes): Promise<boolean> {
    try {
      await this.store.port.download(bytes, name);
      return true;
    } catch (error) {
      this.store.sayError(error);
      return false;
    }
  }
}
