import { duplicateRow } from '../../../../src/core/rule/catalogue/duplicate-row';
import { filled } from './rows';

test('duplicate-row says what it is and what to do', () => {
  expect(filled(duplicateRow, { name: '小微企业园数', first: 12, second: 13 })).toBe(
    '“小微企业园数”出现了两行（第 12 行和第 13 行），无法确定以哪行为准，两行都不采用。请删去多余的一行。',
  );
});
