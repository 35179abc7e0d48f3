import { changesSince, type ChangedFile, type Changes } from '../consolidation/changes';
import type { Consolidation } from '../consolidation/consolidation';
import { fill, verbatim, type Text } from '../plan/text';
import { changesMessages as messages } from './changes-messages';
import { chinaTime, type LastCompile, type ReportContext } from './context';

/** What is other than in the last compile; null where there is none to compare with. */
export function changesOf({
  consolidation,
  lastCompile,
}: Pick<ReportContext, 'consolidation' | 'lastCompile'>): Changes | null {
  const before = lastCompile?.before;
  return before ? changesSince(before, consolidation) : null;
}

/** What is compared with what, and how much changed, in a sentence. */
export function changesNote(consolidation: Consolidation, lastCompile?: LastCompile): Text {
  if (!lastCompile) return messages.first;
  const { at, beforeAt, before, isSame } = lastCompile;
  const time: Text = at === null ? verbatim('') : fill(messages.time, { time: chinaTime(at) });
  if (!before) return fill(messages.sameEver, { time });
  const changes = changesOf({ consolidation, lastCompile });
  if (!changes) return messages.otherRound;
  const count = (change: ChangedFile['change']) =>
    changes.files.filter((file) => file.change === change).length;
  const files = fill(messages.counts, {
    new: count('new'),
    replaced: count('replaced'),
    withdrawn: count('withdrawn'),
    aside: count('set-aside'),
  });
  const indicators = changes.indicators.length;
  if (!isSame) return fill(messages.since, { time, files, indicators });
  const earlier = beforeAt === null ? messages.anEarlierOne : verbatim(chinaTime(beforeAt));
  return fill(messages.same, { time, before: earlier, files, indicators });
}
