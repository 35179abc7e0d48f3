import { headMissing } from '../../../../src/core/rule/catalogue/head-missing';
import { filled } from './rows';

test('head-missing says what it is and what to do', () => {
  expect(filled(headMissing, { field: '审核人' })).toBe('“审核人”未填。请填写后再报送。');
});
