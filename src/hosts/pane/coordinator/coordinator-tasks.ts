import type { Tasks } from '../worker/calls';
import type { CoordinatorCalls } from './coordinator-calls';
import { Session } from './session';
import type { Surroundings } from './surroundings';
import { compileTasks } from './tasks/compile-tasks';
import { issueTasks } from './tasks/issue-tasks';
import { planTasks } from './tasks/plan-tasks';
import { roundTasks } from './tasks/round-tasks';

/** Everything that the coordinator's worker can be asked, over one session. */
export function coordinatorTasks(surroundings: Surroundings): Tasks<CoordinatorCalls> {
  const session = new Session();
  return {
    ...planTasks(session, surroundings),
    ...issueTasks(session, surroundings),
    ...roundTasks(session, surroundings),
    ...compileTasks(session, surroundings),
  };
}
