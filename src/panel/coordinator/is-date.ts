/** Whether the text is a day as 2021-07-10, which the calendar has. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  // Date.parse takes 2021-02-31 for 3 March
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
