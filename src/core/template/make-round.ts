import {
  checkLinks,
  sharedFigures,
  withSharedLeads,
  type LinkProblem,
  type Links,
} from '../plan/links';
import { elapsedMonths, formatPeriod, type Period } from '../plan/period';
import { regionView } from '../plan/region-view';
import type { Plan } from '../plan/schema';
import type { Language } from '../plan/text';
import type { BuiltTemplate, RoundContext } from './build-template';
import { blankName, freeWorkbookName } from './file-names';
import type { Form } from './form';
import { historyOf } from './history';
import type { PastFigure, Round } from './round';
import type { Digest } from './seal';
import {
  collectedIndicators,
  entriesFor,
  recipientsOf,
  type Division,
  type Recipient,
} from './select';

/** A plan with the SHA-256 of its JSON, which names its version whatever its file's spacing. */
export interface VersionedPlan {
  readonly plan: Plan;
  readonly hash: string;
}

/** What a person asks a round to be. */
export interface RoundRequest {
  readonly plans: readonly VersionedPlan[];
  /** Which figures the plans share; not looked at where there is only one. */
  readonly links: Links | null;
  /** Accepted figures of earlier rounds. */
  readonly history: readonly PastFigure[];
  readonly period: Period;
  /** ISO date. */
  readonly due: string;
  readonly division: Division;
  /** The region that runs the round over its own part of the plans; null for the plans' own coordinator. */
  readonly region: string | null;
  /** Only these organisations; all where null. */
  readonly units: readonly string[] | null;
  /** ISO time; core has no clock. */
  readonly issuedAt: string;
  readonly language: Language;
  readonly product: string;
  readonly form: Form;
  readonly password: string | null;
  readonly digest: Digest;
}

/** Why no round can be made of what was asked; each host says it in its own words. */
export type RoundRefusal =
  | {
      readonly is: 'unknown-region';
      readonly region: string;
      readonly known: readonly string[];
    }
  | { readonly is: 'period-outside'; readonly plan: Plan }
  | { readonly is: 'links'; readonly problems: readonly LinkProblem[] }
  | { readonly is: 'nothing-asked' }
  | {
      readonly is: 'unknown-units';
      readonly names: readonly string[];
      readonly known: readonly string[];
    };

export interface RoundDraft {
  readonly context: RoundContext;
  /** Everybody whom it asks. */
  readonly recipients: readonly Recipient[];
  /** What round.json keeps of what the round was made from; the plans as the region sees them. */
  readonly request: RoundRequest;
  /** The plans as they were given. */
  readonly whole: readonly VersionedPlan[];
}

export type RoundDrafting =
  | { readonly ok: true; readonly draft: RoundDraft }
  | { readonly ok: false; readonly refusal: RoundRefusal };

/** A round and everybody whom it asks; nothing is built or written yet. */
export function draftRound(asked: RoundRequest): RoundDrafting {
  const { period, division, region, units, issuedAt, digest, plans: whole } = asked;
  const links = whole.length < 2 ? null : asked.links;
  const given = whole.map(({ plan }) => plan);
  const problems = links ? checkLinks(links, given) : [];
  if (problems.length > 0) return refuse({ is: 'links', problems });
  const views = region === null ? whole : viewsFor(whole, region);
  if (views.length < whole.length) {
    const known = new Set(given.flatMap((plan) => plan.regions.map(({ name }) => name)));
    return refuse({ is: 'unknown-region', region: region ?? '', known: [...known] });
  }
  const request: RoundRequest = { ...asked, links, plans: views };
  const own = views.map(({ plan }) => plan);
  const outside = own.find(({ startYear }) => elapsedMonths(startYear, period) <= 0);
  if (outside) return refuse({ is: 'period-outside', plan: outside });
  const shared = request.links ? sharedFigures(request.links, own) : [];
  const reporting = withSharedLeads(own, shared);
  const plans = request.plans.map(({ hash }, index) => ({ plan: reporting[index]!, hash }));
  const context: RoundContext = {
    round: roundId(plans, period, region ?? division, issuedAt, digest),
    plans,
    period,
    due: request.due,
    issuedAt,
    coordinator: plans[0]!.plan.coordinator,
    product: request.product,
    language: request.language,
    form: request.form,
    history: historyOf(request.history),
    shared,
    digest,
    password: request.password,
  };
  const asking = recipientsOf(reporting, period, division);
  const known = [...new Set(asking.map(({ organisation }) => organisation))];
  const names = units?.filter((unit) => !known.includes(unit)) ?? [];
  if (units && (names.length > 0 || units.length === 0))
    return refuse({ is: 'unknown-units', names, known });
  const recipients = asking.filter(({ organisation }) => !units || units.includes(organisation));
  if (recipients.length === 0) return refuse({ is: 'nothing-asked' });
  return { ok: true, draft: { context, recipients, request, whole } };
}

