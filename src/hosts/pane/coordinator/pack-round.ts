import { zipSync, type Zippable } from 'fflate';
import { safeName } from '../../../core/template/file-names';
import { roundJson } from '../../../core/template/make-round';
import type { Round } from '../../../core/template/round';
import { sha256 } from '../digest';
import type { OpenRound } from './session';
import { WRITTEN_FILE } from './source';

/** The folders of a round, as the command line makes them. */
export const FOLDERS = ['templates', 'inbox', 'returned', 'out'] as const;
export const ROUND_FILE = 'round.json';
export const DECISIONS_FILE = 'decisions.json';

/** A zip of the round's folder as the command line lays it out, so that either can go on with it. */
export async function packRound(open: OpenRound): Promise<Uint8Array> {
  const { round, blanks, files, inbox, others, outputs } = open;
  const content = new Map<string, Uint8Array>();
  content.set(ROUND_FILE, utf8(roundJson(round)));
  for (const [path, source] of others) content.set(path, await source.read());
  if (open.decisions.length > 0) {
    const record = { schemaVersion: 1, decisions: open.decisions };
    content.set(DECISIONS_FILE, utf8(`${JSON.stringify(record, null, 2)}\n`));
  }
  for (const [name, source] of blanks) content.set(`templates/${name}`, await source.read());
  // what was not checked yet is not lost
  for (const { path, source } of inbox)
    if (!files.has(path)) content.set(`inbox/${path}`, await source.read());
  for (const [name, { source }] of files) {
    const bytes = await source.read().catch(() => null);
    if (bytes) content.set(`inbox/${name}`, bytes);
  }
  for (const { name, bytes } of outputs) await putOutput(open, content, name, bytes);
  if (outputs.length > 0) {
    const hashes = Object.fromEntries(outputs.map(({ name, bytes }) => [name, sha256(bytes)]));
    const record = `${JSON.stringify(hashes, null, 2)}\n`;
    content.set(`out/${WRITTEN_FILE}`, utf8(record));
  }
  const zippable: Zippable = {};
  // an empty folder shows where things belong
  for (const folder of FOLDERS) zippable[`${folder}/`] = [new Uint8Array(), {}];
  for (const [path, bytes] of content)
    // workbooks and documents are packed already
    zippable[path] = [bytes, { level: /\.(xlsx|xlsm|docx|png|zip)$/i.test(path) ? 0 : 6 }];
  return zipSync(zippable, { mtime: zipTime(round.issuedAt) });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What lay under a result's name before is kept under another: somebody may have edited it. */
async function putOutput(
  { others }: OpenRound,
  content: Map<string, Uint8Array>,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const path = `out/${name}`;
  const before = others.get(path);
  const old = before && (await before.read());
  if (before && old && sha256(old) !== sha256(bytes)) {
    const stamp = before.modifiedAt.slice(0, 19).replace(/[:T]/g, '-');
    const dot = path.lastIndexOf('.');
    content.set(`${path.slice(0, dot)}.${stamp}${path.slice(dot)}`, old);
  }
  content.set(path, bytes);
}

/** Such as 2021Q2_宁波市推进制造业高质量发展实施方案.zip. */
export function zipName({ plans, period }: Round): string {
  const [first] = plans;
  const more = plans.length > 1 ? `+${plans.length - 1}` : '';
  return `${safeName(`${period}_${first!.plan.title}${more}`)}.zip`;
}

/** The zip format counts years from 1980 to 2099. */
function zipTime(issuedAt: string): Date {
  const time = new Date(issuedAt);
  const year = time.getFullYear();
  return year >= 1981 && year <= 2098 ? time : new Date('2000-01-01T00:00:00.000Z');
}
