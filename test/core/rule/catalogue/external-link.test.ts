import { externalLink } from '../../../../src/core/rule/catalogue/external-link';
import { expectFilled } from './rows';

test('external-link shows what was observed', () => {
  expectFilled(externalLink, { count: 2 });
});
