import { readFileSync } from 'node:fs';
import path from 'node:path';
import { linksSchema, sharedFigures, withSharedLeads } from '../../../../src/core/plan/links';
import type { Plan } from '../../../../src/core/plan/schema';
import { reissue } from '../../../../src/core/submission/recover/reissue';
import { buildTemplate, type RoundContext } from '../../../../src/core/template/build-template';
import type { Round } from '../../../../src/core/template/round';
import { DIVISIONS, recipientsOf, type Division } from '../../../../src/core/template/select';
import { hashOf, KEY, keyed, PLAIN } from '../../../factories/digest';
import { seedPlan } from '../../../factories/plan';
import { contextOf, FORM, historyOf } from '../../../factories/template';

const LINKS = linksSchema.parse(
  JSON.parse(readFileSync(path.join(__dirname, '../../../../seeds/links.json'), 'utf8')),
);
const PLANS = [seedPlan('ningbo-quality-2022'), seedPlan('ningbo-retrofit-2024')];
const HISTORY: Round['history'] = [
  {
    key: 'ningbo-quality-2022/labour-productivity',
    organisation: '市经信局',
    region: null,
    period: '2022Q3',
    value: 28.5,
  },
];

function issuedRound(plans: readonly Plan[], division: Division, isSigned: boolean) {
  const shared = plans.length > 1 ? sharedFigures(LINKS, plans) : [];
  const led = withSharedLeads(plans, shared);
  const context: RoundContext = {
    ...contextOf(led, '2022Q4', {
      history: historyOf(HISTORY),
      shared,
      digest: isSigned ? keyed(KEY) : PLAIN,
    }),
    plans: led.map((plan, index) => ({ plan, hash: hashOf(plans[index]) })),
  };
  const built = recipientsOf(led, context.period, division).map((recipient) => ({
    recipient,
    carrier: buildTemplate(context, recipient).carrier,
  }));
  const round: Round = {
    schemaVersion: 1,
    id: context.round,
    product: context.product,
    period: '2022Q4',
    due: context.due,
    issuedAt: context.issuedAt,
    division,
    language: context.language,
    coordinator: context.coordinator,
    isSigned,
    plans: plans.map((plan) => ({ plan, hash: hashOf(plan) })),
    form: FORM,
    links: plans.length > 1 ? LINKS : null,
    issued: built.map(({ recipient: { organisation, region }, carrier }, index) => ({
      organisation,
      region,
      file: `${index}.xlsx`,
      hash: '',
      seal: carrier.seal.value,
      figures: carrier.model.entries.length,
    })),
    history: HISTORY,
  };
  return { round, carriers: built.map(({ carrier }) => carrier) };
}

describe.each([
  ['one plan', PLANS.slice(0, 1)],
  ['two plans that share figures', PLANS],
])('%s', (_, plans) => {
  test.each(DIVISIONS)('issued by %s: made again just as it was issued', (division) => {
    const { round, carriers } = issuedRound(plans, division, false);
    expect(reissue(round, PLAIN).map(({ carrier }) => carrier)).toEqual(carriers);
  });
});

test('without the key, a signed blank keeps the seal that it was issued with', () => {
  const { round, carriers } = issuedRound(PLANS.slice(0, 1), 'unit', true);
  const again = reissue(round, PLAIN).map(({ carrier }) => carrier);
  expect(again.map(({ seal }) => seal.value)).toEqual(carriers.map(({ seal }) => seal.value));
  expect(again.map(({ model }) => model)).toEqual(carriers.map(({ model }) => model));
});

test('only what was issued comes back', () => {
  const { round } = issuedRound(PLANS.slice(0, 1), 'unit', false);
  const [first] = round.issued;
  const few = reissue({ ...round, issued: [first!] }, PLAIN);
  expect(few.map(({ carrier }) => carrier.model.organisation)).toEqual([first!.organisation]);
  expect(few[0]!.head).toEqual([`填报单位:${first!.organisation}`, '报告期:2022年第四季度']);
});

test('a form whose head does not name the organisation and the period identifies nobody', () => {
  const { round } = issuedRound(PLANS.slice(0, 1), 'unit', false);
  const head = FORM.head.map(({ left, right }) => ({
    left: { ...left, value: left.value === 'organisation' ? ('due' as const) : left.value },
    right,
  }));
  const issued = reissue({ ...round, form: { ...FORM, head } }, PLAIN);
  expect(new Set(issued.map((one) => one.head))).toEqual(new Set([null]));
});
