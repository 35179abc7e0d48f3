import type { Text } from '../../core/plan/text';
import { markingMessages } from './marking/messages';

/** The file is not built in a way that can be changed with certainty; nothing is wrong with us. */
export class Unpatchable extends Error {
  constructor(
    message: string,
    /** For a person. */
    readonly reason: Text = markingMessages.unusual,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
