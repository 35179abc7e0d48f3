import { linksSchema } from '../../../../core/plan/links';
import { formatPeriod } from '../../../../core/plan/period';
import { fill, type Language, type Text } from '../../../../core/plan/text';
import { issue } from '../../../../core/pipeline';
import { formSchema } from '../../../../core/template/form';
import {
  draftRound,
  figuresUnshared,
  IssuedBlanks,
  undividedCount,
  type RoundDraft,
  type RoundRefusal,
} from '../../../../core/template/make-round';
import { safeName } from '../../../../core/template/file-names';
import { entriesFor } from '../../../../core/template/select';
import type { RecipientRow } from '../../../../panel/coordinator/model';
import { sha256 } from '../../digest';
import { Cancelled, Refused, type Tasks } from '../../worker/calls';
import type { CoordinatorCalls, IssueRequest } from '../coordinator-calls';
import { packRound, zipName } from '../pack-round';
import { DIGEST, OpenRound, type Session } from '../session';
import { madeHere } from '../source';
import type { Surroundings } from '../surroundings';
import { taskMessages as messages } from '../task-messages';
import { inTurn } from '../turns';
import { planOf } from './plan-tasks';

type IssueTasks = Pick<Tasks<CoordinatorCalls>, 'previewRound' | 'issueRound' | 'blank'>;

export function issueTasks(session: Session, surroundings: Surroundings): IssueTasks {
  return {
    async previewRound(request) {
      const draft = await drafted(request);
      const recipients = draft.recipients.map((recipient): RecipientRow => {
        const { period, history, shared } = draft.context;
        const { organisation, region, asked } = recipient;
        const entries = entriesFor(recipient, period, history, shared);
        return {
          organisation,
          region,
          indicators: asked.reduce((total, { indicators }) => total + indicators.length, 0),
          figures: entries.filter(({ derivation }) => derivation === null).length,
        };
      });
      return {
        recipients,
        figures: recipients.reduce((total, { figures }) => total + figures, 0),
        unshared: draft.context.shared.length > 0 ? figuresUnshared(draft) : null,
        undivided: undividedCount(draft),
      };
    },

    async issueRound(request, { signal, tell }) {
      const draft = await drafted(request);
      const { workbookSeries } = await surroundings.writing();
      const write = workbookSeries();
      const blanks = new IssuedBlanks(draft);
      const written = new Map<string, Uint8Array>();
      const issues = issue(draft.context, draft.recipients);
      for (const { recipient, build } of issues) {
        tell({ done: written.size, total: issues.length });
        await inTurn();
        if (signal.aborted) throw new Cancelled();
        const built = build();
        const bytes = await write(built.description);
        const file = blanks.nameFor(recipient);
        blanks.add(recipient, built, file, sha256(bytes));
        written.set(file, bytes);
      }
      tell({ done: issues.length, total: issues.length });
      const round = new OpenRound(blanks.round());
      for (const [file, bytes] of written)
        round.blanks.set(file, madeHere(bytes, request.issuedAt));
      const zip = await packRound(round);
      session.round = round;
      session.loose.clear();
      return { round: round.summary, zip: { name: zipName(round.round), bytes: zip } };
    },

    async blank({ file }) {
      const source = session.open.blanks.get(file);
      if (!source) throw new Refused(fill(messages.noBlank, { file }));
      return { name: safeName(file), bytes: await source.read() };
    },
  };

  async function drafted(request: IssueRequest): Promise<RoundDraft> {
    const { period, due, division, language, issuedAt } = request;
    if (request.plans.length === 0) throw new Refused(messages.noPlanChosen);
    const plans = await Promise.all(request.plans.map((id) => planOf(session, surroundings, id)));
    const { load, product } = surroundings;
    const drafting = draftRound({
      plans: plans.map(({ plan, hash }) => ({ plan, hash })),
      links: plans.length < 2 ? null : await load('seeds/links.json', linksSchema),
      history: session.history,
      ...{ period, due, division, language, issuedAt, product },
      units: null,
      region: null,
      form: await load('templates/standard.json', formSchema),
      password: null,
      digest: DIGEST,
    });
    if (!drafting.ok) throw new Refused(refusalText(drafting.refusal, formatPeriod(period)));
    return drafting.draft;
  }
}

function refusalText(refusal: RoundRefusal, period: string): Text {
  switch (refusal.is) {
    case 'period-outside': {
      const { title, startYear } = refusal.plan;
      return fill(messages.periodOutside, { period, plan: title, year: startYear });
    }
    case 'links': {
      const join = (language: Language) =>
        refusal.problems.map(({ message }) => message[language]).join(' ');
      return fill(messages.linkProblems, { detail: { zh: join('zh'), en: join('en') } });
    }
    case 'nothing-asked':
      return fill(messages.nothingAsked, { period });
    case 'unknown-units':
    case 'unknown-region':
      throw new Error('the pane asks all units of the whole');
  }
}
