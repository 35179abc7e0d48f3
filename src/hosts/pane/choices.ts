import type { Port } from './port';

/**
 * Small choices in the browser's storage; where storage is blocked they last as long as the pane.
 * @param partition told apart by this, where the program keeps several storages in one
 */
export function storedChoices(partition = ''): Port['choices'] {
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
