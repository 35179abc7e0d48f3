import type { FileWork } from './file-work';

/** What the page asks of the worker. */
export type FileCall = {
  readonly [Name in keyof FileWork]: {
    readonly id: number;
    readonly call: Name;
    readonly given: Parameters<FileWork[Name]>;
  };
}[keyof FileWork];

/** What the worker answers; `error` is our own bug. */
export type FileAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };
