import { makeStyles, tokens } from '@fluentui/react-components';
import type { FindingGroup } from './form';

const useText = makeStyles({
  error: { color: tokens.colorStatusDangerForeground1 },
  explain: { color: tokens.colorStatusWarningForeground3 },
  open: { color: tokens.colorNeutralForeground2 },
  note: { color: tokens.colorBrandForeground1 },
});
const useEdge = makeStyles({
  error: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  explain: { borderLeftColor: tokens.colorStatusWarningBorder2 },
  open: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  note: { borderLeftColor: tokens.colorBrandStroke1 },
});
const useFill = makeStyles({
  error: { backgroundColor: tokens.colorStatusDangerBackground1 },
  explain: { backgroundColor: tokens.colorStatusWarningBackground1 },
  open: { backgroundColor: tokens.colorNeutralBackground3 },
  note: { backgroundColor: tokens.colorBrandBackground2 },
});

/** The colours of a group of findings, told by words too wherever they are used. */
export function useGroupLooks(): (group: FindingGroup) => {
  readonly text: string;
  readonly edge: string;
  readonly fill: string;
} {
  const [text, edge, fill] = [useText(), useEdge(), useFill()];
  return (group) => ({ text: text[group], edge: edge[group], fill: fill[group] });
}
