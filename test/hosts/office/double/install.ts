import type { LiveBook } from './book';
import { runBatch, type RequestBody } from './batch';
import { NO_CALCULATOR, type Calculator } from './calculator';
import { EVENTS, ExcelProgram, type Calls, type EventName } from './excel';
import { LacksMember, type HostObject } from './host-object';
import { loadBook } from './load-book';
import { Person } from './person';
import { workbookObject } from './workbook-objects';

export interface DoubleOptions {
  /** The highest ExcelApi set that the program has: 1.9, 1.14, 1.17. */
  readonly version: string;
  /** Of the program's interface, such as zh-CN. */
  readonly locale?: string;
  /** The open file's name. */
  readonly name?: string;
  readonly faults?: Partial<Faults>;
  readonly calculator?: Calculator;
}

/** What goes wrong; may be changed at any time. */
export interface Faults {
  /** How many further requests are refused because a cell is being edited. */
  editing: number;
  /** The most characters of a request, and of an answer; Excel on the web takes 5 MB. */
  requestSize: number;
  answerSize: number;
  /** The file is open read-only. */
  readOnly: boolean;
  /** Called with each request before it is carried out, to change the workbook between two of them. */
  beforeRequest: (request: string) => void;
}

/** The program that the page believes to be Excel. */
export interface OfficeDouble {
  /** The open workbook. */
  readonly book: LiveBook;
  readonly faults: Faults;
  /** What a person does in the program. */
  readonly person: Person;
  /** What left the workbook: other workbooks opened, sheets inserted, saves. */
  readonly calls: Calls;
  /** Members that were asked for and are not there; a test ends with none. */
  readonly lacking: string[];
  /** Characters of each request that was carried out, and of its answer. */
  readonly requests: { readonly asked: number; readonly answered: number }[];
  /** Hands over all events that wait; they are handed over by themselves, too, in time. */
  readonly deliver: () => void;
  /** Opens another workbook in place of the one that is open, without telling anybody. */
  readonly open: (bytes: Uint8Array, name?: string) => void;
}

/** The query of a page's address by which office.js takes the program for Excel on Windows. */
export function hostQuery(locale = 'zh-CN'): string {
  return `?_host_Info=Excel$Win32$16.01$${locale}$$$$0`;
}

type Callback = (answer: unknown) => void;
type Handler = (event: number, payload: unknown) => void;
interface External {
  GetContext: () => unknown;
  RegisterEvent: (id: number, target: string, handler: Handler, callback: Callback) => void;
  UnregisterEvent: (id: number, target: string, callback: Callback) => void;
  Execute: (id: number, parameters: readonly unknown[], callback: Callback) => void;
}

/** A page that the double can be put into: a browser's own, or jsdom's. */
export interface DoubleWindow {
  readonly external: object;
  readonly setTimeout: (run: () => void, milliseconds: number) => unknown;
}

const EXECUTE_RICH_API = 93;
const RICH_API_EVENTS = 33;
const EDITING = 5004;
const REQUEST_TOO_LARGE = 5103;
const ANSWER_TOO_LARGE = 5104;
/** The message category of events. */
const EVENT_CATEGORY = 65536;

/**
 * Makes a page believe that Excel for Windows has opened these bytes. Call before office.js is loaded
 * into the page, whose address must end with hostQuery().
 */
