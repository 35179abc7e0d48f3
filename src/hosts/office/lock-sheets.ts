import { failure } from './failures';
import type { Requests } from './requests';

/**
 * Locks every cell of these sheets and protects them as they were protected before, without a
 * password: it keeps from accident, not from intent.
 * @throws PortFailure where a sheet has a password, before anything is changed
 */
export async function lockSheets(requests: Requests, sheets: readonly string[]): Promise<void> {
  for (const sheet of sheets) await lockSheet(requests, sheet);
}

async function lockSheet(requests: Requests, name: string): Promise<void> {
  const before = await requests.run((context) => protectionOf(context, name));
  try {
    await requests.change(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(name);
      if (before.isProtected) sheet.protection.unprotect();
      sheet.getUsedRange().format.protection.locked = true;
      sheet.protection.protect(before.options);
    });
  } catch (error) {
    if (before.isProtected) await keepProtected(requests, name, before);
    throw error;
  }
}

/**
 * Protects a sheet again that locking has left open half-way.
 * @throws PortFailure where it was never open, for want of its password
 */
async function keepProtected(
  requests: Requests,
  name: string,
  { options }: Protection,
): Promise<void> {
  const { isProtected } = await requests.run((context) => protectionOf(context, name));
  if (isProtected) throw failure('protected', 'passwordProtected', { sheet: name });
  await requests.change(({ workbook }) => {
    workbook.worksheets.getItem(name).protection.protect(options);
  });
}

interface Protection {
  readonly isProtected: boolean;
  readonly options: Excel.WorksheetProtectionOptions;
}

async function protectionOf(context: Excel.RequestContext, name: string): Promise<Protection> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('protection/protected,protection/options');
  await context.sync();
  if (sheet.isNullObject) throw failure('no-sheet', 'noSheet', { sheet: name });
  const { protected: isProtected, options } = sheet.protection;
  return { isProtected, options: isProtected ? options : {} };
}
