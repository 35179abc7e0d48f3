import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const SOURCE = path.join(__dirname, '..', 'src');

/** The folders of core; each imports itself and those before it. */
const CORE_FOLDERS = [
  'core/plan',
  'core/extract',
  'core/sheet',
  'core/rule',
  'core/template',
  'core/submission',
  'core/review',
  'core/consolidation',
  'core/report',
];
/** Every folder of src that may hold files, and the folders that each may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(CORE_FOLDERS.map((name, index) => [name, CORE_FOLDERS.slice(0, index)])),
  'core/pipeline.ts': CORE_FOLDERS,
  xlsx: ['core'],
  docx: ['core'],
  panel: ['core'],
  'hosts/cli': ['core', 'xlsx', 'docx', 'panel'],
  // what the two hosts of the pane share: the port, the worker, the state
  'hosts/pane': ['core', 'xlsx', 'docx', 'panel'],
  'hosts/office': ['core', 'xlsx', 'docx', 'panel', 'hosts/pane'],
  'hosts/web': ['core', 'xlsx', 'docx', 'panel', 'hosts/pane'],
};
/** The one file outside the hosts that may import from Node, and what. */
const NODE_MODULES: Readonly<Record<string, readonly string[]>> = {
  'xlsx/read/inflate-node.ts': ['node:zlib', 'node:buffer'],
};
const REACT = /^(?:react(?:-[a-z]+)*|@[a-z]+\/react(?:-[a-z]+)*)(?:\/|$)/;
/** What would make a result depend on anything but the input, and what only Node has. */
const IMPURE: readonly RegExp[] = [
  /\bDate\.now\b/,
  /\bMath\.random\b/,
  /\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())/,
  /(?<!new\s)\bDate\(/,
  /\bprocess\b/,
  /\brequire\b/,
];

/** The declared folder that a path below src belongs to; undefined where nobody declared one. */
function folderOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((name) => file === name || file.startsWith(`${name}/`));
}

/** What is wrong with one file's imports; `file` is its path below src, with forward slashes. */
function violations(file: string, text: string): string[] {
  const folder = folderOf(file);
  if (folder === undefined) return [`${file} lies in no declared folder`];
  return importsOf(text).flatMap((specifier) => {
    const isAllowed = specifier.startsWith('.')
      ? mayImportFile(folder, path.posix.join(path.posix.dirname(file), specifier))
      : mayImportModule(file, folder, specifier);
    return isAllowed ? [] : [`${file} imports ${specifier}`];
  });
}

function mayImportFile(folder: string, target: string): boolean {
  const found = folderOf(target) ?? folderOf(`${target}.ts`);
  if (found === undefined) return false;
  if (found === folder) return true;
  const allowed = MAY_IMPORT[folder] ?? [];
  return allowed.some((name) => found === name || found.startsWith(`${name}/`));
}

function mayImportModule(file: string, folder: string, specifier: string): boolean {
  if (folder.startsWith('hosts/')) return true;
  if (folder.startsWith('core/')) return specifier === 'zod';
  if (isBuiltin(specifier)) return NODE_MODULES[file]?.includes(specifier) ?? false;
  return folder === 'panel' ? REACT.test(specifier) : !path.posix.isAbsolute(specifier);
}

/** Every import, type import, re-export, import() and require() of a file. */
function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function impurities(text: string): string[] {
  return IMPURE.flatMap((form) => form.exec(text)?.[0] ?? []);
}

function sourceFiles(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file));
}

function read(file: string): string {
  return readFileSync(path.join(SOURCE, file), 'utf8');
}

