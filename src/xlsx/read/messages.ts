import { fill, type Fillings, type Text } from '../../core/plan/text';
import { Unreadable, type UnreadableCode } from './unreadable';

const MESSAGES: Record<UnreadableCode, Text> = {
  empty: {
    zh: '文件是空的(0字节)，内容可能在保存或传送时丢失。请重新发送原文件。',
    en: 'The file is empty (0 bytes); its content was probably lost in saving or sending. Please send the original again.',
  },
  encrypted: {
    zh: '文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消打开密码，另存为 .xlsx 后重新发送。',
    en: 'The file needs a password to open. Remove the password in Excel or WPS, save as .xlsx and send it again.',
  },
  'legacy-xls': {
    zh: '这是旧格式的工作簿(.xls 或 .et)。请用 Excel 或 WPS 打开，另存为“Excel 工作簿(.xlsx)”后重新发送。',
    en: 'This is a workbook in an old format (.xls or .et). Open it in Excel or WPS, save it as an Excel workbook (.xlsx) and send it again.',
  },
  xlsb: {
    zh: '这是二进制工作簿(.xlsb)。请用 Excel 打开，另存为“Excel 工作簿(.xlsx)”后重新发送。',
    en: 'This is a binary workbook (.xlsb). Open it in Excel, save it as an Excel workbook (.xlsx) and send it again.',
  },
  'csv-or-text': {
    zh: '这是文本或 CSV 文件，不是工作簿，格式和单元格位置已丢失。请发送填好的 .xlsx 原文件。',
    en: 'This is a text or CSV file, not a workbook; the layout of the form is lost. Please send the .xlsx file that was filled in.',
  },
  'not-a-workbook': {
    zh: '这不是工作簿，而是{kind}。请发送填好的 .xlsx 原文件。',
    en: 'This is not a workbook but {kind}. Please send the .xlsx file that was filled in.',
  },
  truncated: {
    zh: '文件不完整，末尾缺失，多半是下载或传送中断。请重新下载或重新发送原文件。',
    en: 'The file is incomplete: its end is missing, most likely because a download or transfer was cut off. Please send the original again.',
  },
  damaged: {
    zh: '文件已损坏：{reason}。请用 Excel 或 WPS 打开后另存为新的 .xlsx，再重新发送。',
    en: 'The file is damaged: {reason}. Open it in Excel or WPS, save it as a new .xlsx and send it again.',
  },
  'too-large': {
    zh: '文件过大，未读取：{reason}。常见原因是给整行整列设了格式或粘贴了大量数据；请删去表外的行列后另存再发送。',
    en: 'The file is too large and was not read: {reason}. Often whole rows or columns carry formats or a mass of data was pasted; delete what lies outside the form, save and send it again.',
  },
  bomb: {
    zh: '文件解压后异常膨胀，出于安全未读取：{reason}。如确为填报文件，请用 Excel 或 WPS 打开后另存为新的 .xlsx 再发送。',
    en: 'The file unpacks to an abnormal size and was not read, for safety: {reason}. If it really is a form, open it in Excel or WPS, save it as a new .xlsx and send it again.',
  },
  dtd: {
    zh: '文件的 {part} 中含有工作簿不该有的文档类型定义(DTD)，出于安全未读取。请用 Excel 或 WPS 打开后另存为新的 .xlsx 再发送。',
    en: 'Part {part} holds a document type definition (DTD), which no workbook needs; the file was not read, for safety. Open it in Excel or WPS, save it as a new .xlsx and send it again.',
  },
};

