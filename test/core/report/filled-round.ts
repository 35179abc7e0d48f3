import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Consolidation, ReceivedFile } from '../../../src/core/consolidation/consolidation';
import { samePeriodLastYear, formatPeriod } from '../../../src/core/plan/period';
import { planSchema, type Indicator, type Plan } from '../../../src/core/plan/schema';
import type { Language } from '../../../src/core/plan/text';
import type { ReportOptions } from '../../../src/core/report/consolidated-workbook';
import { reportDesignSchema } from '../../../src/core/report/report-design';
import { yardstick } from '../../../src/core/rule/progress/yardstick';
import { roundTo } from '../../../src/core/rule/rounding';
import { MILESTONE_STATUSES } from '../../../src/core/rule/row';
import { entriesOf, subjectOf } from '../../../src/core/template/entry';
import { formSchema } from '../../../src/core/template/form';
import { recipientsOf, type Division } from '../../../src/core/template/select';
import { consolidated, period, type Filling, type Sent } from '../consolidation/samples';

const ROOT = path.join(__dirname, '../../..');

function json(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

export function seed(id: string): Plan {
  return planSchema.parse(json(`seeds/${id}/plan.json`));
}

export function options(language: Language = 'zh'): ReportOptions {
  return {
    form: formSchema.parse(json('templates/standard.json')),
    design: reportDesignSchema.parse(json('templates/consolidated.json')),
    language,
    createdAt: '2021-07-12T01:30:00Z',
    product: 'Tallybook',
  };
}

export interface Round {
  readonly plans: readonly Plan[];
  readonly period: string;
  readonly division?: Division;
  /** Of the recipients, how many send nothing: every n-th. */
  readonly silentEvery?: number;
  /** Whether last year's figures are known. */
  readonly hasHistory?: boolean;
}

/** A round in which every kind of thing happens: the same one every time, with nothing left to chance. */
export function filledRound(round: Round): Consolidation {
  const { plans, division = 'unit', silentEvery = 6 } = round;
  const when = period(round.period);
  const recipients = recipientsOf(plans, when, division);
  const everybody = recipients.map(({ organisation, region, asked }, index): Sent => {
    const fill = Object.fromEntries(
      asked.flatMap(({ plan, indicators }) =>
        indicators.flatMap((indicator) => fillings(plan, indicator, region, round.period)),
      ),
    );
    return {
      organisation,
      region,
      fill,
      file: `${organisation}${region === null || region === organisation ? '' : region}报送表.xlsx`,
      savedAt: `2021-07-${String(5 + (index % 7)).padStart(2, '0')}T02:00:00Z`,
    };
  });
  const sent = everybody.filter((_, index) => index % silentEvery !== silentEvery - 1);
  const again: Sent = { ...sent[0]!, file: '（旧）报送表.xlsx', savedAt: '2021-07-01T02:00:00Z' };
  const otherPeriod: Sent = {
    ...sent[0]!,
    file: '一季度.xlsx',
    sealValue: 'another',
    model: { round: 'round-0', period: '2021Q1' },
  };
  const broken: ReceivedFile = {
    file: '新建 XLS 工作表.xls',
    sha256: 'f'.repeat(64),
    modifiedAt: '2021-07-06T02:00:00Z',
    content: {
      is: 'unreadable',
      code: 'old-format',
      reason: { zh: '这是旧版工作簿，请另存后重报。', en: 'An old workbook: save it anew.' },
    },
  };
  const lastYear = formatPeriod(samePeriodLastYear(when));
  return consolidated({
    plans,
    period: round.period,
    division,
    sent: [...sent, again, otherPeriod].map((each, index) => ({
      ...each,
      sha256: index.toString(16).padStart(2, '0').repeat(32),
    })),
    unreadable: [broken],
    history: round.hasHistory
      ? everybody.flatMap(({ organisation = '', region = null, fill = {} }) =>
          Object.entries(fill).flatMap(([key, filling], index) => {
            const value = typeof filling === 'object' ? filling.value : filling;
            return typeof value === 'number' && index % 3 > 0
              ? plans.map((plan) => ({
                  key: `${plan.id}/${key}`,
                  organisation,
                  region,
                  period: lastYear,
                  value: value * 0.9,
                }))
              : [];
          }),
        )
      : [],
  });
}

/** How far along an indicator is, as a share of its schedule; every value of the list occurs. */
const PACES = [1.02, 0.94, 1.2, 0.6, 1, 0.97, 0.3, 1.6, 0.91, 1.05] as const;

function fillings(
  plan: Plan,
  indicator: Indicator,
  region: string | null,
  text: string,
): [string, Filling][] {
  const when = period(text);
  const place = plan.indicators.indexOf(indicator) + (region?.length ?? 0) * 3;
  const subject = subjectOf(plan, indicator, region) ?? subjectOf(plan, indicator, null)!;
  const explanation =
    place % 4 === 0 ? '' : `受外部环境影响，进度有所放缓，下步将加大力度。（${place}）`;
  const own = (filling: Filling): [string, Filling][] => [
    [indicator.id, typeof filling === 'object' ? filling : { value: filling, explanation }],
  ];
  if (place % 17 === 5) return own('blank');
  if (place % 17 === 9) return own({ value: 'not-applicable', explanation: '本市无此类项目。' });
  if (place % 23 === 7) return own('not-due');
  if (place % 29 === 11) return own('nil');
  if (indicator.kind === 'milestone') {
    const status = MILESTONE_STATUSES[place % 4]!;
    return own({
      value: status,
      explanation,
      evidence: place % 3 === 0 ? '=1+1 甬政发〔2021〕3号' : '',
    });
  }
  const { scheduled } = yardstick(subject, when, { nearSchedule: 0.9 });
  const goal = (scheduled ?? 10) * PACES[place % PACES.length]!;
  const { collect } = indicator;
  const [first, second] = entriesOf(plan, indicator, region, when);
  const id = (key: string) => key.slice(key.indexOf('/') + 1);
  switch (collect.method) {
    case 'direct':
      return own(roundTo(goal, indicator.precision));
    case 'ratio':
      return [
        [id(first!.key), roundTo((goal / collect.scale) * 2000, 0)],
        [id(second!.key), 2000],
      ];
    case 'average-growth':
      return [
        [id(first!.key), roundTo(1000 * (1 + goal / 100) ** (when.year - collect.baseYear), 2)],
        [id(second!.key), 1000],
      ];
  }
}
