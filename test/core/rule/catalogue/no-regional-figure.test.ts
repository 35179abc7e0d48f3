import { noRegionalFigure } from '../../../../src/core/rule/catalogue/no-regional-figure';
import { expectFilled } from './rows';

test('no-regional-figure shows what was observed', () => {
  expectFilled(noRegionalFigure, { region: '海曙区', name: '小微企业园数' });
});
