import type { FileRule } from '../rule';

export const noRegionalFigure: FileRule = {
  id: 'no-regional-figure',
  scope: 'file',
  severity: 'error',
  catches: {
    zh: '区(县、市)报来的汇总表中没有采用该数据',
    en: 'A region’s consolidated workbook has no accepted figure for it',
  },
  message: {
    zh: '{region}的汇总表中没有“{name}”的采用数据（未报或未通过{region}的审核）。请{region}补齐后重新汇总报送。',
    en: 'The consolidated workbook of {region} has no accepted figure for “{name}”: not reported, or not passed there. Ask {region} to complete, compile and send it again.',
  },
};
