import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fill, verbatim } from '../../../core/plan/text';
import { fillIn } from '../demo/fill-in';
import { correctAll, correctSome, type Correction } from '../demo/corrections';
import * as mishaps from '../demo/mishaps';
import type { Mishap } from '../demo/mishaps';
import { EXIT, Failure, type ExitCode } from '../failure';
import { kindOf, listFiles, writeWhole } from '../files';
import { demoMessages as messages } from '../demo/messages';
import type { Output } from '../output';
import { openRound, type RoundFolder } from '../round-folder';

/** The public command line itself: the demo has no other way in. */
export type Run = (words: readonly string[], now: () => Date) => Promise<ExitCode>;

const PLAN = 'ningbo-quality-2022';
const MARK = '.tallybook-demo';

interface DemoRound {
  readonly period: string;
  readonly due: string;
  readonly issuedAt: string;
  /** What goes wrong, by organisation. */
  readonly wrong: Readonly<Record<string, Mishap>>;
  /** Who never sends anything. */
  readonly silent: readonly string[];
  /** What the coordinator decides before compiling. */
  readonly decisions: readonly DemoDecision[];
  /** When returned forms are wanted back, and who sends theirs again; null where none is returned. */
  readonly returns: {
    readonly due: string;
    readonly sentAgain: Readonly<Record<string, Correction>>;
  } | null;
}

interface DemoDecision {
  readonly decision: 'accept' | 'exclude';
  readonly organisation: string;
  readonly why: string;
}

const ROUNDS: readonly DemoRound[] = [
  {
    period: '2021Q2',
    due: '2021-07-10',
    issuedAt: '2021-06-21T01:00:00.000Z',
    wrong: {
      市科技局: mishaps.textInNumber,
      市市场监管局: mishaps.loweredTarget,
      市委军民融合办: mishaps.pastedRow,
      市金融办: mishaps.overwrittenFormula,
      市委人才办: mishaps.missingHead,
      市能源局: mishaps.renamedSheet,
      市人力社保局: mishaps.truncated,
    },
    silent: ['南湾新区指挥部'],
    decisions: [],
    returns: {
      due: '2021-07-15',
      sentAgain: { 市科技局: correctAll, 市委人才办: correctSome },
    },
  },
  {
    period: '2021Q3',
    due: '2021-10-10',
    issuedAt: '2021-09-21T01:00:00.000Z',
    wrong: {
      市科技局: mishaps.unitSlip,
      市市场监管局: mishaps.sortedRows,
      市委军民融合办: mishaps.negative,
      市金融办: mishaps.numberAsText,
      市经信局: mishaps.percentAsFraction,
      南湾新区指挥部: mishaps.notAWorkbook,
    },
    silent: ['前湾新区指挥部'],
    decisions: [
      {
        decision: 'accept',
        organisation: '市委军民融合办',
        why: '示例：经核对原始凭证，负数为冲减上半年多报数，属实',
      },
      {
        decision: 'exclude',
        organisation: '南湾新区指挥部',
        why: '示例：发来的不是报送表，已约定补报',
      },
    ],
    returns: null,
  },
];

