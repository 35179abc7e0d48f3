import { z } from 'zod';
import { FREQUENCIES } from '../../../core/plan/schema';
import { DIVISIONS } from '../../../core/template/select';
import { TABS, type CoordinatorState } from '../../../panel/coordinator/model';
import type { Port } from '../port';

type Chosen = Pick<CoordinatorState, 'tab' | 'chosen' | 'draft' | 'indicatorSearch' | 'decider'>;

const KEY = 'coordinator';
const schema = z.strictObject({
  tab: z.enum(TABS),
  chosen: z.array(z.string().max(200)).max(50),
  indicatorSearch: z.string().max(200),
  decider: z.string().max(100),
  draft: z.strictObject({
    granularity: z.enum(FREQUENCIES),
    year: z.int().min(1949).max(2100),
    index: z.int().min(1).max(12),
    due: z.string().max(20),
    division: z.enum(DIVISIONS),
  }),
});

/** What the person chose last; what fits the clock where nothing is known. */
export function readChoices({ choices }: Port, now: Date): Chosen {
  try {
    return schema.parse(JSON.parse(choices.read(KEY) ?? ''));
  } catch {
    return firstChoices(now);
  }
}

export function writeChoices({ choices }: Port, state: Chosen): void {
  const { tab, chosen, draft, indicatorSearch, decider } = state;
  const text = JSON.stringify({ tab, chosen: [...chosen], draft, indicatorSearch, decider });
  // nothing is written for what is no choice, such as progress
  if (choices.read(KEY) !== text) choices.write(KEY, text);
}

/** The quarter that ended last, due in ten days. */
function firstChoices(now: Date): Chosen {
  const quarter = Math.floor(now.getMonth() / 3);
  const [year, index] = quarter === 0 ? [now.getFullYear() - 1, 4] : [now.getFullYear(), quarter];
  const due = new Date(now.getTime() + 10 * 24 * 3_600_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    tab: 'plan',
    chosen: [],
    indicatorSearch: '',
    decider: '',
    draft: {
      granularity: 'quarter',
      year,
      index,
      due: `${due.getFullYear()}-${two(due.getMonth() + 1)}-${two(due.getDate())}`,
      division: 'unit',
    },
  };
}
