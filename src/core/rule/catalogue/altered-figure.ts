import type { FileRule } from '../rule';

export const alteredFigure: FileRule = {
  id: 'altered-figure',
  scope: 'file',
  severity: 'error',
  catches: {
    zh: '区(县、市)报来的汇总表中，“数据”表的数值被改动',
    en: 'A figure on the sheet of data of a region’s consolidated workbook was changed',
  },
  message: {
    zh: '“{name}”现为“{raw}”，与{region}汇总时的 {value} 不一致，汇总表被改动过，该数据不能采用。请{region}重新汇总报送，不要改动汇总表。',
    en: '“{name}” now reads “{raw}”, {region} compiled {value}: the workbook was changed, so this figure cannot count. Ask {region} to compile and send it again unchanged.',
  },
};