/** What a file is that is no workbook, or why a workbook is damaged or too large. */
export const REASONS = {
  damagedDirectory: { zh: '压缩包目录有误', en: 'the zip directory is wrong' },
  damagedEntry: { zh: '压缩包中 {part} 的记录有误', en: 'the zip record of {part} is wrong' },
  overlap: {
    zh: '压缩包中 {part} 与其他内容重叠',
    en: 'in the zip, {part} overlaps something else',
  },
  duplicatePart: {
    zh: '压缩包中 {part} 出现了两次',
    en: 'the zip holds {part} twice',
  },
  unsafeName: {
    zh: '压缩包中有不安全的路径“{part}”',
    en: 'the zip holds an unsafe path, “{part}”',
  },
  compression: {
    zh: '{part} 使用了不支持的压缩方式',
    en: '{part} is packed by an unsupported method',
  },
  content: {
    zh: '{part} 无法解压，或与所声明的大小、校验码不符',
    en: '{part} cannot be unpacked, or not to its declared size and checksum',
  },
  zeros: { zh: '内容全部为零', en: 'it holds nothing but zeros' },
  missingPart: { zh: '缺少 {part}', en: '{part} is missing' },
  encoding: { zh: '{part} 的文字编码有误', en: 'the text encoding of {part} is wrong' },
  malformed: { zh: '{part} 的内容格式有误', en: 'the content of {part} is malformed' },
  tooDeep: { zh: '{part} 的内容嵌套过深', en: 'the content of {part} is nested too deeply' },
  badPlace: {
    zh: '{part} 中有不存在的单元格位置“{place}”',
    en: '{part} names a place that no sheet has, “{place}”',
  },
  twice: {
    zh: '{part} 中单元格 {place} 出现了两次',
    en: '{part} holds cell {place} twice',
  },
  badCell: {
    zh: '{part} 中单元格 {place} 的内容有误',
    en: 'the content of cell {place} in {part} is wrong',
  },
  sheetTwice: {
    zh: '工作表“{sheet}”出现了两次',
    en: 'worksheet “{sheet}” occurs twice',
  },
  tooManyEntries: { zh: '压缩包内的文件多于 {limit} 个', en: 'more than {limit} files in the zip' },
  partTooLarge: {
    zh: '{part} 解压后超过 {limit} MB',
    en: '{part} unpacks to more than {limit} MB',
  },
  totalTooLarge: {
    zh: '内容解压后共超过 {limit} MB',
    en: 'the content unpacks to more than {limit} MB in all',
  },
  ratio: {
    zh: '{part} 解压后是压缩前的 {limit} 倍以上',
    en: '{part} unpacks to more than {limit} times its packed size',
  },
  tooManyCells: { zh: '有内容的单元格多于 {limit} 个', en: 'more than {limit} filled cells' },
  tooManyStrings: { zh: '文本多于 {limit} 条', en: 'more than {limit} texts' },
  tooManyStyles: { zh: '单元格格式多于 {limit} 种', en: 'more than {limit} cell formats' },
  tooManyArrays: {
    zh: '{part} 中的数组公式覆盖的单元格过多',
    en: 'the array formulas of {part} cover too many cells',
  },
  formulasTooLong: {
    zh: '{part} 中的共享公式展开后过长',
    en: 'the shared formulas of {part} are too long when written out',
  },
  textTooLong: {
    zh: '{part} 中有一段文字超过 {limit} 字',
    en: 'a text in {part} is longer than {limit} characters',
  },
} as const satisfies Record<string, Text>;

export const KINDS = {
  png: { zh: 'PNG 图片', en: 'a PNG image' },
  jpeg: { zh: 'JPEG 图片', en: 'a JPEG image' },
  gif: { zh: 'GIF 图片', en: 'a GIF image' },
  bmp: { zh: 'BMP 图片', en: 'a BMP image' },
  tiff: { zh: 'TIFF 图片', en: 'a TIFF image' },
  webp: { zh: 'WebP 图片', en: 'a WebP image' },
  pdf: { zh: 'PDF 文件', en: 'a PDF file' },
  rtf: { zh: 'RTF 文档', en: 'an RTF document' },
  html: { zh: '网页(HTML)', en: 'a web page (HTML)' },
  mhtml: { zh: '网页归档(MHTML)', en: 'a web archive (MHTML)' },
  xml: { zh: 'XML 文件', en: 'an XML file' },
  spreadsheet2003: { zh: 'XML 电子表格 2003', en: 'an XML spreadsheet 2003' },
  rar: { zh: 'RAR 压缩包', en: 'a RAR archive' },
  sevenZip: { zh: '7z 压缩包', en: 'a 7z archive' },
  gzip: { zh: 'gzip 压缩包', en: 'a gzip archive' },
  zip: { zh: '普通压缩包(zip)，请先解压', en: 'a plain zip archive (unpack it first)' },
  zipOfWorkbooks: {
    zh: '装有 {count} 个工作簿的压缩包，请先解压',
    en: 'a zip archive with {count} workbooks in it (unpack it first)',
  },
  doc: { zh: 'Word 文档(.doc)', en: 'a Word document (.doc)' },
  ppt: { zh: 'PowerPoint 演示文稿(.ppt)', en: 'a PowerPoint presentation (.ppt)' },
  docx: { zh: 'Word 文档(.docx)', en: 'a Word document (.docx)' },
  pptx: { zh: 'PowerPoint 演示文稿(.pptx)', en: 'a PowerPoint presentation (.pptx)' },
  ods: {
    zh: 'OpenDocument 电子表格(.ods)，请另存为 .xlsx',
    en: 'an OpenDocument spreadsheet (.ods; save it as .xlsx)',
  },
  odt: { zh: 'OpenDocument 文档', en: 'an OpenDocument file' },
  ofd: { zh: 'OFD 版式文件', en: 'an OFD document' },
  numbers: {
    zh: 'Apple Numbers 表格，请导出为 .xlsx',
    en: 'an Apple Numbers document (export it as .xlsx)',
  },
  compound: { zh: '其他程序的文件', en: 'a file of another program' },
  unknown: { zh: '无法识别的文件', en: 'a file of unknown kind' },
} as const satisfies Record<string, Text>;

/** The refusal for `code`, with its places filled. */
export function unreadable(code: UnreadableCode, fillings: Fillings = {}): Unreadable {
  return new Unreadable(code, fill(MESSAGES[code], fillings));
}

/** A refusal whose message names a reason. */
export function refuse(
  code: 'damaged' | 'too-large' | 'bomb',
  reason: keyof typeof REASONS,
  fillings: Fillings = {},
): Unreadable {
  return unreadable(code, { reason: fill(REASONS[reason], fillings) });
}

/** A refusal that names what the file is instead of a workbook. */
export function notAWorkbook(kind: keyof typeof KINDS, fillings: Fillings = {}): Unreadable {
  return unreadable('not-a-workbook', { kind: fill(KINDS[kind], fillings) });
}
