import { storedChoices } from '../pane/choices';
import type { Port } from '../pane/port';
import { failure } from './failures';
import { goToCell } from './go-to';
import { download, insertSheetsOf, openAsNewWorkbook, saveWorkbook } from './hand-over';
import { lockSheets } from './lock-sheets';
import { Marks } from './marks';
import { readOpenWorkbook } from './read/read-workbook';
import { DEFAULT_REQUESTS, Requests, type RequestOptions } from './requests';
import { SheetNames } from './sheet-names';
import { watchWorkbook } from './watch';
import { writeCells } from './write-cells';

/** The oldest set of calls that the add-in needs, as the manifest says. */
const NEEDED_API = '1.9';

/**
 * The port to the Excel that has opened the page, once Office is ready.
 * @throws PortFailure outside Excel, in an Excel that is too old, and without office.js
 */
export async function officePort(options: RequestOptions = DEFAULT_REQUESTS): Promise<Port> {
  if (typeof Office === 'undefined') throw failure('refused', 'noLibrary');
  const { host } = await Office.onReady();
  // outside Office the host is null, whatever the types say
  if (host !== Office.HostType.Excel) throw failure('refused', 'notExcel');
  const { displayLanguage, diagnostics, requirements } = Office.context;
  if (!requirements.isSetSupported('ExcelApi', NEEDED_API)) throw failure('too-old', 'excelTooOld');
  const requests = new Requests(options);
  const names = new SheetNames();
  const marks = new Marks(requests);
  return {
    kind: 'office',
    program: `Microsoft Excel ${diagnostics.version} (${diagnostics.platform})`,
    language: /^zh\b/i.test(displayLanguage) ? 'zh' : 'en',
    can: {
      openWorkbook: true,
      insertSheets: requirements.isSetSupported('ExcelApi', '1.13'),
    },
    readWorkbook: (known) => readOpenWorkbook(requests, names, known),
    watch: (listener) => watchWorkbook(requests, names, listener),
    goTo: (place) => goToCell(requests, place),
    mark: (wanted) => marks.show(wanted),
    write: (cells) => writeCells(requests, cells),
    lock: (sheets) => lockSheets(requests, sheets),
    save: () => saveWorkbook(requests),
    open: (bytes) => openAsNewWorkbook(bytes),
    insertSheets: (bytes) => insertSheetsOf(requests, bytes),
    download: (bytes, name) => {
      download(bytes, name);
      return Promise.resolve();
    },
    // apart for each place that Office keeps apart, on the web
    choices: storedChoices((Office.context as Partial<Office.Context>).partitionKey),
  };
}
