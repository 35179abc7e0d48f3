import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown in place of what failed, with the words of the error. */
  readonly failed: (words: string) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps the frame where a view fails: our own bug, or a script that could not be loaded. */
export class FailureBoundary extends Component<Props, { readonly words: string | null }> {
  override state: { readonly words: string | null } = { words: null };

  static getDerivedStateFromError(error: unknown): { words: string } {
    return { words: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { words } = this.state;
    return words === null ? this.props.children : this.props.failed(words);
  }
}
