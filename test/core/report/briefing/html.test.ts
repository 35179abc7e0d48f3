/** @jest-environment jsdom */
import { brief } from '../../../../src/core/report/briefing/brief';
import { textOf } from '../../../../src/core/report/briefing/briefing';
import { briefingHtml } from '../../../../src/core/report/briefing/html';
import { consolidated, indicator, plan } from '../../consolidation/samples';
import { filledRound, seed } from '../filled-round';
import { FORM } from '../../../factories/template';
import { briefingOptions, DESIGN, linesIn } from './design';

const HOSTILE = `<img src=x onerror=alert(1)>&"'</style><script>alert(2)</script>`;

function pageOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

const hostile = brief(
  consolidated({
    plans: [plan([indicator('a', { name: HOSTILE, section: [HOSTILE] })], { title: HOSTILE })],
    sent: [{ file: `${HOSTILE}.xlsx`, fill: { a: { value: 10, explanation: HOSTILE } } }],
  }),
  briefingOptions({ coordinator: HOSTILE, product: HOSTILE }),
);
const whole = brief(
  filledRound({ plans: [seed('zhejiang-2025')], period: '2021Q2', division: 'region' }),
  briefingOptions(),
);

test('says what the briefing says', () => {
  const page = pageOf(briefingHtml(whole, { design: DESIGN, form: FORM }));
  const shown = [...page.querySelectorAll('h2, h3, main > p, caption, figcaption')].map(
    ({ textContent }) => textContent,
  );
  const lines = linesIn(whole).filter((line) => line !== '');
  expect(shown.filter((line) => lines.includes(line))).toEqual(lines);
  expect(page.documentElement.lang).toBe('zh-CN');
  const [first] = whole.appendices;
  const cells = [...page.querySelectorAll('.appendix')[0]!.querySelectorAll('td')];
  expect(cells.map(({ textContent }) => textContent)).toEqual(
    first!.table.rows.flat().map(({ runs }) => textOf(runs)),
  );
});

test.each([
  ['ordinary', whole],
  ['hostile', hostile],
])('%s names ask nobody for anything and run nothing', (_, briefing) => {
  const html = briefingHtml(briefing, { design: DESIGN, form: FORM });
  const page = pageOf(html);
  expect(
    page.querySelectorAll('script, img, link, iframe, object, embed, base, form'),
  ).toHaveLength(0);
  expect(page.querySelectorAll('style')).toHaveLength(1);
  for (const element of page.querySelectorAll('*'))
    for (const { name } of element.attributes) {
      expect(name).not.toMatch(/^on|^src$|^href$|^xlink/);
    }
  expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import/);
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'",
  );
});

test('hostile names are shown as they are', () => {
  const page = pageOf(briefingHtml(hostile, { design: DESIGN, form: FORM }));
  expect(page.querySelector('h1')?.textContent).toContain(`《${HOSTILE}》`);
  expect(page.querySelector('.signature')?.textContent).toContain(HOSTILE);
  expect(page.querySelector('svg text')).not.toBeNull();
});

test('the same briefing gives the same page', () => {
  const options = { design: DESIGN, form: FORM };
  expect(briefingHtml(whole, options)).toBe(briefingHtml(whole, options));
});
