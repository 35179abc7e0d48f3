import { useSyncExternalStore } from 'react';
import type { Appearance } from './theme';

const QUERY = '(prefers-color-scheme: dark)';

/** Whether the pane is dark: as chosen, else as the system is. */
export function useIsDark(appearance: Appearance): boolean {
  const isSystemDark = useSyncExternalStore(follow, () => query()?.matches ?? false);
  return appearance === 'auto' ? isSystemDark : appearance === 'dark';
}

function follow(listener: () => void): () => void {
  const list = query();
  list?.addEventListener('change', listener);
  return () => list?.removeEventListener('change', listener);
}

/** Not there in every place that renders a page. */
function query(): MediaQueryList | null {
  return typeof matchMedia === 'function' ? matchMedia(QUERY) : null;
}
