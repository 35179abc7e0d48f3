import type { DroppedFile } from './model';

/** Files picked in a dialog; of a folder with their paths in it. */
export function pickedFiles(list: FileList | null): DroppedFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * Everything that was dropped, folders with all that is below them. Call it while the event is
 * handled: the browser forgets what was dropped right after.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const found = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const lists = await Promise.all(
    found.map(({ entry, file }) => {
      if (entry) return filesBelow(entry, '');
      return Promise.resolve(file ? [{ path: file.name, file }] : []);
    }),
  );
  return lists.flat();
}

async function filesBelow(entry: FileSystemEntry, above: string): Promise<DroppedFile[]> {
  const path = `${above}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => {
      (entry as FileSystemFileEntry).file(resolve, () => {
        resolve(null);
      });
    });
    // one that can't be read is shown as an empty one
    return [{ path, file: file ?? new File([], entry.name) }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: DroppedFile[] = [];
  // a reader gives a hundred at a time
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesBelow(one, `${path}/`)));
  }
}
