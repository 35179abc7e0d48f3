import type { Tab } from '../../../panel/coordinator/model';

/** What the ribbon's buttons say in the page's address, and the tab that each means. */
const TAB_OF: ReadonlyMap<string, Tab> = new Map([
  ['generate', 'issue'],
  ['check', 'collect'],
  ['compile', 'compile'],
]);

/** The tab that the page's address asks for, such as ?view=check; null where it asks for none. */
export function askedTab(search: string): Tab | null {
  return TAB_OF.get(new URLSearchParams(search).get('view') ?? '') ?? null;
}
