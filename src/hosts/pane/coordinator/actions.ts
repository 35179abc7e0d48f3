import type { DecisionKind } from '../../../core/consolidation/decisions';
import { fill, type Language } from '../../../core/plan/text';
import type { CoordinatorEvents, DroppedFile, FileFilter } from '../../../panel/coordinator/model';
import { labelOf } from '../../../panel/coordinator/period-label';
import { drawPicture } from './draw-picture';
import { PreparingActions } from './preparing-actions';
import { storeMessages as messages } from './store-messages';

/** All that a person can do on the coordinator's pane. */
export class CoordinatorActions extends PreparingActions implements CoordinatorEvents {
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
          const [period, count] = [labelOf(round.period), round.issued.length];
          store.say('success', fill(messages.opened, { period, count }));
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
}
