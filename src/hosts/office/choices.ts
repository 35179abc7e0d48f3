import type { Port } from '../pane/port';

/**
 * Small choices in the browser's storage, apart for each place that Office keeps apart (on the web);
 * where storage is blocked they last as long as the pane.
 */
export function officeChoices(): Port['choices'] {
  const partition = (Office.context as Partial<Office.Context>).partitionKey ?? '';
  const keyOf = (key: string) => `${partition}tallybook:${key}`;
  const unstored = new Map<string, string>();
  return {
    read: (key) => unstored.get(key) ?? tryStorage((storage) => storage.getItem(keyOf(key))),
    write: (key, value) => {
      const isStored = tryStorage((storage) => {
        storage.setItem(keyOf(key), value);
        return true;
      });
      if (isStored) unstored.delete(key);
      else unstored.set(key, value);
    },
  };
}

/** Null where the browser blocks its storage or has no room left. */
function tryStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
