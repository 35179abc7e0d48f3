/** China has one time zone, and a due date is a day there. */
const BEIJING_OFFSET = 8 * 60 * 60 * 1000;

/** Whether instantOf can read it. */
export function isTime(time: string): boolean {
  return !Number.isNaN(Date.parse(time));
}

/** Milliseconds since 1970 of an ISO time; without a zone it is UTC, so that it means the same everywhere. */
export function instantOf(time: string): number {
  const isZoned = !time.includes('T') || /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
  const instant = Date.parse(isZoned ? time : `${time}Z`);
  if (Number.isNaN(instant)) throw new Error(`no ISO time: ${time}`);
  return instant;
}

/** The ISO date in China at an ISO time. */
export function dateOf(time: string): string {
  return new Date(instantOf(time) + BEIJING_OFFSET).toISOString().slice(0, 10);
}

/** An ISO time as clocks in China show it, to the minute: 2021-07-12 10:00. */
export function clockTime(time: string): string {
  const shown = new Date(instantOf(time) + BEIJING_OFFSET).toISOString();
  return shown.slice(0, 16).replace('T', ' ');
}
