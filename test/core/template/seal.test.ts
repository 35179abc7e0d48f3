import type { Entry } from '../../../src/core/template/entry';
import type { Carrier } from '../../../src/core/template/model';
import { checkSeal, sealOf, type SealState } from '../../../src/core/template/seal';
import { CITY_BLANK } from '../../factories/city';
import { KEY, keyed, PLAIN } from '../../factories/digest';
import { CITY } from '../../factories/plan';
import { contextOf, templateFor } from '../../factories/template';

const UNSIGNED = CITY_BLANK.carrier;
const SIGNED = templateFor(contextOf([CITY], '2021Q2', { digest: keyed(KEY) })).carrier;

test.each<[name: string, carrier: Carrier, digest: typeof PLAIN, state: SealState]>([
  ['without a key, checked without one', UNSIGNED, PLAIN, 'unsigned'],
  ['without a key, checked with one', UNSIGNED, keyed(KEY), 'unsigned'],
  ['with a key, checked with the same', SIGNED, keyed(KEY), 'signed'],
  ['with a key, checked with another', SIGNED, keyed('another key'), 'altered'],
  ['with a key, checked without one', SIGNED, PLAIN, 'unchecked'],
])('sealed %s', (_, carrier, digest, state) => {
  expect(checkSeal(carrier, digest)).toBe(state);
});

test('a signature is no plain hash', () => {
  expect(SIGNED.seal.method).toBe('hmac-sha256');
  expect(UNSIGNED.seal.method).toBe('sha256');
  expect(SIGNED.seal.value).not.toBe(UNSIGNED.seal.value);
  expect([SIGNED, UNSIGNED].every(({ seal }) => /^[0-9a-f]{64}$/.test(seal.value))).toBe(true);
});

const first = (carrier: Carrier, change: Partial<Entry>): Carrier['model'] => ({
  ...carrier.model,
  entries: carrier.model.entries.map((entry, index) =>
    index === 0 ? { ...entry, ...change } : entry,
  ),
});

describe.each([
  ['a plain hash', UNSIGNED, PLAIN],
  ['a signature', SIGNED, keyed(KEY)],
] as const)('%s tells', (_, carrier, digest) => {
  const { model, form } = carrier;
  const { subject } = model.entries[0]!;
  test.each<[name: string, changed: Partial<Carrier>]>([
    ['another organisation', { model: { ...model, organisation: '市科技局' } }],
    ['another region', { model: { ...model, region: '海曙区' } }],
    ['another period', { model: { ...model, period: '2021Q3' } }],
    ['another round', { model: { ...model, round: 'round-2' } }],
    ['another due date', { model: { ...model, due: '2021-08-10' } }],
    [
      'a lower target',
      {
        model: first(carrier, {
          subject: { ...subject!, target: { ...subject!.target, value: 3 } },
        }),
      },
    ],
    ['another last figure', { model: first(carrier, { previous: 1 }) }],
    ['a row more', { model: { ...model, entries: [...model.entries, model.entries[0]!] } }],
    ['a row less', { model: { ...model, entries: model.entries.slice(1) } }],
    ['rows in another order', { model: { ...model, entries: [...model.entries].reverse() } }],
    [
      'a field no longer required',
      { model: { ...model, fields: model.fields.map((field) => ({ ...field, required: false })) } },
    ],
    [
      'another label of a state',
      {
        model: {
          ...model,
          labels: { ...model.labels, states: { ...model.labels.states, nil: '无' } },
        },
      },
    ],
    [
      'a locked cell forgotten',
      { form: { ...form, locked: { ...form.locked, 'city/firms': {} } } },
    ],
    ['another seal', { seal: { ...carrier.seal, value: '0'.repeat(64) } }],
  ])('%s', (_name, changed) => {
    expect(checkSeal({ ...carrier, ...changed }, digest)).toBe('altered');
  });

  test('nothing where only the order of names differs', () => {
    const turned = Object.fromEntries(
      Object.entries(model).reverse(),
    ) as unknown as Carrier['model'];
    expect(checkSeal({ ...carrier, model: turned }, digest)).not.toBe('altered');
  });
});

test('a plain hash can be made again by whoever changes the form: it is no proof', () => {
  const model = { ...UNSIGNED.model, organisation: '市科技局' };
  const forged = { ...UNSIGNED, model, seal: sealOf({ model, form: UNSIGNED.form }, PLAIN) };
  expect(checkSeal(forged, PLAIN)).toBe('unsigned');
  const resealed = { ...SIGNED, model, seal: sealOf({ model, form: SIGNED.form }, keyed('guess')) };
  expect(checkSeal(resealed, keyed(KEY))).toBe('altered');
});
