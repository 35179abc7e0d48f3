import { leaders, reporters, sectionGroups } from '../../../src/core/report/groups';
import { consolidated, indicator, plan } from '../consolidation/samples';

const resultsOf = (sections: readonly string[][]) =>
  consolidated({
    plans: [plan(sections.map((section, index) => indicator(`i${index}`, { section })))],
  }).indicators;

test('two levels of headings, in the order of the text', () => {
  const groups = sectionGroups(
    resultsOf([['一', '(一)', '1'], ['一', '(二)'], ['二'], ['一', '(一)', '2'], []]),
  );
  expect(groups.map(({ number, headings, results }) => [number, headings, results.length])).toEqual(
    [
      [1, ['一', '(一)'], 2],
      [2, ['一', '(二)'], 1],
      [3, ['二'], 1],
      [4, [], 1],
    ],
  );
});

test('one level where two give more than sixteen groups; other plans are divided for themselves', () => {
  const many = Array.from({ length: 17 }, (_, index) => [index < 9 ? '一' : '二', `(${index})`]);
  const other = plan([indicator('other', { section: ['三', '(一)'] })], { id: 'other' });
  const own = plan(many.map((section, index) => indicator(`i${index}`, { section })));
  const groups = sectionGroups(consolidated({ plans: [own, other] }).indicators);
  expect(groups.map(({ number, headings }) => [number, headings])).toEqual([
    [1, ['一']],
    [2, ['二']],
    [3, ['三', '(一)']],
  ]);
});

test('organisations in the order of the plan, the coordinator last; leaders as named', () => {
  const { indicators } = consolidated({
    plans: [
      plan(
        [
          indicator('a', { leadUnit: null, leader: '李四' }),
          indicator('b', { leadUnit: '市科技局' }),
          indicator('c', { leader: '张三' }),
          indicator('d', { leader: '李四' }),
        ],
        {
          organisations: ['市经信局', '市统计局', '市科技局'].map((name) => ({
            name,
            aliases: [],
          })),
        },
      ),
    ],
  });
  expect(reporters(indicators)).toEqual(['市经信局', '市科技局', '市汇总办']);
  expect(leaders(indicators)).toEqual(['李四', '张三']);
});
