import { named, type Case } from '../../case';
import { buildTemplate, type BuiltTemplate } from '../../../../src/core/template/build-template';
import { hashOf } from '../../../factories/digest';
import { periodOf, recipientFor } from '../../../factories/template';
import { CONTEXT, EXPECTED, filledOf, ORGANISATION, PLAN } from '../filled';

function other(id: string, zh: string, en: string, rest: Omit<Case, 'id' | 'name' | 'group'>): Case {
  return { id, name: named(zh, en), group: 'round', ...rest };
}

const issuedOtherwise = (change: Partial<typeof CONTEXT>): BuiltTemplate =>
  buildTemplate({ ...CONTEXT, ...change }, recipientFor({ ...CONTEXT, ...change }, { organisation: ORGANISATION }));

const OTHER_PLAN = { ...PLAN, id: 'other', title: '另一规划' };
const ALL_UNSURE = {
  productivity: 'unsure',
  firms: 'unsure',
  investment: 'unsure',
  renewal: 'unsure',
  park: 'unsure',
} as const;

export const ROUND_CASES: readonly Case[] = [
  other('last-period', '上期的报送表', 'last period’s form', {
    from: () => filledOf(issuedOtherwise({ period: periodOf('2021Q1'), round: 'round-0' })),
    findings: ['error wrong-period'],
  }),
  other('last-year', '上年同期的报送表', 'last year’s form', {
    from: () => filledOf(issuedOtherwise({ period: periodOf('2020Q2'), round: 'round-0' })),
    entries: { 'rd-growth': 18.18 },
    findings: ['error wrong-period'],
  }),
  other('other-round', '同期另一任务的报送表', 'a form of another round of the period', {
    from: () => filledOf(issuedOtherwise({ round: 'round-0' })),
    findings: ['error wrong-round'],
  }),
  other('other-plan', '另一规划的报送表', 'a form of another plan', {
    from: () =>
      filledOf(issuedOtherwise({ plans: [{ plan: OTHER_PLAN, hash: hashOf(OTHER_PLAN) }] })),
    entries: { ...ALL_UNSURE, 'item.rd': 'unsure', 'item.revenue': 'unsure', 'item.rd.2019': 'unsure', 'rd-share': 'unsure', 'rd-growth': 'unsure' },
    findings: ['error wrong-plan'],
  }),
  other('old-version', '旧版指标清单的报送表', 'a form of an older list', {
    expected: {
      round: null,
      isSigned: false,
      plans: [
        {
          id: PLAN.id,
          title: PLAN.title,
          hash: 'f'.repeat(64),
          indicators: PLAN.indicators.flatMap(({ id }) => (id === 'firms' ? [] : [`city/${id}`])),
        },
      ],
    },
    findings: ['note plan-version', 'note unlisted-indicator'],
  }),
  other('unsigned', '签名任务中的未签名表', 'an unsigned form in a signed round', {
    expected: { ...EXPECTED, isSigned: true },
    findings: ['note signature-missing'],
  }),
];
