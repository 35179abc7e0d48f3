import type { PastFigure } from '../template/round';
import type { IssuedWorkbook } from './consolidation';

/** Accepted figures of earlier rounds, found by row, reporter and period. */
export class PastFigures {
  private readonly values: ReadonlyMap<string, number>;
  /** The periods that there are figures of, as they are written, in no order. */
  readonly periods: readonly string[];

  constructor(figures: readonly PastFigure[]) {
    this.values = new Map(
      figures.map((figure) => [placeOf(figure.key, figure, figure.period), figure.value]),
    );
    this.periods = [...new Set(figures.map(({ period }) => period))];
  }

  /** The row's figure of the period from the same organisation and region; null where there is none. */
  find(
    key: string,
    reporter: Pick<IssuedWorkbook, 'organisation' | 'region'>,
    period: string,
  ): number | null {
    return this.values.get(placeOf(key, reporter, period)) ?? null;
  }
}

function placeOf(
  key: string,
  { organisation, region }: Pick<IssuedWorkbook, 'organisation' | 'region'>,
  period: string,
): string {
  return JSON.stringify([key, organisation, region, period]);
}
