import path from 'node:path';
import type { Consolidation } from '../../core/consolidation/consolidation';
import { sharedFigures, withSharedLeads } from '../../core/plan/links';
import { parsePeriod } from '../../core/plan/period';
import type { Plan } from '../../core/plan/schema';
import { compile } from '../../core/pipeline';
import type { Expected } from '../../core/review/against-round';
import { reissue } from '../../core/submission/recover/reissue';
import type { Carrier } from '../../core/template/model';
import type { Round } from '../../core/template/round';
import { digestWith } from './digest';
import { cliMessages } from './messages';
import type { Output } from './output';
import { readFile } from './read-file';
import { inboxFiles, type RoundFolder } from './round-folder';

/** What the round's submissions are held against. */
export function expectedOf(round: Round): Expected {
  const { id, period, plans, isSigned } = round;
  let templates: readonly Carrier[] | null = null;
  return {
    round: { id, period },
    plans: plans.map(({ plan, hash }) => ({ id: plan.id, title: plan.title, hash })),
    isSigned,
    templates: () => (templates ??= reissue(round, digestWith(null))),
  };
}

/** The round's plans, with the reporters that shared figures bring. */
function plansOf({ plans, links }: Round): Plan[] {
  const own = plans.map(({ plan }) => plan);
  return links ? withSharedLeads(own, sharedFigures(links, own)) : own;
}

/** Reads the whole inbox, leaving it as it is, and brings it together. */
export async function consolidateRound(
  roundFolder: RoundFolder,
  key: Uint8Array | null,
  output?: Output,
): Promise<Consolidation> {
  const { folder, round } = roundFolder;
  const inbox = path.join(folder, 'inbox');
  const names = await inboxFiles(roundFolder);
  const digest = digestWith(key);
  const expected = expectedOf(round);
  const readAll = async (step: () => void) => {
    const received = [];
    for (const name of names) {
      received.push(await readFile(inbox, name, digest, expected));
      step();
    }
    return received;
  };
  const received = output
    ? await output.progress(cliMessages.checking, names.length, readAll)
    : await readAll(() => undefined);
  const period = parsePeriod(round.period);
  if (!period) throw new Error(`round ${round.id} has the period ${round.period}`);
  return compile({
    round: round.id,
    plans: plansOf(round),
    period,
    due: round.due,
    nearSchedule: round.form.thresholds.nearSchedule,
    issued: round.issued,
    received,
    history: round.history,
  });
}
