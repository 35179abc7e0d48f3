interface NamedItem {
  readonly id: string;
  readonly name: string;
}

export type ItemRead =
  | { readonly is: 'item'; readonly id: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'ambiguous' };

/** An item by its id, or by its name where only one has it. */
export function readItem(spelling: string, items: readonly NamedItem[]): ItemRead {
  if (items.some(({ id }) => id === spelling)) return { is: 'item', id: spelling };
  const [named, ...more] = items.filter(({ name }) => name === spelling);
  if (!named) return { is: 'unknown' };
  return more.length > 0 ? { is: 'ambiguous' } : { is: 'item', id: named.id };
}

/** The name of an item where it says which one is meant, its id otherwise. */
export function itemSpelling(id: string, items: readonly NamedItem[]): string {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) return id;
  const read = readItem(item.name, items);
  return read.is === 'item' && read.id === id ? item.name : id;
}
