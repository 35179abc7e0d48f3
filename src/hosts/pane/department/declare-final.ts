import { fill, type Text } from '../../../core/plan/text';
import type { ShownForm } from '../../../panel/department/form';
import { PortFailure, type Port } from '../port';
import { departmentMessages as messages } from './messages';

/** A form declared final. */
export interface Declared {
  /** Local time, such as 2021-07-08 14:05. */
  readonly at: string;
  readonly text: Text;
  /** Whether the person has to save it by hand. */
  readonly isSaved: boolean;
}

interface Finishing {
  readonly port: Port;
  readonly now: Date;
  /** Whether nothing is left to do, read anew. */
  readonly recheck: () => Promise<boolean>;
}

/**
 * Stamps the time into the date of sending where that is blank, checks once more, locks the form and
 * saves the workbook. Null where the stamped form no longer passes.
 * @throws PortFailure
 */
export async function declareFinal(
  form: ShownForm,
  { port, now, recheck }: Finishing,
): Promise<Declared | null> {
  const at = localTime(now);
  const stamps = form.fields.filter(({ isStamped, stored }) => isStamped && stored === '');
  if (stamps.length > 0) await port.write(stamps.map(({ place }) => ({ ...place, value: at })));
  if (!(await recheck())) return null;
  await lock(port, sheetsOf(form));
  const { coordinator } = form;
  const declared = fill(messages.declared, { at, coordinator });
  try {
    await port.save(`${form.reporter.zh}_${form.period.zh}.xlsx`);
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    return { at, text: fill(messages.notSaved, { reason: error.text }), isSaved: false };
  }
  return { at, text: declared, isSaved: true };
}

/** A sheet with a password is locked already: the coordinator chose so. */
async function lock(port: Port, sheets: readonly string[]): Promise<void> {
  try {
    await port.lock(sheets);
  } catch (error) {
    if (!(error instanceof PortFailure) || error.code !== 'protected') throw error;
  }
}

function sheetsOf({ rows, fields }: ShownForm): string[] {
  const places = [
    ...rows.flatMap(({ cells }) => Object.values(cells).map(({ place }) => place)),
    ...fields.map(({ place }) => place),
  ];
  return [...new Set(places.map(({ sheet }) => sheet))];
}

function localTime(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${date} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
