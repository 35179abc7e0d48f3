import type { Text } from '../../core/plan/text';

/** What the add-in says where Excel refuses. */
export const MESSAGES = {
  editing: {
    zh: 'Excel 中有单元格正在编辑。请按回车键结束编辑(或按 Esc 取消)，再试一次。',
    en: 'A cell is being edited in Excel. Press Enter to finish (or Esc to cancel) and try again.',
  },
  protected: {
    zh: 'Excel 拒绝了修改：工作表或单元格受保护，或者文件以只读方式打开。请改填开放的(未锁定的)单元格；若文件是只读的，请另存一份再填。',
    en: 'Excel refused the change: the sheet or the cell is protected, or the file is open read-only. Use the open (unlocked) cells; if the file is read-only, save a copy and fill that in.',
  },
  lockedCell: {
    zh: '工作表“{sheet}”的 {cell} 是锁定的单元格，不能写入；本次没有写入任何内容。请只填开放的单元格。',
    en: 'Cell {cell} of sheet “{sheet}” is locked and cannot be written; nothing was written. Fill in open cells only.',
  },
  passwordProtected: {
    zh: '工作表“{sheet}”设有保护密码，加载项无法再加锁；内容没有改动。表已受保护，可直接保存报送。',
    en: 'Sheet “{sheet}” is protected with a password, so the add-in cannot lock it further; nothing was changed. It is protected already: save it and send it.',
  },
  noSheet: {
    zh: '工作簿中已没有工作表“{sheet}”，可能刚被删除或改名。请按 Ctrl+Z 撤销删除或改回原名，再试一次。',
    en: 'Sheet “{sheet}” is no longer in the workbook; it was probably deleted or renamed. Undo that (Ctrl+Z) and try again.',
  },
  sheetGone: {
    zh: '读取时有工作表被删除或改动。请稍候再试一次；若刚删除了工作表，可按 Ctrl+Z 撤销。',
    en: 'A sheet was deleted or replaced while it was read. Try again; if a sheet was just deleted, Ctrl+Z brings it back.',
  },
  hiddenSheet: {
    zh: '工作表“{sheet}”是隐藏的，无法转到 {cell}。请先在工作表标签上点右键，选“取消隐藏”。',
    en: 'Sheet “{sheet}” is hidden, so {cell} cannot be shown. Right-click a sheet tab and choose Unhide first.',
  },
  tooOld: {
    zh: '此版本的 Excel 不支持这项操作。请更新 Office(需 Excel 2021 或 Microsoft 365)，或改用网页版报送界面。',
    en: 'This version of Excel cannot do that. Update Office (Excel 2021 or Microsoft 365), or use the pane as a page in the browser.',
  },
  saveByHand: {
    zh: '此版本的 Excel 不允许加载项保存文件。请按 Ctrl+S 自行保存。',
    en: 'This version of Excel does not let an add-in save the file. Press Ctrl+S to save it.',
  },
  tooLarge: {
    zh: '数据太多，一次请求(上限 5 MB)装不下，操作没有完成。请把文件下载后直接打开，或删去表外多余的行列再试。',
    en: 'There is more data than one request may carry (5 MB), so nothing was done. Download the file and open it, or delete what lies outside the form and try again.',
  },
  sheetTooLarge: {
    zh: '工作表“{sheet}”用到的范围太大({cells} 个单元格，上限 {limit})，没有读取。常见原因是给整行整列设了格式或粘贴了大量数据；请删去表外的行列后保存再试。',
    en: 'Sheet “{sheet}” uses too large an area ({cells} cells; at most {limit}) and was not read. Often whole rows or columns carry formats or a mass of data was pasted; delete what lies outside the form, save and try again.',
  },
  refused: {
    zh: 'Excel 没有完成这项操作：{words}(代码 {code})。请再试一次；仍不行时请保存文件并重新打开。',
    en: 'Excel did not do that: {words} (code {code}). Try again; if it still fails, save the file and open it again.',
  },
  notOpened: {
    zh: 'Excel 没有打开生成的工作簿：{words}(代码 {code})。请改为下载文件后打开。',
    en: 'Excel did not open the finished workbook: {words} (code {code}). Download the file and open it instead.',
  },
  noDownload: {
    zh: '此处不允许加载项下载文件。请在浏览器中打开报送界面再下载。',
    en: 'An add-in may not download files here. Open the pane in a browser and download from there.',
  },
  noLibrary: {
    zh: '没有加载 Office 程序库(office.js)。请检查加载项所在服务器是否可以访问，再重新打开任务窗格。',
    en: 'The Office library (office.js) was not loaded. Check that the add-in’s server can be reached and open the pane again.',
  },
  notExcel: {
    zh: '此页面须在 Excel 中作为加载项打开。没有 Excel 时，请使用网页版报送界面。',
    en: 'This page has to be opened in Excel, as an add-in. Without Excel, use the pane as a page in the browser.',
  },
  excelTooOld: {
    zh: '此版本的 Excel 太旧，加载项需要 ExcelApi 1.9(Excel 2021 或 Microsoft 365)。请更新 Office，或改用网页版报送界面。',
    en: 'This version of Excel is too old: the add-in needs ExcelApi 1.9 (Excel 2021 or Microsoft 365). Update Office, or use the pane as a page in the browser.',
  },
} as const satisfies Record<string, Text>;
