import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { checkManifest } from '../../scripts/pane/check-manifest';

const ROOT = path.join(__dirname, '../..');
const BASE = 'https://intranet.example/tallybook';
const TEMPLATE = readFileSync(path.join(ROOT, 'manifest/manifest.xml'), 'utf8');
const SOUND = TEMPLATE.replaceAll('{base}', BASE).replaceAll('{version}', '1.2.3');
let dist: string;

/** What the manifest points to, at the sizes that the build draws. */
beforeAll(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'tallybook-manifest-'));
  mkdirSync(path.join(dist, 'icons'));
  for (const page of ['index.html', 'office.html']) writeFileSync(path.join(dist, page), '');
  for (const name of ['app', 'generate', 'check', 'compile'])
    for (const size of [16, 32, 64, 80])
      writeFileSync(path.join(dist, `icons/${name}-${size}.png`), square(size));
});
afterAll(() => {
  rmSync(dist, { recursive: true });
});

function square(size: number): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"/>`;
  return Buffer.from(new Resvg(svg).render().asPng());
}

const problems = (xml: string) => checkManifest(xml, { dist, base: BASE });

test('the manifest is sound', () => {
  expect(problems(SOUND)).toEqual([]);
});

test.each<[what: string, from: string | RegExp, to: string, says: string]>([
  ['elements out of order', /(<Version>.*<\/Version>)\s*(<ProviderName>.*?>)/s, '$2$1', 'order'],
  ['an element too few', /<SupportUrl[^>]*>/, '', 'has no <SupportUrl>'],
  ['an element unknown', '<Hosts>', '<Extra/><Hosts>', 'has a <Extra>'],
  ['no GUID', '8edc8897', '8edc889', 'GUID'],
  ['a short version', '1.2.3.0', '1.2.3', 'four numbers'],
  ['a resource undefined', 'resid="Check.Tip"', 'resid="Check.Tips"', 'is not defined'],
  ['a resource of another kind', 'resid="Check.Tip"', 'resid="Check.Label"', 'is one of'],
  ['a resource twice', 'String id="Check.Tip"', 'String id="Compile.Tip"', 'defined twice'],
  ['a resource unused', '<Title resid="GetStarted.Title" />', '', 'used nowhere'],
  ['plain http', `${BASE}/icons/app-64.png`, 'http://intranet.example/app-64.png', 'not https'],
  ['another machine', `${BASE}/icons/app-64.png`, 'https://elsewhere.example/a.png', 'not below'],
  ['a missing file', 'icons/app-64.png', 'icons/app-65.png', 'not in the build'],
  ['an icon of another size', 'icons/app-64.png', 'icons/app-80.png', '80 px wide, not 64'],
  ['a button icon of another size', 'icons/check-16.png', 'icons/check-32.png', 'not 16'],
  ['a size left out', /<bt:Image size="80" resid="Icon.App.80" \/>/, '', 'has the sizes'],
  ['another requirement', 'MinVersion="1.9"', 'MinVersion="1.8"', 'asks for ExcelApi 1.8'],
  ['another locale', '<DefaultLocale>zh-CN', '<DefaultLocale>en-US', 'zh-CN'],
  ['no English', / *<bt:Override Locale="en-US" Value="Compile" \/>\n/, '', 'has no English'],
  ['broken XML', '</OfficeApp>', '', 'is no XML'],
])('catches %s', (_, from, to, says) => {
  const changed = SOUND.replace(from, to);
  const found = problems(changed).join('\n');
  expect(found).toContain(says);
});

test('catches texts that are too long', () => {
  const long = SOUND.replace('DefaultValue="汇总"', `DefaultValue="${'汇'.repeat(126)}"`);
  expect(problems(long)).toEqual(['resource Compile.Label has not 1 to 125 characters']);
});
