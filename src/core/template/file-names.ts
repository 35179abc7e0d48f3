import type { Language } from '../plan/text';

/** A name that every file system takes; other characters become _. */
export function safeName(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are just what must go
  const safe = text.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_');
  // a name holds 255 bytes, a Chinese character takes three, and endings are added
  return Array.from(safe).slice(0, 70).join('');
}

/** The name of a recipient's blank, such as 2021Q2_市经信局_报送表, without ending. */
export function blankName(
  period: string,
  { organisation, region }: { readonly organisation: string; readonly region: string | null },
  language: Language,
): string {
  const suffix = language === 'zh' ? '报送表' : 'form';
  const names = [organisation, ...(region === null || region === organisation ? [] : [region])];
  return safeName([period, ...names, suffix].join('_'));
}

/** Names that differ only in characters that no file name takes, or in case, must not meet. */
export function freeWorkbookName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((file) => file.toLowerCase()));
  let free = `${name}.xlsx`;
  for (let count = 2; used.has(free.toLowerCase()); count++) free = `${name}_${count}.xlsx`;
  return free;
}
