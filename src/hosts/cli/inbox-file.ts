import path from 'node:path';
import { fill, verbatim } from '../../core/plan/text';
import { decideMessages as messages } from './commands/decide-messages';
import { Failure } from './failure';

/** Names that a message lists before it stops. */
const MOST_NAMES = 20;

/**
 * The file of the inbox that a person means: by its name in the inbox, by a path to it, by its name
 * alone where it lies in a subfolder, with or without its ending. A Failure says why it is none or several.
 * @param names the files of the inbox, relative to it
 */
export function inboxFile(folder: string, names: readonly string[], text: string): string {
  const found = namesLike(folder, names, text);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const inbox = path.join(folder, 'inbox');
  const list = (files: readonly string[]) =>
    verbatim(
      [...files.slice(0, MOST_NAMES), ...(files.length > MOST_NAMES ? ['…'] : [])].join('\n  '),
    );
  if (found.length > 1)
    throw new Failure(
      fill(messages.ambiguous, { name: text, count: found.length, found: list(found) }),
    );
  throw new Failure(
    names.length === 0
      ? fill(messages.emptyInbox, { inbox, name: text })
      : fill(messages.unknownFile, { inbox, name: text, known: list(names) }),
  );
}

/** The files that the words may mean, by the first way of naming that finds any. */
export function namesLike(folder: string, names: readonly string[], text: string): string[] {
  const within = path.relative(path.resolve(folder, 'inbox'), path.resolve(text));
  const wanted = plain(text);
  const ways: ((name: string) => boolean)[] = [
    (name) => name === path.normalize(text) || name === within,
    (name) => path.basename(name) === text,
    (name) => plain(path.basename(name)) === wanted,
    (name) => plain(path.parse(name).name) === wanted,
  ];
  for (const way of ways) {
    const found = names.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

/** As people see a name: macOS takes accents apart, and some file systems forget the case. */
function plain(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
