import type { Language } from '../../../core/plan/text';
import type { Port } from '../port';

export interface CoordinatorPaneProps {
  readonly port: Port;
  readonly language: Language;
}

export default function CoordinatorPane({ language }: CoordinatorPaneProps) {
  return <div lang={language} />;
}