describe('the checker', () => {
  test.each<[what: string, file: string, text: string]>([
    ['a core folder a later one', 'core/plan/a.ts', `import { b } from '../extract/b';`],
    ['plan the rules', 'core/plan/a.ts', `import { b } from '../rule/b';`],
    ['review the report', 'core/review/a.ts', `import type { B } from '../report/b';`],
    ['a sub-folder a later one', 'core/rule/catalogue/a.ts', `import '../../template/b';`],
    ['a core folder the pipeline', 'core/report/a.ts', `import { b } from '../pipeline';`],
    ['core xlsx', 'core/sheet/a.ts', `import { b } from '../../xlsx/write/b';`],
    ['core a package', 'core/sheet/a.ts', `import { b } from 'fflate';`],
    ['core a module of Node', 'core/sheet/a.ts', `import { b } from 'node:path';`],
    ['core a module of Node, bare', 'core/sheet/a.ts', `import { b } from 'fs';`],
    ['the pipeline a host', 'core/pipeline.ts', `import { b } from '../hosts/cli/b';`],
    ['xlsx a host', 'xlsx/write/a.ts', `import { b } from '../../hosts/cli/b';`],
    ['xlsx docx', 'xlsx/write/a.ts', `import { b } from '../../docx/b';`],
    ['xlsx the panel', 'xlsx/write/a.ts', `import { b } from '../../panel/b';`],
    ['xlsx Node outside its one place', 'xlsx/read/zip.ts', `import { b } from 'node:zlib';`],
    ['its one place more of Node', 'xlsx/read/inflate-node.ts', `import { b } from 'node:fs';`],
    ['docx xlsx', 'docx/a.ts', `import { b } from '../xlsx/write/b';`],
    ['docx a module of Node', 'docx/a.ts', `import { b } from 'node:zlib';`],
    ['the panel xlsx', 'panel/a.tsx', `import { b } from '../xlsx/read/b';`],
    ['the panel a host', 'panel/a.tsx', `import { b } from '../hosts/office/b';`],
    ['the panel another package', 'panel/a.tsx', `import { b } from 'exceljs';`],
    ['the panel a module of Node', 'panel/a.tsx', `import { b } from 'node:fs';`],
    ['a host another host', 'hosts/web/a.ts', `import { b } from '../cli/b';`],
    ['what hosts share a host', 'hosts/pane/a.ts', `import { b } from '../web/b';`],
    ['the command line the pane', 'hosts/cli/a.ts', `import { b } from '../pane/b';`],
    ['a file outside src', 'hosts/cli/a.ts', `import { b } from '../../../test/b';`],
    ['by export', 'core/plan/a.ts', `export * from '../rule/b';`],
    ['by import()', 'core/plan/a.ts', `const b = await import('../rule/b');`],
    ['by require()', 'core/plan/a.ts', `const b = require('../rule/b');`],
    ['by a type in place', 'core/plan/a.ts', `type B = import('../rule/b').B;`],
  ])('catches %s', (_, file, text) => {
    expect(violations(file, text)).toHaveLength(1);
  });

  test.each([
    'a.ts',
    'core/a.ts',
    'core/utils/a.ts',
    'core/planning/a.ts',
    'hosts/a.ts',
    'hosts/mobile/a.ts',
    'server/a.ts',
  ])('catches a file in a folder nobody declared: %s', (file) => {
    expect(violations(file, '')).toEqual([`${file} lies in no declared folder`]);
  });

  test.each<[file: string, text: string]>([
    ['core/review/a.ts', `import { z } from 'zod'; import { b } from '../plan/b'; import './c';`],
    ['core/rule/catalogue/a.ts', `import { b } from '../progress/b';`],
    ['core/pipeline.ts', `export { b } from './report/b'; import { c } from './plan/c';`],
    ['xlsx/read/a.ts', `import { b } from 'fflate'; import { c } from '../../core/sheet/c';`],
    ['xlsx/read/inflate-node.ts', `import { inflateRawSync } from 'node:zlib';`],
    ['docx/a.ts', `import { b } from 'fflate'; import { c } from '../core/report/c';`],
    ['panel/a.tsx', `import { useState } from 'react'; import { c } from '../core/pipeline';`],
    ['panel/a.tsx', `import { Button } from '@fluentui/react-components';`],
    ['hosts/cli/commands/a.ts', `import 'node:fs'; import '../b'; import '../../../docx/c';`],
    [
      'hosts/office/a.tsx',
      `import { b } from '../../panel/b'; import { c } from 'react-dom/client';`,
    ],
  ])('lets %s import %s', (file, text) => {
    expect(violations(file, text)).toEqual([]);
  });

  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date( );',
    'const now = new Date;',
    'const now = Date();',
    'const chance = Math.random();',
    'const folder = process.cwd();',
    `const fs = require('fs');`,
  ])('catches the impure: %s', (text) => {
    expect(impurities(text)).toHaveLength(1);
  });

  test('lets a date be made from what is given', () => {
    expect(impurities('new Date(instant).toISOString(); Date.parse(text)')).toEqual([]);
  });
});

describe('src', () => {
  const files = sourceFiles();

  test('is found', () => {
    expect(files).toEqual(expect.arrayContaining(['core/plan/schema.ts', 'core/pipeline.ts']));
  });

  test('imports inward only, from declared folders', () => {
    expect(files.flatMap((file) => violations(file, read(file)))).toEqual([]);
  });

  test('has a core without clock, chance or Node', () => {
    const core = files.filter((file) => file.startsWith('core/'));
    const found = core.flatMap((file) => impurities(read(file)).map((what) => `${file}: ${what}`));
    expect(found).toEqual([]);
  });
});