export function installOfficeDouble(
  window: DoubleWindow,
  bytes: Uint8Array,
  {
    version,
    locale = 'zh-CN',
    name = '报送表.xlsx',
    faults = {},
    calculator = NO_CALCULATOR,
  }: DoubleOptions,
): OfficeDouble {
  const active: Faults = {
    ...{ editing: 0, requestSize: Infinity, answerSize: Infinity, readOnly: false },
    beforeRequest: () => undefined,
    ...faults,
  };
  const lacking: string[] = [];
  const requests: { asked: number; answered: number }[] = [];
  const listening = new Set<string>();
  const waiting: unknown[][] = [];
  let handler: Handler | null = null;
  const deliver = (): void => {
    const entries = waiting.splice(0);
    // Excel hands each event over in a message of its own
    for (const entry of entries) handler?.(RICH_API_EVENTS, safeArray([entry]));
  };
  const tell = (event: EventName, about: Readonly<Record<string, unknown>>): void => {
    if (!listening.has(event)) return;
    const told = isAtLeast(version, '1.14') ? about : withoutTrigger(about);
    waiting.push([EVENT_CATEGORY, EVENTS[event], 'Workbook', JSON.stringify(told), '1']);
    window.setTimeout(deliver, 0);
  };
  const calls: Calls = { opened: [], inserted: [], saved: 0 };
  const start = (opened: Uint8Array, file: string) =>
    new ExcelProgram(loadBook(opened, file), calculator, calls, tell);
  let excel = start(bytes, name);
  const roots = {
    workbook: () =>
      workbookObject(excel, (event, isOn) => {
        if (isOn) listening.add(event);
        else listening.delete(event);
      }),
    create: newObject,
    kept: (reference: string) => excel.kept(reference),
  };

  const answer = (parameters: readonly unknown[]): unknown[] => {
    const request = parameters[0] as readonly unknown[];
    const asked = request[4] as string;
    if (request[0] === 'WacPartition') return [0, [200, [], '{"Results":[]}']];
    if (active.editing > 0) {
      active.editing--;
      return [EDITING];
    }
    if (asked.length > active.requestSize) return [REQUEST_TOO_LARGE];
    active.beforeRequest(asked);
    excel.isReadOnly = active.readOnly;
    const reply = runBatch(JSON.parse(asked) as RequestBody, roots, ({ message }) =>
      lacking.push(message),
    );
    const answered = JSON.stringify(reply);
    requests.push({ asked: asked.length, answered: answered.length });
    if (answered.length > active.answerSize) return [ANSWER_TOO_LARGE];
    return [0, [200, ['Content-Type', 'application/json'], answered]];
  };

  const external: External = {
    GetContext: () => contextOf(version, locale, name, lacking),
    RegisterEvent: (id, _target, eventHandler, callback) => {
      if (id === RICH_API_EVENTS) handler = eventHandler;
      enforceVersions(window);
      callback(safeArray([0]));
    },
    UnregisterEvent: (_id, _target, callback) => {
      callback(safeArray([0]));
    },
    Execute: (id, parameters, callback) => {
      enforceVersions(window);
      if (id !== EXECUTE_RICH_API) {
        lacking.push(`the double has no call ${id}`);
        callback(safeArray([5001]));
        return;
      }
      const given = answer(parameters);
      // never while the caller is still at work, as from another process
      window.setTimeout(() => {
        callback(safeArray(given));
      }, 0);
    },
  };
  Object.assign(window.external, external);
  return {
    get book() {
      return excel.book;
    },
    get person() {
      return new Person(excel);
    },
    ...{ faults: active, calls, lacking, requests, deliver },
    open: (opened, file = name) => {
      excel = start(opened, file);
    },
  };
}

/** Has the library refuse what the program's version lacks, as its debug build does. */
function enforceVersions(window: DoubleWindow): void {
  const { OfficeExtension } = window as {
    OfficeExtension?: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  };
  if (OfficeExtension) OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
}

function contextOf(version: string, locale: string, name: string, lacking: string[]): unknown {
  const answers: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetActivationMode: 2,
    GetSupportedMatrix: JSON.stringify({ excelapi: version, settings: '1.1' }),
    GetAppUILocale: locale,
    GetAppDataLocale: locale,
    GetDocUrl: `C:\\${name}`,
    GetHostFullVersion: '16.0.14332.20000',
    GetOfficeThemeInfo: '{}',
    GetSettings: { Read: () => undefined, Write: () => undefined },
  };
  return new Proxy(
    {},
    {
      has: (_, member) => typeof member === 'string',
      get: (_, member) => {
        if (typeof member !== 'string') return undefined;
        if (member in answers) return () => answers[member];
        if (!IDLE_CONTEXT.has(member)) lacking.push(`the double has no context member ${member}`);
        return () => '';
      },
    },
  );
}

/** Members that office.js asks for and that no add-in of ours needs. */
const IDLE_CONTEXT: ReadonlySet<string> = new Set([
  ...['GetSolutionRef', 'GetAppVersionMajor', 'GetAppVersionMinor', 'GetAppCapabilities'],
  ...['GetControlIntegrationLevel', 'GetSolutionToken', 'GetCorrelationId', 'GetInstanceId'],
  ...['GetTouchEnabled', 'GetCommerceAllowed', 'GetHostCustomMessage'],
  ...['GetDialogRequirementMatrix', 'GetFeaturesForSolution', 'GetInitialDisplayMode'],
]);

/** Services of the library's own: it says that it is ready and how it does; nobody listens. */
const SERVICES: Readonly<Record<string, string>> = {
  'Microsoft.InternalService.AddinInternalService': 'NotifyActionHandlerReady',
  'Microsoft.Telemetry.TelemetryService': 'SendTelemetryEvent',
};

function newObject(type: string): HostObject {
  const call = SERVICES[type];
  if (call === undefined) throw new LacksMember(`the double has no ${type}`);
  return { type, identity: {}, methods: { [call]: () => null } };
}

function withoutTrigger(about: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(about).filter(([name]) => name !== 'triggerSource'));
}

function isAtLeast(version: string, needed: string): boolean {
  const minor = (text: string) => Number(text.split('.')[1]);
  return minor(version) >= minor(needed);
}

/** An array as the bridge to Excel hands it over. */
function safeArray(values: readonly unknown[]): object {
  const wrapped = values.map((value) => (Array.isArray(value) ? safeArray(value) : value));
  return { toArray: () => wrapped, dimensions: () => 1 };
}
