import type { MilestoneStatus } from '../rule/row';
import type { PastFigure } from '../template/round';
import type { IssuedWorkbook } from './consolidation';

/** Accepted figures of earlier rounds, found by row, reporter and period. */
export class PastFigures {
  private readonly figures: ReadonlyMap<string, PastFigure>;
  /** The periods that there are figures of, as they are written, in no order. */
  readonly periods: readonly string[];

  constructor(figures: readonly PastFigure[]) {
    this.figures = new Map(
      figures.map((figure) => [placeOf(figure.key, figure, figure.period), figure]),
    );
    this.periods = [...new Set(figures.map(({ period }) => period))];
  }

  /** The row's figure of the period from the same organisation and region; null where there is none. */
  find(key: string, reporter: Reporter, period: string): number | null {
    return this.at(key, reporter, period)?.value ?? null;
  }

  /** The same of a milestone's status. */
  milestone(key: string, reporter: Reporter, period: string): MilestoneStatus | null {
    return this.at(key, reporter, period)?.milestone ?? null;
  }

  /** What the figure was before it was revised; null where it never was. */
  revisedFrom(key: string, reporter: Reporter, period: string): number | null {
    return this.at(key, reporter, period)?.revisedFrom ?? null;
  }

  private at(key: string, reporter: Reporter, period: string): PastFigure | undefined {
    return this.figures.get(placeOf(key, reporter, period));
  }
}

type Reporter = Pick<IssuedWorkbook, 'organisation' | 'region'>;

function placeOf(key: string, { organisation, region }: Reporter, period: string): string {
  return JSON.stringify([key, organisation, region, period]);
}
