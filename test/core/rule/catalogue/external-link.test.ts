import { externalLink } from '../../../../src/core/rule/catalogue/external-link';
import { filled } from './rows';

test('external-link says what it is and what to do', () => {
  expect(filled(externalLink, { count: 2 })).toBe(
    '工作簿含有 2 个外部链接，已忽略；链接的数据不会被读取或更新。',
  );
});
