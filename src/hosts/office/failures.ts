import { fill, type Fillings } from '../../core/plan/text';
import { PortFailure, type PortFailureCode } from '../pane/port';
import { MESSAGES } from './messages';

/** What Excel's error codes mean for a person; every other code is a refusal in Excel's own words. */
const REASONS: ReadonlyMap<string, readonly [PortFailureCode, keyof typeof MESSAGES]> = new Map([
  ['InvalidOperationInCellEditMode', ['editing', 'editing']],
  ['WriteNotSupportedWhenModalDialogOpen', ['editing', 'editing']],
  ['AccessDenied', ['protected', 'protected']],
  ['ItemNotFound', ['no-sheet', 'sheetGone']],
  ['ApiNotFound', ['too-old', 'tooOld']],
  ['NotImplemented', ['too-old', 'tooOld']],
  ['RequestPayloadSizeLimitExceeded', ['too-large', 'tooLarge']],
  ['ResponsePayloadSizeLimitExceeded', ['too-large', 'tooLarge']],
  ['RangeExceedsLimit', ['too-large', 'tooLarge']],
]);

/** Codes by which the library says that the add-in called it wrongly. */
const OWN_BUGS: ReadonlySet<string> = new Set([
  'PropertyNotLoaded',
  'CollectionNotLoaded',
  'ValueNotLoaded',
  'InvalidObjectPath',
  'InvalidRequestContext',
]);

/** A failure with the wording of `message`. */
export function failure(
  code: PortFailureCode,
  message: keyof typeof MESSAGES,
  fillings: Fillings = {},
): PortFailure {
  return new PortFailure(code, fill(MESSAGES[message], fillings));
}

/** What a thrown value is for the pane: a failure where Excel refused, else the value, our own bug. */
export function asFailure(error: unknown, otherwise: 'refused' | 'notOpened' = 'refused'): unknown {
  if (!isOfficeError(error) || OWN_BUGS.has(error.code)) return error;
  const reason = REASONS.get(error.code);
  if (reason) return failure(...reason);
  return failure('refused', otherwise, { words: error.message, code: error.code });
}

function isOfficeError(error: unknown): error is OfficeExtension.Error {
  return error instanceof OfficeExtension.Error;
}
