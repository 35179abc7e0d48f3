import { examine } from '../../../src/core/pipeline';
import { fillIn } from '../../../src/hosts/cli/demo/fill-in';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { CASES } from '../../corpus/cases';
import type { Case } from '../../corpus/case';
import { EXPECTED, filled } from '../../corpus/make/filled';
import { PLAIN } from '../../factories/digest';
import { SEED_IDS, seedPlan } from '../../factories/plan';
import { contextOf, templateFor } from '../../factories/template';
import { comparable, fileGrid, verdictOf } from './compare';
import { openPage, type OpenPage } from './page';
import { PERIODS } from './periods';

jest.setTimeout(300_000);

/** A form of each real plan, filled in. */
async function filledForm(id: (typeof SEED_IDS)[number]): Promise<Uint8Array> {
  const built = templateFor(contextOf([seedPlan(id)], PERIODS[id]));
  return fillIn(await writeWorkbook(built.description), '2026-07-08');
}

describe.each(['1.9', '1.14', '1.17'])('at ExcelApi %s', (version) => {
  let page: OpenPage;

  beforeAll(async () => {
    page = await openPage(await filledForm(SEED_IDS[0]), { version });
  });
  afterAll(() => {
    page.close();
  });
  afterEach(() => {
    expect(page.double.lacking).toEqual([]);
  });

  test.each(SEED_IDS)('the open form of %s is read as its file', async (id) => {
    const bytes = await filledForm(id);
    page.double.open(bytes);
    const [file, open] = [fileGrid(bytes), (await page.port.readWorkbook())!];
    const expected = { round: null, plans: [], isSigned: false };
    const [ofFile, ofOpen] = [file, open].map((grid) => verdictOf(examine(grid, PLAIN, expected)));
    expect(ofFile).toHaveProperty('entries.0');
    expect(ofOpen).toEqual(ofFile);
    const areMergesKnown = version !== '1.9';
    expect(comparable(open, areMergesKnown)).toEqual(comparable(file, areMergesKnown));
  });
});

/** What only a file can be like; opening it in Excel ends it. */
const OF_FILES_ALONE: Readonly<Record<string, string>> = {
  uncomputed: 'Excel computes the formula',
  'uncomputed-form': 'Excel computes the formulas',
  'exponent-number': 'a live number is not spelled in any way',
};

describe('what people do to a form', () => {
  const cases = CASES.filter(
    ({ group, program, refused }) =>
      !['pairs', 'files'].includes(group) && program === undefined && refused === undefined,
  );
  let page: OpenPage;

  beforeAll(async () => {
    page = await openPage(await writeWorkbook(filled()), { version: '1.14' });
  });
  afterAll(() => {
    page.close();
  });

  async function bytesOf({ from, typed, change, bytes }: Case): Promise<Uint8Array> {
    const workbook = from ? from() : filled(typed);
    const written = await writeWorkbook(change ? change(workbook) : workbook);
    return bytes ? bytes(written) : written;
  }

  test('is enough to mean something', () => {
    expect(cases.length).toBeGreaterThan(80);
    expect(Object.keys(OF_FILES_ALONE).filter((id) => !cases.some((one) => one.id === id))).toEqual(
      [],
    );
  });

  test.each(
    cases
      .filter(({ id }) => !(id in OF_FILES_ALONE))
      .map((one) => [`${one.group}/${one.id}`, one] as const),
  )('%s has the same verdict when it is open', async (_, one) => {
    const bytes = await bytesOf(one);
    // Excel keeps macros in files of this name only
    page.double.open(bytes, one.id === 'macros' ? '报送表.xlsm' : '报送表.xlsx');
    const expected = one.expected ?? EXPECTED;
    const ofFile = verdictOf(examine(fileGrid(bytes), PLAIN, expected));
    const ofOpen = verdictOf(examine((await page.port.readWorkbook())!, PLAIN, expected));
    expect(ofOpen).toEqual(ofFile);
    expect(page.double.lacking).toEqual([]);
  });
});
