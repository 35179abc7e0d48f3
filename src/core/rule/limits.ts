import type { Text } from '../plan/text';

/** A number in a rule that a plan may set otherwise. */
export interface Threshold {
  readonly usual: number;
  readonly low: number;
  readonly high: number;
  readonly meaning: Text;
}

export type Thresholds = Readonly<Record<string, number>>;

/** The thresholds of a rule: their usual values, and the same with a plan's changes. */
export class Limits<Name extends string> {
  private readonly usual: Readonly<Record<Name, number>>;

  constructor(readonly thresholds: Readonly<Record<Name, Threshold>>) {
    this.usual = this.changedBy({});
  }

  with(changed?: Thresholds): Readonly<Record<Name, number>> {
    return changed && Object.keys(changed).length > 0 ? this.changedBy(changed) : this.usual;
  }

  private changedBy(changed: Thresholds): Readonly<Record<Name, number>> {
    const names = Object.keys(this.thresholds) as Name[];
    const values = names.map((name) => [name, changed[name] ?? this.thresholds[name].usual]);
    return Object.fromEntries(values) as Record<Name, number>;
  }
}
