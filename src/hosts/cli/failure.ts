import type { Text } from '../../core/plan/text';

/** What the user asked for can't be done, said in words; ends the command with exit code 2. */
export class Failure extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

export const EXIT = {
  clean: 0,
  /** Findings of severity error. */
  findings: 1,
  /** Bad usage or unreadable input. */
  unusable: 2,
  /** Ended by Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
