import { readFileSync } from 'node:fs';
import path from 'node:path';
import { askedTab } from '../../../../src/hosts/pane/coordinator/asked-tab';

test.each([
  ['?view=generate', 'issue'],
  ['?_host_Info=Excel$Win32$16.01$zh-CN$$$$0&view=check', 'collect'],
  ['?view=compile', 'compile'],
  ['?view=constructor', null],
  ['?view=', null],
  ['', null],
])('%s asks for %p', (search, tab) => {
  expect(askedTab(search)).toBe(tab);
});

test('every button of the manifest asks for a tab of its own', () => {
  const file = path.join(__dirname, '../../../../manifest/manifest.xml');
  const views = [...readFileSync(file, 'utf8').matchAll(/office\.html(\?view=\w+)"/g)];
  const tabs = views.map(([, search]) => askedTab(search!));
  expect(tabs).toEqual(['issue', 'collect', 'compile']);
});