/** `demo`: two rounds from blank to consolidated workbook, on made-up figures, through the public commands only. */
export async function demo(folder: string, output: Output, run: Run): Promise<ExitCode> {
  await prepareFolder(folder);
  output.line(messages.intro, { folder });
  let previous: string | null = null;
  for (const round of ROUNDS) {
    const place = path.join(folder, round.period);
    let time = round.issuedAt;
    const now = () => new Date(time);
    const say = async (...words: string[]): Promise<ExitCode> => {
      output.line(verbatim('\n$ tallybook {words}'), {
        words: words
          .map(shown)
          .filter((word) => word !== '')
          .join(' '),
      });
      const code = await run([...words, '--lang', output.language], now);
      // the command has said why; files that check can't read are part of the demo
      if (code === EXIT.unusable && words[0] !== 'check')
        throw new Failure(fill(messages.stopped, { command: words[0] ?? '' }));
      return code;
    };
    const carried = previous === null ? [] : ['--previous', previous];
    const asked = ['--period', round.period, '--due', round.due, '-o', place];
    await say('generate', PLAN, ...asked, ...carried);
    await sendBack(await openRound(place), round, previous, output);
    time = `${round.due}T06:00:00.000Z`;
    const inbox = path.join(place, 'inbox');
    const files = (await listFiles(inbox)).map((file) => path.join(inbox, file));
    await say('check', ...files, '--round', place);
    await say('status', place);
    if (round.returns) {
      const { due, sentAgain } = round.returns;
      await say('return', place, '--due', due);
      time = `${due}T06:00:00.000Z`;
      const again = await sendAgain(place, sentAgain, due, output);
      await say('check', ...again, '--round', place);
      await say('status', place);
    }
    for (const { decision, organisation, why } of round.decisions)
      await say(decision, place, organisation, '--why', why);
    await say('compile', place);
    previous = place;
  }
  const made = (file: string) =>
    ROUNDS.map(({ period }) => path.join(folder, period, 'out', file)).join('\n  ');
  output.line(messages.done, {
    consolidated: made('consolidated.xlsx'),
    briefings: made('briefing.docx'),
    folder,
  });
  return EXIT.clean;
}

/** Plays the departments: fills each blank, lets some go wrong, and puts the results into the inbox. */
async function sendBack(
  { folder, round }: RoundFolder,
  { wrong, silent, due }: DemoRound,
  previous: string | null,
  output: Output,
): Promise<void> {
  const send = (name: string, bytes: Uint8Array) =>
    writeWhole(path.join(folder, 'inbox', name), bytes);
  let count = 0;
  for (const { organisation, file } of round.issued) {
    if (silent.includes(organisation)) continue;
    const blank = await fs.readFile(path.join(folder, 'templates', file));
    const filled = fillIn(blank, due);
    const mishap = wrong[organisation];
    await send(`${organisation}.xlsx`, mishap ? await mishap(filled) : filled);
    count++;
  }
  const first = round.issued[0]!.organisation;
  const sent = await fs.readFile(path.join(folder, 'inbox', `${first}.xlsx`));
  await send(`${first}（再发一次）.xlsx`, sent);
  if (previous !== null) {
    const old = await fs.readFile(path.join(previous, 'inbox', `${first}.xlsx`));
    await send(`${first}（上季度的表）.xlsx`, old);
  }
  output.line(messages.sentBack, { count: count + (previous === null ? 1 : 2), folder });
}

/** Plays the departments once more: some correct what came back to them, in the very file that came back. */
async function sendAgain(
  round: string,
  corrections: Readonly<Record<string, Correction>>,
  reportedOn: string,
  output: Output,
): Promise<string[]> {
  const sent: string[] = [];
  for (const [organisation, correct] of Object.entries(corrections)) {
    const slip = await fs.readFile(path.join(round, 'returned', `退回单_${organisation}.xlsx`));
    const file = path.join(round, 'inbox', `${organisation}（退回后重报）.xlsx`);
    await writeWhole(file, correct(slip, reportedOn));
    sent.push(file);
  }
  output.line(messages.sentAgain, { count: sent.length, folder: round });
  return sent;
}

/** Makes the demo's folder anew; only a folder that the demo made itself is ever removed. */
async function prepareFolder(folder: string): Promise<void> {
  const kind = await kindOf(folder);
  if (kind === 'folder' && (await kindOf(path.join(folder, MARK))) === 'file')
    await fs.rm(folder, { recursive: true });
  else if (kind !== 'missing' && !(kind === 'folder' && (await fs.readdir(folder)).length === 0))
    throw new Failure(fill(messages.folderTaken, { folder }));
  await writeWhole(path.join(folder, MARK), '');
}

/** Long lists of files are shortened for the eye; the command gets them all. */
function shown(word: string, index: number, words: readonly string[]): string {
  const isFile = word.endsWith('.xlsx');
  if (!isFile) return word;
  return words[index - 1]?.endsWith('.xlsx') ? '' : path.join(path.dirname(word), '*.xlsx');
}
