import type { Text } from '../../../core/plan/text';

/** Why a returned workbook gets no marks. */
export const markingMessages = {
  unusual: {
    zh: '该文件的内部结构不常见，无法保证在不改动原数据的前提下加注',
    en: 'the file is built in an unusual way, so that it cannot be marked with certainty',
  },
  macros: {
    zh: '该文件含有宏，为安全起见不附带副本',
    en: 'the file holds macros, so no copy of it is sent out',
  },
  signed: {
    zh: '该文件带有数字签名，加注会使签名失效',
    en: 'the file carries a digital signature, which marks would break',
  },
  shared: {
    zh: '该文件是多人共享的工作簿并带有修订记录，加注会与修订记录不符',
    en: 'the file is a shared workbook with a record of revisions, which marks would contradict',
  },
  strict: {
    zh: '该文件是“Strict Open XML”格式，请另存为普通的 .xlsx',
    en: 'the file is in the “Strict Open XML” format; save it as an ordinary .xlsx',
  },
} as const satisfies Record<string, Text>;
