import type { FileRule } from '../rule';

export const mergedCells: FileRule = {
  id: 'merged-cells',
  scope: 'file',
  severity: 'note',
  catches: { zh: '填报单元格被合并', en: 'Cells to fill in were merged' },
  message: {
    zh: '{range} 被合并，其中的内容只计入左上角的 {first}，其余按未填处理。请取消合并后逐格填写。',
    en: '{range} was merged; its content counts for {first} alone, the other cells are blank. Unmerge them and fill in each.',
  },
  adjustable: true,
};
