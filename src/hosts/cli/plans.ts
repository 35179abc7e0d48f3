import { promises as fs } from 'node:fs';
import path from 'node:path';
import { checkPlanRules } from '../../core/rule/plan-rules/check';
import { checkPlan } from '../../core/plan/check';
import { linksSchema, type Links } from '../../core/plan/links';
import { planMessages } from '../../core/plan/messages';
import { planSchema, type Plan } from '../../core/plan/schema';
import { fill, verbatim, type Text } from '../../core/plan/text';
import { formSchema, type Form } from '../../core/template/form';
import {
  briefingDesignSchema,
  type BriefingDesign,
} from '../../core/report/briefing/briefing-design';
import { reportDesignSchema, type ReportDesign } from '../../core/report/report-design';
import { slipDesignSchema, type SlipDesign } from '../../core/report/return-slip-design';
import { sha256 } from './digest';
import { Failure } from './failure';
import { kindOf, listFiles, PRODUCT_FOLDER, readJson, readText } from './files';
import { cliMessages } from './messages';

export interface LoadedPlan {
  readonly plan: Plan;
  /** SHA-256 of the plan's canonical JSON. */
  readonly hash: string;
}

const SEEDS = path.join(PRODUCT_FOLDER, 'seeds');

/** The ids of the plans that come with the product. */
export async function seedIds(): Promise<string[]> {
  const files = await listFiles(SEEDS);
  return files
    .filter((file) => path.basename(file) === 'plan.json')
    .map((file) => path.dirname(file));
}

/** Loads a plan by a seed's id or by the path of a plan.json or its folder; throws a Failure where it can't be used. */
export async function loadPlan(name: string): Promise<LoadedPlan> {
  const file = await planFile(name);
  const plan = await readJson(file, planSchema);
  // the name alone: a plan file may not point anywhere else
  const source = path.join(path.dirname(file), path.basename(plan.source.file));
  const text = (await kindOf(source)) === 'file' ? await readText(source) : null;
  const problems: { readonly message: Text }[] = [];
  if (text !== null && sha256(await fs.readFile(source)) !== plan.source.sha256)
    problems.push({ message: planMessages.sourceHash });
  problems.push(...checkPlan(plan, text), ...checkPlanRules(plan));
  if (problems.length > 0) {
    const join = (language: 'zh' | 'en') =>
      problems
        .slice(0, 20)
        .map(({ message }) => `  ${message[language]}`)
        .join('\n');
    const detail = { zh: join('zh'), en: join('en') };
    throw new Failure(fill(cliMessages.planProblems, { file, count: problems.length, detail }));
  }
  return { plan, hash: hashOf(plan) };
}

/** The version of a plan's content, whatever its file's spacing. */
export function hashOf(plan: Plan): string {
  return sha256(JSON.stringify(plan));
}

/** Loads the form that templates are made from: the standard one, or a person's own. */
export async function loadForm(file: string | undefined): Promise<Form> {
  return readJson(file ?? path.join(PRODUCT_FOLDER, 'templates', 'standard.json'), formSchema);
}

/** Loads the figures that plans share: from a person's own file, or those that come with the product. */
export async function loadLinks(file: string | undefined): Promise<Links> {
  return readJson(file ?? path.join(SEEDS, 'links.json'), linksSchema);
}

/** Loads the looks of the consolidated workbook. */
export async function loadReportDesign(): Promise<ReportDesign> {
  return readJson(path.join(PRODUCT_FOLDER, 'templates', 'consolidated.json'), reportDesignSchema);
}

/** Loads the wording and the looks of the bulletin. */
export async function loadBriefingDesign(): Promise<BriefingDesign> {
  return readJson(path.join(PRODUCT_FOLDER, 'templates', 'briefing.json'), briefingDesignSchema);
}

/** Loads the looks of a return slip. */
export async function loadSlipDesign(): Promise<SlipDesign> {
  return readJson(path.join(PRODUCT_FOLDER, 'templates', 'return-slip.json'), slipDesignSchema);
}

async function planFile(name: string): Promise<string> {
  const seeds = await seedIds();
  if (seeds.includes(name)) return path.join(SEEDS, name, 'plan.json');
  const kind = await kindOf(name);
  if (kind === 'file') return name;
  if (kind === 'folder') return path.join(name, 'plan.json');
  throw new Failure(fill(cliMessages.planUnknown, { name, known: verbatim(seeds.join('\n  ')) }));
}
