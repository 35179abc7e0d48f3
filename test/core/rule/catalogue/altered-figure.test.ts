import { alteredFigure } from '../../../../src/core/rule/catalogue/altered-figure';
import { expectFilled } from './rows';

test('altered-figure shows what was observed', () => {
  expectFilled(alteredFigure, { region: '海曙区', name: '小微企业园数', raw: '12', value: 10 });
});
