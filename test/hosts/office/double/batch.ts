import {
  callOn,
  hasProperty,
  HostError,
  isHostObject,
  itemOf,
  LacksMember,
  propertyOf,
  scalarOf,
  setOn,
  type HostObject,
} from './host-object';

/** One request of the rich API, as office.js writes it. */
export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

export interface ReplyBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
  };
}

const TRACE = 5;

/** Where the objects of a request come from. */
export interface Roots {
  readonly workbook: () => HostObject;
  /** An object made by its type's name. @throws LacksMember */
  readonly create: (type: string) => HostObject;
  /** An object that an earlier request kept. @throws HostError */
  readonly kept: (reference: string) => HostObject;
}

/** Carries out the actions of a request in order; Excel stops at the first that fails. */
export function runBatch(
  body: RequestBody,
  roots: Roots,
  onLack: (error: LacksMember) => void,
): ReplyBody {
  const paths = new Paths(body.ObjectPaths, roots);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      // a trace is answered, too: the library adds its event handlers when it is
      const isTrace = action.ActionType === TRACE;
      if (isTrace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: isTrace ? null : perform(action, paths) });
    } catch (error) {
      if (error instanceof LacksMember) onLack(error);
      else if (!(error instanceof HostError)) throw error;
      return {
        Results: results,
        TraceIds: traces,
        Error: {
          Code: error instanceof HostError ? error.code : 'DoubleLacksMember',
          Message: error.message,
          Location: action.Name,
          ActionIndex: index,
        },
      };
    }
  }
  return { Results: results, TraceIds: traces };
}

function perform(
  { ActionType, Name, ObjectPathId, ArgumentInfo, QueryInfo }: Action,
  paths: Paths,
) {
  const object = paths.resolve(ObjectPathId);
  if (object === null) return null;
  const given = paths.given(ArgumentInfo);
  switch (ActionType) {
    case 1:
      return object.identity;
    case 2:
      return query(
        object,
        (QueryInfo?.Select ?? []).map((path) => path.split('/')),
      );
    case 3: {
      const value = callOn(object, Name, given);
      return isHostObject(value) ? value.identity : (value ?? null);
    }
    case 4:
      setOn(object, Name, given[0]);
      return null;
    default:
      throw new LacksMember(`the double has no action of type ${ActionType}`);
  }
}

/** The asked values of an object, those of its properties' objects below them. */
function query(object: HostObject, select: readonly (readonly string[])[]): unknown {
  if (object.items) {
    const ofItems = select.map((path) => (path[0] === 'items' ? path.slice(1) : path));
    return {
      _Items: object.items().map((item) => ({ ...item.identity, ...queryOne(item, ofItems) })),
    };
  }
  return queryOne(object, select);
}

function queryOne(
  object: HostObject,
  select: readonly (readonly string[])[],
): Record<string, unknown> {
  if (select.length === 0)
    throw new LacksMember(`the double loads no ${object.type} without naming what is wanted`);
  const answer: Record<string, unknown> = {};
  const below = new Map<string, (readonly string[])[]>();
  for (const [head = '', ...rest] of select) {
    const name = wireName(head);
    if (!hasProperty(object, name)) answer[name] = scalarOf(object, name);
    else below.set(name, [...(below.get(name) ?? []), rest]);
  }
  for (const [name, paths] of below) {
    const property = propertyOf(object, name);
    answer[name] = property === null ? null : query(property, paths);
  }
  return answer;
}

function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The objects of a request, each found when it is first needed. */
class Paths {
  private readonly found = new Map<number, HostObject | null>();

  constructor(
    private readonly paths: Readonly<Record<string, ObjectPath>>,
    private readonly roots: Roots,
  ) {}

  resolve(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const object = this.find(this.paths[id]!);
    this.found.set(id, object);
    return object;
  }

  given(info: Arguments = {}): unknown[] {
    return (info.Arguments ?? []).map((value, index) => {
      const path = info.ReferencedObjectPathIds?.[index];
      return path === null || path === undefined ? value : this.resolve(path);
    });
  }

  private find(path: ObjectPath): HostObject | null {
    const { ObjectPathType, Name, ParentObjectPathId, ArgumentInfo } = path;
    if (ObjectPathType === 1) return this.roots.workbook();
    if (ObjectPathType === 2) return this.roots.create(Name);
    if (ObjectPathType === 6) return this.roots.kept(Name);
    if (ObjectPathType === 7) return null;
    const parent = ParentObjectPathId === undefined ? null : this.resolve(ParentObjectPathId);
    if (parent === null) return null;
    const given = this.given(ArgumentInfo);
    if (ObjectPathType === 4) return propertyOf(parent, Name);
    if (ObjectPathType === 5) return itemOf(parent, given[0]);
    if (ObjectPathType !== 3)
      throw new LacksMember(`the double has no object path of type ${ObjectPathType}`);
    const object = callOn(parent, Name, given);
    if (object !== null && !isHostObject(object))
      throw new LacksMember(`${parent.type}.${Name}() of the double gives no object`);
    return object;
  }
}
