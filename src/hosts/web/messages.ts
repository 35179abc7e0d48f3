import type { Text } from '../../core/plan/text';

/** What the page says where it cannot do what Excel does, and about files. */
export const webMessages = {
  tooLarge: {
    zh: '文件“{name}”有 {size} MB，超过上限 {limit} MB，没有读取。报送表一般不到 1 MB，请确认是否选错了文件。',
    en: 'The file “{name}” has {size} MB, more than the {limit} MB allowed, and was not read. A form rarely has more than 1 MB; is it the right file?',
  },
  notRead: {
    zh: '无法读取文件“{name}”，可能刚被移动、删除，或者正被其他程序占用。请再选一次。',
    en: 'The file “{name}” could not be read; it may have been moved or deleted, or another program is using it. Choose it again.',
  },
  unreadable: { zh: '“{name}”：{reason}', en: '“{name}”: {reason}' },
  notFinished: {
    zh: '无法把数据写回“{name}”：{reason}。请在 Excel 或 WPS 中打开原文件填写，或另存为 .xlsx 后再选。',
    en: 'The figures could not be put into “{name}”: {reason}. Fill the file in with Excel or WPS, or save it as .xlsx there and choose it again.',
  },
  noWorkbook: {
    zh: '还没有打开报送表。',
    en: 'No form is open.',
  },
  noSheet: {
    zh: '文件中没有工作表“{sheet}”。',
    en: 'The file has no sheet “{sheet}”.',
  },
  locked: {
    zh: '报送表已定稿锁定，不能再修改。要修改请重新打开原文件。',
    en: 'The form was declared final and is locked. To change it, open the original file again.',
  },
  noInsert: {
    zh: '网页中不能插入工作表。请下载后在 Excel 或 WPS 中打开。',
    en: 'A page cannot insert sheets. Download the file and open it in Excel or WPS.',
  },
} as const satisfies Record<string, Text>;