/** The workbooks of a round as they are written, one after the other, each with its file's name. */
export class IssuedBlanks {
  readonly issued: Round['issued'] = [];

  constructor(private readonly draft: RoundDraft) {}

  /** The name that the next blank's file gets. */
  nameFor(recipient: Recipient): string {
    const { context } = this.draft;
    return freeWorkbookName(
      blankName(formatPeriod(context.period), recipient, context.language),
      this.issued.map(({ file }) => file),
    );
  }

  /** @param hash SHA-256 of the bytes that were written under this name */
  add(recipient: Recipient, { model, carrier }: BuiltTemplate, file: string, hash: string): void {
    this.issued.push({
      organisation: recipient.organisation,
      region: recipient.region,
      file,
      hash,
      seal: carrier.seal.value,
      figures: model.entries.filter(({ derivation }) => derivation === null).length,
    });
  }

  /** round.json of the workbooks so far. */
  round(): Round {
    const { context, request } = this.draft;
    return {
      schemaVersion: 1,
      id: context.round,
      product: context.product,
      period: formatPeriod(context.period),
      due: context.due,
      issuedAt: context.issuedAt,
      division: request.division,
      ...(request.region !== null && { region: request.region }),
      language: context.language,
      coordinator: context.coordinator,
      isSigned: context.digest.hmac !== undefined,
      plans: [...request.plans],
      form: context.form,
      links: request.links,
      issued: this.issued,
      history: [...request.history],
    };
  }
}

/** round.json as it is written. */
export function roundJson(round: Round): string {
  return `${JSON.stringify(round, null, 2)}\n`;
}

/** How many figures the plans would ask each recipient for without sharing any. */
export function figuresUnshared({ request }: RoundDraft): number {
  const { period, division, history } = request;
  const plans = request.plans.map(({ plan }) => plan);
  return recipientsOf(plans, period, division)
    .flatMap((recipient) => entriesFor(recipient, period, historyOf(history), []))
    .filter(({ derivation }) => derivation === null).length;
}

/** How many indicators a round by region, or a region's own, leaves out: no region reports them. */
export function undividedCount({ context, request, whole }: RoundDraft): number {
  if (request.division !== 'region' && request.region === null) return 0;
  return whole
    .flatMap(({ plan }) => collectedIndicators(plan, context.period))
    .filter(({ rollUp, allocations }) => rollUp === 'none' && allocations.length === 0).length;
}

/** The plans as the region runs its own round over them; without those that do not list it. */
function viewsFor(plans: readonly VersionedPlan[], region: string): VersionedPlan[] {
  return plans.flatMap(({ plan, hash }) => {
    const view = regionView(plan, region);
    return view ? [{ plan: view, hash }] : [];
  });
}

/** Unique to this issue of the round: the same asked for again makes another round. */
function roundId(
  plans: readonly VersionedPlan[],
  period: Period,
  cut: string,
  issuedAt: string,
  digest: Digest,
): string {
  const ids = plans.map(({ plan }) => plan.id).join('+');
  const content = JSON.stringify([plans.map(({ hash }) => hash), cut, issuedAt]);
  return `${ids}@${formatPeriod(period)}#${digest.sha256(content).slice(0, 8)}`;
}

function refuse(refusal: RoundRefusal): RoundDrafting {
  return { ok: false, refusal };
}
