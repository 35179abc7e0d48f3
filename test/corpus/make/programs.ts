import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import * as SheetJS from 'xlsx';
import { findLibreOffice } from '../../office/libreoffice';
import {
  extensionValidations,
  inTurn,
  legacyPassword,
  wpsProperties,
} from './package-changes';

/** The programs that save a workbook again; WPS is imitated, since it does not run here. */
export const PROGRAMS = ['libreoffice', 'openpyxl', 'exceljs', 'sheetjs', 'wps'] as const;
export type Program = (typeof PROGRAMS)[number];

export const PROGRAM_NAMES: Readonly<Record<Program, string>> = {
  libreoffice: 'LibreOffice',
  openpyxl: 'openpyxl',
  exceljs: 'exceljs',
  sheetjs: 'SheetJS',
  wps: 'WPS',
};

/** Whether the program is installed. */
export function isInstalled(program: Program): boolean {
  switch (program) {
    case 'libreoffice':
      return findLibreOffice() !== null;
    case 'openpyxl':
      return python() !== null;
    case 'exceljs':
    case 'sheetjs':
    case 'wps':
      return true;
  }
}

/** Opens each workbook with the program and saves it again; all of them in one run where that is slow. */
export async function saveWith(
  program: Program,
  workbooks: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  switch (program) {
    case 'libreoffice':
      return savedInFolder(workbooks, saveWithLibreOffice);
    case 'openpyxl':
      return savedInFolder(workbooks, saveWithOpenpyxl);
    case 'exceljs':
      return Promise.all(workbooks.map(saveWithExceljs));
    case 'sheetjs':
      return workbooks.map((bytes) => exportWithSheetJs(bytes, 'xlsx'));
    case 'wps':
      return workbooks.map(inTurn(extensionValidations, legacyPassword, wpsProperties));
  }
}

/** Saves the workbook as another kind of file. */
export function exportWithSheetJs(bytes: Uint8Array, kind: SheetJS.BookType): Uint8Array {
  const workbook = SheetJS.read(bytes, { type: 'array', cellNF: true, cellStyles: true });
  return new Uint8Array(
    SheetJS.write(workbook, { type: 'array', bookType: kind, compression: true }) as ArrayBuffer,
  );
}

async function saveWithExceljs(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

type SaveFolder = (from: string, to: string, names: readonly string[]) => ReturnType<typeof spawnSync>;

function savedInFolder(workbooks: readonly Uint8Array[], save: SaveFolder): Uint8Array[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-corpus-'));
  try {
    const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
    mkdirSync(from);
    mkdirSync(to);
    const names = workbooks.map((_, index) => `${index}.xlsx`);
    workbooks.forEach((bytes, index) => {
      writeFileSync(path.join(from, names[index]!), bytes);
    });
    const run = save(from, to, names);
    return names.map((name) => {
      const file = path.join(to, name);
      if (!existsSync(file)) throw new Error(`${name} was not saved: ${String(run.stderr)}`);
      return new Uint8Array(readFileSync(file));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SAVE_TIMEOUT = 300_000;

const saveWithLibreOffice: SaveFolder = (from, to, names) =>
  spawnSync(
    findLibreOffice()!,
    [
      `-env:UserInstallation=${pathToFileURL(path.join(from, '..', 'profile')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      to,
      ...names.map((name) => path.join(from, name)),
    ],
    { encoding: 'utf8', timeout: SAVE_TIMEOUT },
  );

const saveWithOpenpyxl: SaveFolder = (from, to) =>
  spawnSync(python()!, [path.join(__dirname, 'openpyxl_resave.py'), from, to], {
    encoding: 'utf8',
    timeout: SAVE_TIMEOUT,
  });

let foundPython: string | null | undefined;

/** A Python that has openpyxl; Debian's own comes first, since its package installs there. */
function python(): string | null {
  foundPython ??=
    ['/usr/bin/python3', 'python3', 'python'].find(
      (program) => spawnSync(program, ['-c', 'import openpyxl']).status === 0,
    ) ?? null;
  return foundPython;
}
