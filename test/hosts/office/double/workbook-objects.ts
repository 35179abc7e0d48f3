import type { LiveBook } from './book';
import type { ExcelProgram } from './excel';
import { HostError, type HostObject } from './host-object';
import { loadBook } from './load-book';
import { worksheetObject } from './worksheet-objects';

/** Workbook and what hangs on it. */
export function workbookObject(
  excel: ExcelProgram,
  listen: (event: string, isOn: boolean) => void,
): HostObject {
  const { book } = excel;
  return {
    type: 'Workbook',
    identity: {},
    scalars: { Name: () => book.name },
    properties: {
      Worksheets: () => worksheetsObject(excel, listen),
      Names: () => namesObject(book),
      Application: () => applicationObject(excel),
      _Runtime: () => runtimeObject(excel),
    },
    methods: {
      Save: () => {
        excel.calls.saved++;
      },
      InsertWorksheetsFromBase64: (base64: string) => insertSheets(excel, base64),
      _RemoveReference: (reference: string) => {
        excel.release(reference);
      },
    },
  };
}

function worksheetsObject(
  excel: ExcelProgram,
  listen: (event: string, isOn: boolean) => void,
): HostObject {
  const { book } = excel;
  const registrations = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).flatMap(([wire, event]) => [
      [
        `_Register${wire}`,
        () => {
          listen(event, true);
        },
      ] as const,
      [
        `_Unregister${wire}`,
        () => {
          listen(event, false);
        },
      ] as const,
    ]);
  return {
    type: 'WorksheetCollection',
    identity: {},
    items: () => book.sheets.map((sheet) => worksheetObject(excel, sheet)),
    item: (key) => worksheetObject(excel, excel.sheet(key)),
    methods: {
      GetItemOrNullObject: (key: string) => {
        const sheet = book.find(key);
        return sheet ? worksheetObject(excel, sheet) : null;
      },
      ...Object.fromEntries(
        registrations({
          DataChangedEvent: 'changed',
          CalculatedEvent: 'calculated',
          AddedEvent: 'added',
          DeletedEvent: 'deleted',
          RowHiddenChangedEvent: 'rowHidden',
          EventNameChanged: 'renamed',
        }),
      ),
    },
  };
}

function namesObject({ names }: LiveBook): HostObject {
  return {
    type: 'NamedItemCollection',
    identity: {},
    items: () =>
      names.map(({ name, formula }) => ({
        type: 'NamedItem',
        identity: { _Id: name },
        scalars: { Name: () => name, Formula: () => formula },
      })),
  };
}

function applicationObject({ calls }: ExcelProgram): HostObject {
  return {
    type: 'Application',
    identity: {},
    methods: {
      CreateWorkbook: (base64: string): HostObject => {
        const bytes = bytesOf(base64);
        return {
          type: 'WorkbookCreated',
          identity: { Id: 'created' },
          methods: { Open: () => void calls.opened.push(bytes) },
        };
      },
    },
  };
}

function runtimeObject(excel: ExcelProgram): HostObject {
  return {
    type: 'Runtime',
    identity: {},
    scalars: { EnableEvents: () => excel.areEventsOn },
    setters: {
      EnableEvents: (isOn: boolean) => {
        excel.areEventsOn = isOn;
      },
    },
  };
}

function insertSheets(excel: ExcelProgram, base64: string): string[] {
  const bytes = bytesOf(base64);
  excel.calls.inserted.push(bytes);
  return loadBook(bytes, '').sheets.map((loaded) => {
    const { name, state } = loaded;
    const sheet = excel.book.add(excel.book.find(name) ? `${name} (2)` : name, state);
    for (const [key, cell] of loaded.cells) sheet.cells.set(key, cell);
    sheet.merges = loaded.merges;
    sheet.protection = loaded.protection;
    return sheet.id;
  });
}

/** @throws HostError InvalidArgument for what is no .xlsx */
function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  if (!text.startsWith('PK'))
    throw new HostError('InvalidArgument', '参数无效或丢失或格式不正确。');
  return bytes;
}
