import { applyPlanRules } from './plan-rules';
import { assign, type CountedFile } from './assign';
import type { Consolidation, FiledFinding, RoundInput } from './consolidation';
import { recordsOf } from './decisions';
import { factsOf } from './facts';
import { PastFigures } from './history';
import { indicatorResults } from './indicators';
import type { RoundFacts } from './round-facts';

/**
 * Brings the submissions of a round together: which file counts for which workbook, the facts in them,
 * and every indicator against its target and schedule. The order of the received files has no influence.
 * @throws where a plan's own rule cannot be applied, which checkPlanRules says beforehand
 */
export function consolidate(input: RoundInput): Consolidation {
  const { round, plans, period, due, nearSchedule, issued } = input;
  const { counted, workbooks, setAside } = assign(input);
  const filed = counted.map(factsOf);
  const roundFacts: RoundFacts = {
    period,
    nearSchedule,
    issued,
    filed: new Map(filed.map((facts) => [facts.issued, facts])),
    history: new PastFigures(input.history),
  };
  const results = plans.map((plan) => ({ plan, indicators: indicatorResults(plan, roundFacts) }));
  const read = counted.map(({ submission }) => submission);
  const ofRules = results.flatMap(({ plan, indicators }) =>
    applyPlanRules(plan, indicators, roundFacts, read),
  );
  return {
    round,
    plans,
    period,
    due,
    nearSchedule,
    workbooks,
    setAside,
    receivedCount: input.received.length,
    facts: filed.flatMap(({ facts }) => [...facts.values()]),
    indicators: results.flatMap(({ indicators }) => indicators),
    findings: [...counted.flatMap(filedFindings), ...ofRules],
    decisions: recordsOf(
      input.decisions ?? [],
      input.received,
      new Set(counted.map(({ sha256 }) => sha256)),
    ),
  };
}

function filedFindings({ issued, file, findings }: CountedFile): FiledFinding[] {
  const { organisation, region } = issued;
  return findings.map((finding) => ({ ...finding, file, organisation, region }));
}
