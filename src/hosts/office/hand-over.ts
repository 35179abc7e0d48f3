import { downloadFile } from '../pane/download';
import { asFailure, failure } from './failures';
import type { Requests } from './requests';

/** Opens finished bytes as a new, unsaved workbook. @throws PortFailure */
export async function openAsNewWorkbook(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
  } catch (error) {
    throw asFailure(error, 'notOpened');
  }
}

/** Puts the sheets of a workbook behind those of the open one (ExcelApi 1.13). @throws PortFailure */
export async function insertSheetsOf(requests: Requests, bytes: Uint8Array): Promise<void> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13'))
    throw failure('too-old', 'tooOld');
  await requests.change(({ workbook }) => {
    workbook.insertWorksheetsFromBase64(base64Of(bytes), { positionType: 'End' });
  });
}

/** Saves the open workbook; a new one asks the person for its name and place. @throws PortFailure */
export async function saveWorkbook(requests: Requests): Promise<void> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.11'))
    throw failure('too-old', 'saveByHand');
  await requests.run(async (context) => {
    context.workbook.save('Prompt');
    await context.sync();
  });
}

/** Has the browser inside Excel download a file. @throws PortFailure */
export function download(bytes: Uint8Array, name: string): void {
  if (!('download' in document.createElement('a'))) throw failure('refused', 'noDownload');
  downloadFile(bytes, name);
}

/** Characters that one call to fromCharCode takes without overflowing the stack. */
const PIECE = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
