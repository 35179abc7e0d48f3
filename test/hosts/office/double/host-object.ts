/** An error that Excel answers a request with. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A member that the double lacks; never a likely answer instead. */
export class LacksMember extends Error {}

/** What a member of an object gives: a value, another object, or the null object. */
export type Given = unknown;

/**
 * An object of Excel's as the wire sees it, with its members by their wire names. A member that is
 * not here fails by name.
 */
export interface HostObject {
  readonly type: string;
  /** What tells the object in later requests. */
  readonly identity: Readonly<Record<string, unknown>>;
  /** Values that can be loaded. */
  readonly scalars?: Readonly<Record<string, () => unknown>>;
  readonly setters?: Readonly<Record<string, (value: never) => void>>;
  /** Objects behind properties. */
  readonly properties?: Readonly<Record<string, () => HostObject | null>>;
  /** Answer a value, or an object where the wire makes an object path of the call. */
  readonly methods?: Readonly<Record<string, (...given: never[]) => unknown>>;
  /** Of a collection. */
  readonly items?: () => readonly HostObject[];
  /** Of a collection, by key. @throws HostError */
  readonly item?: (key: string) => HostObject;
}

function lacking(object: HostObject, member: string): LacksMember {
  return new LacksMember(`the double has no ${object.type}.${member}`);
}

export function scalarOf(object: HostObject, name: string): unknown {
  const read = object.scalars?.[name];
  if (!read) throw lacking(object, name);
  return read();
}

export function hasProperty(object: HostObject, name: string): boolean {
  return object.properties?.[name] !== undefined;
}

export function propertyOf(object: HostObject, name: string): HostObject | null {
  const read = object.properties?.[name];
  if (!read) throw lacking(object, name);
  return read();
}

export function setOn(object: HostObject, name: string, value: unknown): void {
  const set = object.setters?.[name];
  if (!set) throw lacking(object, `${name} =`);
  set(value as never);
}

export function callOn(object: HostObject, name: string, given: readonly unknown[]): unknown {
  const method = object.methods?.[name];
  if (!method) throw lacking(object, `${name}()`);
  return method(...(given as never[]));
}

export function itemOf(object: HostObject, key: unknown): HostObject {
  if (!object.item) throw lacking(object, '[key]');
  return object.item(String(key));
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'identity' in value;
}
