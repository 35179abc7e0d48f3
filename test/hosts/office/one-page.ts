import type { DoubleOptions } from './double/install';
import { openPage, type OpenPage } from './page';
import { sampleForm } from './sample-form';

/** What the page that the tests of a file share gives; in each test with the sample form freshly open. */
export interface SharedPage {
  readonly port: OpenPage['port'];
  readonly double: OpenPage['double'];
}

/** Opens one page for all tests of the block, since loading the library takes a second. */
export function sharedPage(options: DoubleOptions): SharedPage {
  let page: OpenPage;
  let form: Uint8Array;
  beforeAll(async () => {
    form = await sampleForm();
    page = await openPage(form, options);
  });
  afterAll(() => {
    page.close();
  });
  beforeEach(() => {
    Object.assign(page.double.faults, {
      ...{ editing: 0, requestSize: Infinity, answerSize: Infinity, readOnly: false },
      beforeRequest: () => undefined,
    });
    page.double.open(form);
  });
  afterEach(() => {
    // a member that the double lacks must not pass for a refusal
    expect(page.double.lacking).toEqual([]);
  });
  return {
    get port() {
      return page.port;
    },
    get double() {
      return page.double;
    },
  };
}
