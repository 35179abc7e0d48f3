import { parsePeriod, type Period } from '../../../../src/core/plan/period';
import type { Direction, Kind, Operator, Target } from '../../../../src/core/plan/schema';
import type { Subject } from '../../../../src/core/rule/progress/subject';

export const THRESHOLDS = { nearSchedule: 0.9 };

export interface Shape {
  readonly kind: Kind;
  readonly operator?: Operator;
  readonly value: number | null;
  readonly upper?: number;
  readonly tolerance?: number;
  readonly direction?: Direction;
  readonly baseline?: number;
  readonly year?: number;
  readonly everyYear?: boolean;
  readonly yearly?: Readonly<Record<number, number>>;
  readonly soft?: boolean;
}

/** A subject of a plan for 2021 to 2025. */
export function subject(shape: Shape): Subject {
  const target: Target = {
    operator: shape.operator ?? '>=',
    value: shape.value,
    upper: shape.upper ?? null,
    year: shape.year ?? 2025,
    everyYear: shape.everyYear ?? false,
    tolerance: shape.tolerance ?? null,
  };
  return {
    kind: shape.kind,
    direction: shape.direction ?? 'higher',
    target,
    baseline: shape.baseline === undefined ? null : { year: 2020, value: shape.baseline },
    yearlyTargets: Object.entries(shape.yearly ?? {}).map(([year, value]) => ({
      year: Number(year),
      value,
    })),
    planStart: 2021,
    planEnd: 2025,
    soft: shape.soft ?? false,
  };
}

export function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(`no period: ${text}`);
  return parsed;
}
