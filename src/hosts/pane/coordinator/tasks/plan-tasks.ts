import { checkPlan } from '../../../../core/plan/check';
import { planSchema, type Plan } from '../../../../core/plan/schema';
import { fill, type Text } from '../../../../core/plan/text';
import { checkPlanRules } from '../../../../core/rule/plan-rules/check';
import {
  describePlanList,
  overlongCell,
} from '../../../../core/template/plan-list/describe-plan-list';
import { readPlanList } from '../../../../core/template/plan-list/read-plan-list';
import type { DroppedFile, PlanFinding, PlanSummary } from '../../../../panel/coordinator/model';
import { readWorkbook } from '../../../../xlsx/read/read-workbook';
import { sha256 } from '../../digest';
import { Refused, type Tasks } from '../../worker/calls';
import type { CoordinatorCalls, PlanImport } from '../coordinator-calls';
import { readJsonBytes } from '../read-json-file';
import { SEED_IDS } from '../seeds';
import { DIGEST, type KnownPlan, type Session } from '../session';
import { readWhole } from '../source';
import type { Surroundings } from '../surroundings';
import { taskMessages as messages } from '../task-messages';

type PlanTasks = Pick<
  Tasks<CoordinatorCalls>,
  'listPlans' | 'showPlan' | 'importPlan' | 'exportPlan'
>;

/** A list of some hundred indicators takes far less than a megabyte. */
const LARGEST_FILE = 100 * 1_048_576;

export function planTasks(session: Session, surroundings: Surroundings): PlanTasks {
  const { load, product, writing, inflate } = surroundings;
  return {
    async listPlans() {
      for (const id of SEED_IDS) {
        if (session.plans.has(id)) continue;
        keep(session, await load(`seeds/${id}/plan.json`, planSchema), 'seed');
      }
      return [...session.plans.values()].map(summaryOf);
    },

    async showPlan({ id }) {
      return (await planOf(session, surroundings, id)).plan;
    },

    async importPlan({ files }) {
      const text = files.find(({ path }) => /\.txt$/i.test(path));
      const file = files.find((candidate) => candidate !== text);
      if (!file) throw new Refused(messages.noPlanFile);
      if (file.file.size > LARGEST_FILE) {
        const size = Math.round(file.file.size / 1_048_576);
        throw new Refused(fill(messages.planTooLarge, { file: file.path, size }));
      }
      const bytes = await readWhole(file.path, file.file);
      const source = text ? new TextDecoder().decode(await readWhole(text.path, text.file)) : null;
      const read = /\.json$/i.test(file.path)
        ? fromJson(file, bytes, source)
        : fromWorkbook(file, bytes, source);
      if (!read.ok) return refusedPlan(file.path, read.findings);
      const plan = summaryOf(keep(session, read.plan, 'imported'));
      return { ok: true, plan, isQuoteChecked: source !== null };
    },

    async exportPlan({ id, language, now }) {
      const { plan } = await planOf(session, surroundings, id);
      const about = { createdAt: now, creator: product };
      const description = describePlanList(plan, language, about);
      const overlong = overlongCell(description);
      if (overlong) throw new Refused(fill(messages.overlongCell, { ...overlong }));
      const { writeWorkbook } = await writing();
      return { name: `${id}.xlsx`, bytes: await writeWorkbook(description) };
    },
  };

  function fromWorkbook({ path }: DroppedFile, bytes: Uint8Array, source: string | null): Read {
    const read = readWorkbook(bytes, inflate ? { inflate } : {});
    if (!read.ok && /\.xls[xm]$/i.test(path))
      throw new Refused(fill(messages.planUnreadable, { file: path, reason: read.message }));
    if (!read.ok) throw new Refused(fill(messages.planWrongType, { file: path }));
    return readPlanList(read.grid, source, DIGEST);
  }
}

type Read =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly findings: readonly PlanFinding[] };

function fromJson({ path }: DroppedFile, bytes: Uint8Array, source: string | null): Read {
  const plan = readJsonBytes(path, bytes, planSchema);
  const problems: { readonly message: Text }[] = [
    ...checkPlan(plan, source),
    ...checkPlanRules(plan),
  ];
  return problems.length === 0
    ? { ok: true, plan }
    : {
        ok: false,
        findings: problems.map(({ message }) => ({ sheet: '', cell: '', message })),
      };
}

function refusedPlan(file: string, findings: readonly PlanFinding[]): PlanImport {
  const message = fill(messages.planProblems, { file, count: findings.length });
  return { ok: false, file, message, findings };
}

/** A plan by id, fetched where it comes with the product and was not yet. @throws Refused */
export async function planOf(
  session: Session,
  { load }: Surroundings,
  id: string,
): Promise<KnownPlan> {
  const known = session.plans.get(id);
  if (known) return known;
  if (!SEED_IDS.some((seed) => seed === id)) throw new Refused(messages.noPlanChosen);
  return keep(session, await load(`seeds/${id}/plan.json`, planSchema), 'seed');
}

function keep(session: Session, plan: Plan, origin: KnownPlan['origin']): KnownPlan {
  const known: KnownPlan = { plan, hash: sha256(JSON.stringify(plan)), origin };
  session.plans.set(plan.id, known);
  return known;
}

function summaryOf({ plan, origin }: KnownPlan): PlanSummary {
  const { id, title, issuer, startYear, endYear, indicators, regions } = plan;
  return {
    ...{ id, title, issuer, startYear, endYear, origin },
    indicators: indicators.length,
    regions: regions.length,
  };
}
