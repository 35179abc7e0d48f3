import { mergedCells } from '../../../../src/core/rule/catalogue/merged-cells';
import { expectFilled } from './rows';

test('merged-cells shows what was observed', () => {
  expectFilled(mergedCells, { range: 'H9:H11', first: 'H9' });
});
