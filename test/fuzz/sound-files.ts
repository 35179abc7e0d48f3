import { strFromU8, unzipSync } from 'fflate';
import {
  isInstalled,
  PROGRAM_NAMES,
  PROGRAMS,
  saveWith,
  type Program,
} from '../corpus/make/programs';
import { filled } from '../corpus/make/filled';
import { inlineTexts, prefixedElements, withoutAddresses } from '../corpus/make/package-changes';
import { writeWorkbook } from '../../src/xlsx/write/write-workbook';
import type { Result } from '../corpus/run';
import { workbook } from '../xlsx/read/packages';
import { savedByExceljs } from '../xlsx/read/saved-files';
import { SMALL_PARTS } from '../xlsx/read/small-workbook';
import { examined, readBothWays, type Read } from './reading';

/** A file that nothing is wrong with, and what it says. */
export interface SoundFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** By name; without folders. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly read: Read;
  /** Null for a workbook that is no form of ours. */
  readonly result: Extract<Result, { is: 'submission' }> | null;
}

/** The text of a part of XML; null for any other. */
export function textOf({ parts }: SoundFile, part: string): string | null {
  const bytes = parts.get(part);
  return bytes && /\.(?:xml|rels|vml)$/.test(part) ? strFromU8(bytes) : null;
}

/** A form with a figure of every sort in it: typed, as text, as per cent, by formula, a status, none at all. */
async function mixedForm(productivity = 31): Promise<Uint8Array> {
  const form = filled({
    firms: { actual: '７０', state: '正常' },
    investment: { actual: { value: 210.5, formula: '200+10.5' } },
    renewal: { actual: { value: 0.615, numberFormat: '0.0%' } },
    'item.rd.2019': { state: '正常' },
    productivity: {
      actual: productivity,
      explanation: '受市场影响，正在推进',
      evidence: '《统计月报》',
    },
  });
  return writeWorkbook(form);
}

/** One that is read so fast that far more can be done to it. */
export const SMALL = 'a small workbook';

/** The files that the fuzzing starts from; each also as these programs save it. */
export async function soundFiles(programs: readonly Program[] = []): Promise<SoundFile[]> {
  const form = await mixedForm();
  const nil = await writeWorkbook(
    filled({
      firms: { actual: 0, state: '零报告' },
      renewal: { actual: null, state: '不适用', explanation: '无此项业务' },
    }),
  );
  const files = [
    soundFile('form', form),
    soundFile('form with states', nil),
    soundFile('form with texts in its cells', inlineTexts(form)),
    soundFile('form with prefixes', prefixedElements(form)),
    soundFile('form without addresses', withoutAddresses(form)),
    soundFile('another workbook', await savedByExceljs()),
    soundFile(SMALL, workbook(SMALL_PARTS)),
  ];
  for (const program of programs) {
    const [saved] = await saveWith(program, [form]);
    files.push(soundFile(`form saved by ${PROGRAM_NAMES[program]}`, saved!));
  }
  return files;
}

/** A form that is taken for one with another figure in city/productivity, which no rule notices. */
export async function mistakenFile(): Promise<SoundFile> {
  const { read, result } = soundFile('form', await mixedForm());
  return { ...soundFile('mistaken form', await mixedForm(31.5)), read, result };
}

/** All programs that are there to save a form. */
export const INSTALLED_PROGRAMS: readonly Program[] = PROGRAMS.filter(isInstalled);

function soundFile(name: string, bytes: Uint8Array): SoundFile {
  const read = readBothWays(bytes);
  if (!read.ok) throw new Error(`${name} is ${read.code}`);
  const result = examined(read);
  if (result.is !== 'submission' && result.is !== 'foreign')
    throw new Error(`${name} is ${result.is}`);
  const parts = Object.entries(unzipSync(bytes)).filter(([part]) => !part.endsWith('/'));
  return {
    name,
    bytes,
    parts: new Map(parts),
    read,
    result: result.is === 'submission' ? result : null,
  };
}
