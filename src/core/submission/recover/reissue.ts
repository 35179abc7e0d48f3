import { sharedFigures, withSharedLeads } from '../../plan/links';
import { parsePeriod } from '../../plan/period';
import { buildTemplate, type RoundContext } from '../../template/build-template';
import { historyOf } from '../../template/history';
import type { Round } from '../../template/round';
import type { Digest } from '../../template/seal';
import { recipientsOf } from '../../template/select';
import { identityTexts } from './head';
import type { IssuedTemplate } from './identity';

/** The blanks of a round, made again from round.json; each with the seal that it was issued with. */
export function reissue(round: Round, digest: Digest): IssuedTemplate[] {
  const context = contextOf(round, digest);
  const plans = context.plans.map(({ plan }) => plan);
  return recipientsOf(plans, context.period, round.division).flatMap((recipient) => {
    const issued = round.issued.find(
      ({ organisation, region }) =>
        organisation === recipient.organisation && region === recipient.region,
    );
    if (!issued) return [];
    const { carrier, model } = buildTemplate(context, recipient);
    const seal = { ...carrier.seal, value: issued.seal };
    return [{ carrier: { ...carrier, seal }, head: identityTexts(round.form, model) }];
  });
}

function contextOf(round: Round, digest: Digest): RoundContext {
  const period = parsePeriod(round.period);
  if (!period) throw new Error(`round ${round.id} has the period ${round.period}`);
  const own = round.plans.map(({ plan }) => plan);
  const shared = round.links ? sharedFigures(round.links, own) : [];
  const plans = withSharedLeads(own, shared);
  return {
    round: round.id,
    plans: round.plans.map(({ hash }, index) => ({ plan: plans[index]!, hash })),
    period,
    due: round.due,
    issuedAt: round.issuedAt,
    coordinator: round.coordinator,
    product: round.product,
    language: round.language,
    form: round.form,
    history: historyOf(round.history),
    shared,
    digest,
    password: null,
  };
}
