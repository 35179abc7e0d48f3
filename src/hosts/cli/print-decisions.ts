import { decisionKinds, standings } from '../../core/consolidation/decision-messages';
import type { DecisionRecord } from '../../core/consolidation/decisions';
import { clockTime } from '../../core/consolidation/times';
import { decideMessages } from './commands/decide-messages';
import { cliMessages as messages } from './messages';
import type { Output } from './output';

/** The coordinator's decisions as a table for a person. */
export function printDecisions(decisions: readonly DecisionRecord[], output: Output): void {
  const { language } = output;
  output.line(decideMessages.title);
  output.table(
    [
      messages.colFile,
      decideMessages.colDecision,
      messages.colReason,
      decideMessages.colWhen,
      decideMessages.colStanding,
    ],
    decisions.map((decision) => [
      decision.file,
      [decisionKinds[decision.decision][language], decision.by ?? ''].join('\n').trim(),
      decision.why,
      clockTime(decision.at),
      standings[decision.standing][language],
    ]),
    [28, 12, 36, 17, 28],
  );
}
