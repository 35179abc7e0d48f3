import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM, ResourceLoader, VirtualConsole, type AbortablePromise } from 'jsdom';
import { PortFailure, type Port } from '../../../src/hosts/pane/port';
import { officePort } from '../../../src/hosts/office/office-port';
import {
  hostQuery,
  installOfficeDouble,
  type DoubleOptions,
  type OfficeDouble,
} from './double/install';

const LIBRARY = path.join(
  path.dirname(require.resolve('@microsoft/office-js/package.json')),
  'dist',
);
const ADDRESS = 'https://localhost/';

/** Gives the page the vendor's own files, unmodified, and nothing else. */
class LibraryFiles extends ResourceLoader {
  override fetch(address: string): AbortablePromise<Buffer> {
    const file = path.join(LIBRARY, new URL(address).pathname.replace('/office/', ''));
    return Object.assign(Promise.resolve(readFileSync(file)), { abort: () => undefined });
  }
}

export interface OpenPage {
  readonly port: Port;
  readonly double: OfficeDouble;
  readonly close: () => void;
}

/** What of the page's globals the port uses. */
const GLOBALS = ['Office', 'Excel', 'OfficeExtension', 'document', 'localStorage', 'Blob'] as const;

/** Opens a page in the double with the real office.js and makes the port in it; no wait is ever waited for. */
export async function openPage(bytes: Uint8Array, options: DoubleOptions): Promise<OpenPage> {
  const page = blankPage(hostQuery(options.locale));
  const double = installOfficeDouble(page.window, bytes, options);
  await loadLibrary(page);
  const release = lendGlobals(page);
  const port = await officePort({ editingWaits: [0, 0, 0], pause: () => Promise.resolve() });
  return {
    port,
    double,
    close: () => {
      release();
      page.window.close();
    },
  };
}

export function blankPage(query: string): JSDOM {
  return new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: `${ADDRESS}pane.html${query}`,
    runScripts: 'dangerously',
    resources: new LibraryFiles(),
    // a script that fails says so here, and the test that waits for it fails
    virtualConsole: new VirtualConsole(),
  });
}

export async function loadLibrary({ window }: JSDOM): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const script = window.document.createElement('script');
    script.src = `${ADDRESS}office/office.js`;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error('office.js did not load'));
    };
    window.document.head.append(script);
  });
}

/** Puts the page's globals in place of the test's own until the returned function is called. */
export function lendGlobals({ window }: JSDOM): () => void {
  const own = globalThis as unknown as Record<string, unknown>;
  const before = GLOBALS.map((name) => [name, own[name]] as const);
  const lent = window as unknown as Record<string, unknown>;
  for (const name of GLOBALS)
    Object.defineProperty(own, name, { get: () => lent[name], configurable: true });
  return () => {
    for (const [name, value] of before)
      if (value === undefined) Reflect.deleteProperty(own, name);
      else Object.defineProperty(own, name, { value, configurable: true, writable: true });
  };
}

/** The failure that a call of the port rejects with; anything else fails the test. */
export async function portFailure(call: Promise<unknown>): Promise<PortFailure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof PortFailure) return error;
    throw error;
  }
  throw new Error('the call did not fail');
}
