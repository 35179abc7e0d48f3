import { planMessages } from '../../../src/core/plan/messages';
import { fill, verbatim, type Fillings, type Text } from '../../../src/core/plan/text';

test.each<[text: Text, fillings: Fillings, expected: Text]>([
  [{ zh: '甲', en: 'A' }, {}, { zh: '甲', en: 'A' }],
  [{ zh: '{n} 个', en: '{n} of {n}' }, { n: 3 }, { zh: '3 个', en: '3 of 3' }],
  [{ zh: '“{name}”', en: '{name}' }, { name: '甲' }, { zh: '“甲”', en: '甲' }],
  [
    { zh: '应为{what}', en: 'expected {what}' },
    { what: { zh: '数值', en: 'a number' } },
    { zh: '应为数值', en: 'expected a number' },
  ],
  [{ zh: '{n}', en: '{n}' }, { n: 0 }, { zh: '0', en: '0' }],
  [{ zh: '{raw}', en: '{raw}' }, { raw: '' }, { zh: '', en: '' }],
  // what is put in is never read as a place itself
  [
    { zh: '{a}{b}', en: '{a}' },
    { a: '{b}', b: '$&' },
    { zh: '{b}$&', en: '{b}' },
  ],
  [{ zh: '{ n } {}', en: '{n-1}' }, {}, { zh: '{ n } {}', en: '{n-1}' }],
])('fill puts the values into both wordings: %j', (text, fillings, expected) => {
  expect(fill(text, fillings)).toEqual(expected);
});

test.each<[text: Text]>([[{ zh: '{name}', en: '' }], [{ zh: '', en: '{name}' }]])(
  'fill throws on a place that nobody fills: %j',
  (text) => {
    expect(() => fill(text, { nome: 1 })).toThrow('nothing fills {name}');
  },
);

test('verbatim says the same in both languages', () => {
  expect(verbatim('#REF!')).toEqual({ zh: '#REF!', en: '#REF!' });
});

test.each(Object.entries<Text>(planMessages))(
  'plan message %s has the same places in both languages',
  (_, { zh, en }) => {
    const places = (wording: string) => new Set(wording.match(/\{\w+\}/g));
    expect(zh).toMatch(/\p{Script=Han}|^\{path\}/u);
    expect(places(en)).toEqual(places(zh));
  },
);
