import type { Figures } from '../../../src/core/rule/evaluate';
import type { Binding } from '../../../src/core/rule/excel-formula';
import type { NumberFigure, TextFigure } from '../../../src/core/rule/expression';

export type Filling = Readonly<
  Partial<Record<NumberFigure, number | null>> &
    Partial<Record<TextFigure, string>> & {
      entries?: Readonly<Record<string, number | null>>;
      /** By period and id: previous([headline]). */
      earlier?: Readonly<Record<string, number | null>>;
      regions?: readonly Filling[];
    }
>;

/** The figures of a row; what is not named is blank. */
export function figuresOf(filling: Filling): Figures {
  return {
    number: (name) => filling[name] ?? null,
    text: (name) => filling[name] ?? '',
    entry: (id) => filling.entries?.[id] ?? null,
    earlier: (id, period) => filling.earlier?.[`${period}([${id}])`] ?? null,
    regions: () => (filling.regions ?? []).map(figuresOf),
  };
}

/** Cells for all figures: A1 actual, B1 target, C1 previous; D1 state, E1 explanation; F1 another row's. */
export const CELLS: Binding = {
  number: (name) => {
    const reference = { actual: 'A1', target: 'B1', previous: 'C1' }[name as string];
    return reference === undefined ? { type: 'blank' } : { type: 'cell', reference };
  },
  text: (name) => ({ state: 'D1', explanation: 'E1', evidence: 'G1' })[name],
  entry: (id) => (id === 'headline' ? { type: 'cell', reference: 'F1' } : { type: 'blank' }),
};
