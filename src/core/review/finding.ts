import type { Severity } from '../plan/schema';
import type { Text } from '../plan/text';

/** What a rule says about one submission. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  /** An `explain` that has its explanation is a note. */
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Key of the row concerned, and the full name of the indicator that it counts for first. */
  readonly entry: string | null;
  readonly indicator: string | null;
  readonly message: Text;
  /** The severity that it had before the coordinator accepted the file all the same; a note since then. */
  readonly confirmed?: Exclude<Severity, 'note'>;
}
