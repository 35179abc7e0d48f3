import type { FileRule } from '../rule';

export const recoveredByNames: FileRule = {
  id: 'recovered-by-names',
  scope: 'file',
  severity: 'note',
  catches: {
    zh: '行标识丢失，按指标名称和计量单位识别',
    en: 'The rows’ keys were lost; rows were told by name and unit',
  },
  message: {
    zh: '行标识缺失，有 {count} 行按指标名称和计量单位识别。请核对所读数据。',
    en: 'The keys of rows are gone; {count} rows were told by name and unit. Check the figures read.',
  },
};
