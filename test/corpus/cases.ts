import type { Case } from './case';
import { COLUMN_CASES } from './make/cases/columns';
import { FILE_CASES } from './make/cases/files';
import { IDENTITY_CASES } from './make/cases/identity';
import { LOCKED_CASES } from './make/cases/locked';
import { PROGRAM_CASES } from './make/cases/programs';
import { ROUND_CASES } from './make/cases/rounds';
import { ROW_CASES } from './make/cases/rows';
import { SHEET_CASES } from './make/cases/sheets';
import { TYPED_CASES } from './make/cases/typed';
import { pairsOf } from './pairs';

const SINGLES: readonly Case[] = [
  ...TYPED_CASES,
  ...ROW_CASES,
  ...COLUMN_CASES,
  ...SHEET_CASES,
  ...LOCKED_CASES,
  ...IDENTITY_CASES,
  ...ROUND_CASES,
  ...PROGRAM_CASES,
  ...FILE_CASES,
];

/** Everything that has been seen to happen to a form, alone and two at once. */
export const CASES: readonly Case[] = [...SINGLES, ...pairsOf(SINGLES)];
