import type { z } from 'zod';
import type { writeRoundBriefing } from '../../../docx/write-round-briefing';
import type { Inflate } from '../../../xlsx/read/inflate';
import type * as WritingModule from './writing';

/** What the tasks need of the place where they run. */
export interface Surroundings {
  /** As it signs the workbooks that it makes: Tallybook 0.1.0. */
  readonly product: string;
  /** Reads a file that comes with the product, such as templates/standard.json. @throws Refused */
  readonly load: <S extends z.ZodType>(path: string, schema: S) => Promise<z.infer<S>>;
  /** What writes files, loaded when it is needed. */
  readonly writing: () => Promise<
    typeof WritingModule & { readonly briefing: () => Promise<typeof writeRoundBriefing> }
  >;
  /** The portable way where absent. */
  readonly inflate?: Inflate;
}
