import { LANGUAGES } from '../../../src/core/plan/text';
import { asFailure } from '../../../src/hosts/office/failures';
import { PortFailure } from '../../../src/hosts/pane/port';

class OfficeError extends Error {
  constructor(readonly code: string) {
    super('Excel 的原话');
  }
}

beforeAll(() => {
  Object.assign(globalThis, { OfficeExtension: { Error: OfficeError } });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'OfficeExtension');
});

test.each([
  ['InvalidOperationInCellEditMode', 'editing'],
  ['WriteNotSupportedWhenModalDialogOpen', 'editing'],
  ['AccessDenied', 'protected'],
  ['ItemNotFound', 'no-sheet'],
  ['ApiNotFound', 'too-old'],
  ['NotImplemented', 'too-old'],
  ['RequestPayloadSizeLimitExceeded', 'too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'too-large'],
  ['RangeExceedsLimit', 'too-large'],
  ['GeneralException', 'refused'],
  ['SomethingNew', 'refused'],
])('%s is %s to the pane, in words for a person', (code, expected) => {
  const failure = asFailure(new OfficeError(code)) as PortFailure;
  expect(failure).toBeInstanceOf(PortFailure);
  expect(failure.code).toBe(expected);
  for (const language of LANGUAGES) expect(failure.text[language]).not.toMatch(/\{|\}|undefined/);
  expect(failure.text.zh).not.toBe(failure.text.en);
});

test('a refusal keeps the words and the code that Excel gives', () => {
  const { text } = asFailure(new OfficeError('GeneralException')) as PortFailure;
  expect(text.zh).toContain('Excel 的原话');
  expect(text.zh).toContain('GeneralException');
});

test.each(['PropertyNotLoaded', 'ValueNotLoaded', 'InvalidObjectPath', 'InvalidRequestContext'])(
  '%s is our own bug and stays what it is',
  (code) => {
    const error = new OfficeError(code);
    expect(asFailure(error)).toBe(error);
  },
);

test('what is no error of Office stays what it is', () => {
  const error = new TypeError('bug');
  expect(asFailure(error)).toBe(error);
});
