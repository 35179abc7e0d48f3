import { parsePeriod } from '../../../../src/core/plan/period';
import type { WorkbookDescription } from '../../../../src/core/sheet/description';
import { buildTemplate } from '../../../../src/core/template/build-template';
import { entriesFor, recipientsOf } from '../../../../src/core/template/select';
import { demoFigures } from '../../../../src/hosts/cli/demo/figures';
import { editsOf, footEdits, formOf, type Filling } from '../../../factories/filling';
import { seedPlan, SEED_IDS, type SeedId } from '../../../factories/plan';
import { contextOf, NO_HISTORY } from '../../../factories/template';
import { named, type Case } from '../../case';
import { typeInto } from '../filled';
import {
  extensionValidations,
  inlineTexts,
  legacyPassword,
  macros,
  prefixedElements,
  withoutAddresses,
  withoutValues,
  wpsProperties,
} from '../package-changes';
import { PROGRAM_NAMES, PROGRAMS } from '../programs';

function written(id: string, zh: string, en: string, rest: Omit<Case, 'id' | 'name' | 'group'>): Case {
  return { id, name: named(zh, en), group: 'programs', ...rest };
}

const built = new Map<SeedId, WorkbookDescription>();

/** The largest form that a real plan's round of its last year gives, filled with made-up figures. */
function filledSeed(id: SeedId): WorkbookDescription {
  const known = built.get(id);
  if (known) return known;
  const plan = seedPlan(id);
  const period = parsePeriod(`${plan.endYear}`)!;
  const context = contextOf([plan], `${plan.endYear}`);
  const [largest] = recipientsOf([plan], period, 'unit')
    .map((recipient) => ({ recipient, size: entriesFor(recipient, period, NO_HISTORY).length }))
    .sort((left, right) => right.size - left.size);
  const blank = buildTemplate(context, largest!.recipient);
  const fillings: Record<string, Filling> = {};
  for (const [key, { actual, explanation, evidence }] of demoFigures(blank.model))
    fillings[key] = { ...(actual === null ? {} : { actual }), explanation, evidence };
  const edits = [...editsOf(blank, fillings), ...footEdits(blank)].map(
    ({ cell, value }) => [cell, value === '' ? null : value] as const,
  );
  const description = typeInto(blank.description, formOf(blank).name, new Map(edits));
  built.set(id, description);
  return description;
}

export const PROGRAM_CASES: readonly Case[] = [
  ...PROGRAMS.map((program) => {
    const name = PROGRAM_NAMES[program];
    return written(program, `${name} 另存`, `saved by ${name}`, { program, touches: ['program', 'looks'] });
  }),
  ...PROGRAMS.flatMap((program) =>
    SEED_IDS.map((seed) => {
      const name = PROGRAM_NAMES[program];
      return written(
        `${program}-${seed}`,
        `${name} 另存 ${seed} 最大的一张表`,
        `the largest form of ${seed}, saved by ${name}`,
        { program, from: () => filledSeed(seed), isAsInMemory: true },
      );
    }),
  ),
  written('x14-lists', 'WPS：下拉列表在扩展区', 'WPS: dropdowns in an extension list', { bytes: extensionValidations }),
  written('legacy-password', 'WPS：四位十六进制旧式密码', 'WPS: the old password hash', { bytes: legacyPassword }),
  written('wps-properties', 'WPS：自定义属性', 'WPS: its own properties', { bytes: wpsProperties }),
  written('uncomputed-form', '所有公式都没有保存结果', 'no formula has its value', { bytes: withoutValues }),
  written('inline-texts', '文本存在单元格内', 'texts stored in the cells', { bytes: inlineTexts }),
  written('prefixed', '元素带命名空间前缀', 'elements under a namespace prefix', { bytes: prefixedElements }),
  written('without-addresses', '单元格不带地址', 'cells without their address', { bytes: withoutAddresses }),
  written('macros', '存为 .xlsm', 'saved as .xlsm', { bytes: macros, findings: ['note macros'] }),
];
