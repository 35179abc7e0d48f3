import { missingSheet } from '../../../../src/core/rule/catalogue/missing-sheet';
import { filled } from './rows';

test('missing-sheet says what it is and what to do', () => {
  expect(filled(missingSheet, { name: '填报表' })).toBe(
    '工作簿中没有“填报表”工作表，可能被删除或另存时遗漏。请在原报送表中重新填报。',
  );
});
