import { comparePlans, type ComparedPair, type Difference } from '../../../core/plan/compare';
import type { Links } from '../../../core/plan/links';
import type { Indicator } from '../../../core/plan/schema';
import type { Text } from '../../../core/plan/text';
import { targetText } from '../../../core/template/target-text';
import { EXIT, type ExitCode } from '../failure';
import { cliMessages as messages } from '../messages';
import type { Output } from '../output';
import { loadLinks, loadPlan } from '../plans';

/** `plan compare`: targets of two plans on the same subject, side by side; a person decides what they mean. */
export async function compareCommand(
  leftName: string,
  rightName: string,
  output: Output,
): Promise<ExitCode> {
  const [left, right] = await Promise.all([loadPlan(leftName), loadPlan(rightName)]);
  const links = await loadLinks(undefined);
  const pairs = comparePlans(left.plan, right.plan).map((pair) => {
    const keys = [`${left.plan.id}/${pair.left.id}`, `${right.plan.id}/${pair.right.id}`];
    return { pair, keys, known: knownAbout(keys, links) };
  });
  output.json(
    pairs.map(({ pair, keys, known }) => ({
      left: sideJson(pair.left, keys[0]!),
      right: sideJson(pair.right, keys[1]!),
      likeness: Number(pair.likeness.toFixed(2)),
      differences: pair.differences,
      ...known,
    })),
  );
  output.line(messages.comparedHead, { left: left.plan.title, right: right.plan.title });
  output.table(
    [messages.colLeft, messages.colRight, messages.colDifferences, messages.colKnown],
    pairs.map(({ pair, known }) => [
      sideText(pair.left, output),
      sideText(pair.right, output),
      differencesText(pair, output),
      'reason' in known
        ? known.reason
        : 'shared' in known
          ? messages.declaredSame[output.language]
          : '',
    ]),
    [36, 36, 16, 34],
  );
  output.line(messages.comparedTotal, { count: pairs.length });
  return EXIT.clean;
}

/** What the links file says of the two: the same figure, look-alikes with a reason, or nothing. */
function knownAbout(keys: readonly string[], links: Links) {
  const holds = ({ members }: { members: readonly string[] }) =>
    keys.every((key) => members.includes(key));
  const shared = links.shared.find(holds);
  if (shared) return { shared: shared.id };
  const lookAlike = links.lookAlikes.find(holds);
  return lookAlike ? { reason: lookAlike.reason } : {};
}

function sideJson({ name, target, measureUnit, leadUnit }: Indicator, id: string) {
  return { indicator: id, name, target, measureUnit, leadUnit };
}

function sideText({ name, target, measureUnit }: Indicator, { language }: Output): string {
  return `${name}\n${targetText(target, measureUnit)[language]} (${target.year})`;
}

const DIFFERENCES: Readonly<Record<Difference, Text>> = {
  name: messages.diffName,
  measureUnit: messages.colUnit,
  kind: messages.colKind,
  operator: messages.diffOperator,
  value: messages.colTarget,
  year: messages.colYear,
  everyYear: messages.diffEveryYear,
  strength: messages.diffStrength,
  leadUnit: messages.colLead,
};

function differencesText({ differences }: ComparedPair, { language }: Output): string {
  return differences
    .map((difference) => DIFFERENCES[difference][language])
    .join(language === 'zh' ? '、' : ', ');
}
