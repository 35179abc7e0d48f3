import { fill } from '../../core/plan/text';
import { Failure } from './failure';
import { cliMessages as messages } from './messages';

/** A day as 2021-07-10, which the calendar has; a Failure says how to write one. */
export function readDate(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  // Date.parse takes 2021-02-31 for 3 March
  if (!isDate || new Date(text).toISOString().slice(0, 10) !== text)
    throw new Failure(fill(messages.badDate, { text }));
  return text;
}
