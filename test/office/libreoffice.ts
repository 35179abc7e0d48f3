import { execFile, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export type TargetFormat = 'pdf' | 'xlsx' | 'csv';

export interface ConvertOptions {
  /** Computes every formula again instead of trusting the values stored in the file. */
  readonly recalculate?: boolean;
  /** Which sheet a .csv shows, counted from 1. */
  readonly sheet?: number;
}

/** What a skipped test says. */
export const LIBREOFFICE_MISSING =
  'LibreOffice is not installed (Debian package libreoffice-calc-nogui): skipped';
/** A conversion starts the whole program; the first one also sets up its profile. */
export const CONVERT_TIMEOUT = 120_000;

const CANDIDATES = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** The program's path, null where it is not installed. */
export function findLibreOffice(): string | null {
  return CANDIDATES.find((candidate) => existsSync(candidate)) ?? null;
}

/** `describe` where LibreOffice is installed; elsewhere one skipped test that names the package. */
export function describeWithLibreOffice(name: string, suite: () => void): void {
  if (findLibreOffice()) describe(name, suite);
  else
    describe(name, () => {
      test.skip(LIBREOFFICE_MISSING, () => undefined);
    });
}

/** What a skipped test of documents says. */
export const WRITER_MISSING =
  'LibreOffice Writer is not installed (Debian package libreoffice-writer-nogui): skipped';

/** Whether it can open documents: the program without Writer opens workbooks only. */
export function hasWriter(): boolean {
  const program = findLibreOffice();
  if (!program) return false;
  const folder = path.dirname(realpathSync(program));
  return ['libswlo.so', 'swlo.dll', '../Frameworks/libswlo.dylib'].some((library) =>
    existsSync(path.join(folder, library)),
  );
}

/** `describe` where LibreOffice opens documents; elsewhere one skipped test that names the package. */
export function describeWithWriter(name: string, suite: () => void): void {
  if (hasWriter()) describe(name, suite);
  else
    describe(name, () => {
      test.skip(WRITER_MISSING, () => undefined);
    });
}

/** Has LibreOffice open a Word document and save it as another format; throws where it does not. */
export function convertDocument(document: Uint8Array, format: 'pdf' | 'txt'): Uint8Array {
  return run(document, 'in.docx', format === 'pdf' ? 'pdf:writer_pdf_Export' : TEXT, format, false);
}

/** UTF-8 with line feeds. */
const TEXT = 'txt:Text (encoded):UTF8,LF,,,';

/** Has LibreOffice open a workbook and save it as another format; throws where it does not. */
export function convert(
  workbook: Uint8Array | string,
  format: TargetFormat,
  options: ConvertOptions = {},
): Uint8Array {
  const bytes = typeof workbook === 'string' ? readFileSync(workbook) : workbook;
  const { recalculate = false, sheet } = options;
  return run(bytes, 'in.xlsx', filter(format, sheet), format, recalculate);
}

function run(
  bytes: Uint8Array,
  name: string,
  outFilter: string,
  format: string,
  recalculate: boolean,
): Uint8Array {
  const program = findLibreOffice();
  if (!program) throw new Error(LIBREOFFICE_MISSING);
  const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-office-'));
  try {
    const source = path.join(folder, name);
    writeFileSync(source, bytes);
    const output = path.join(folder, 'out');
    const ended = spawnSync(
      program,
      commandLine(folder, output, outFilter, recalculate, [source]),
      {
        encoding: 'utf8',
        timeout: CONVERT_TIMEOUT,
      },
    );
    const written = existsSync(output) ? readdirSync(output) : [];
    if (written.length !== 1)
      throw new Error(`LibreOffice wrote no ${format}: ${ended.stderr}${ended.stdout}`);
    return new Uint8Array(readFileSync(path.join(output, written[0]!)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for many workbooks, which one start of the program opens one after another; other work goes on meanwhile. */
export async function convertAll(
  workbooks: readonly Uint8Array[],
  format: TargetFormat,
  options: ConvertOptions = {},
): Promise<Uint8Array[]> {
  const program = findLibreOffice();
  if (!program) throw new Error(LIBREOFFICE_MISSING);
  const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-office-'));
  try {
    const output = path.join(folder, 'out');
    const names = workbooks.map((_, index) => `in-${index}`);
    const sources = names.map((name) => path.join(folder, `${name}.xlsx`));
    sources.forEach((source, index) => {
      writeFileSync(source, workbooks[index]!);
    });
    const { recalculate = false, sheet } = options;
    const words = commandLine(folder, output, filter(format, sheet), recalculate, sources);
    await promisify(execFile)(program, words, {
      timeout: CONVERT_TIMEOUT * (1 + workbooks.length / 20),
    });
    return names.map((name) => {
      const written = path.join(output, `${name}.${format}`);
      if (!existsSync(written)) throw new Error(`LibreOffice wrote no ${format} of ${name}`);
      return new Uint8Array(readFileSync(written));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A profile of its own in the folder, so that nobody's open documents are in the way. */
function commandLine(
  folder: string,
  output: string,
  outFilter: string,
  recalculate: boolean,
  sources: readonly string[],
): string[] {
  const profile = path.join(folder, 'profile');
  writeProfile(profile, recalculate);
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--norestore'],
    ...['--convert-to', outFilter],
    ...['--outdir', output],
    ...sources,
  ];
}

function filter(format: TargetFormat, sheet = 1): string {
  switch (format) {
    case 'pdf':
      return 'pdf:calc_pdf_Export';
    case 'xlsx':
      return 'xlsx:Calc MS Excel 2007 XML';
    case 'csv':
      // comma, double quote, UTF-8; values in full rather than as formatted; and which sheet
      return `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${sheet}`;
  }
}

/** OOXMLRecalcMode: 0 always computes again on load, 1 never. */
function writeProfile(profile: string, recalculate: boolean): void {
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  writeFileSync(
    path.join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${recalculate ? 0 : 1}</value></prop></item>
</oor:items>
`,
  );
}
