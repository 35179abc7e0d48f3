import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ruleTable } from '../src/core/rule/rule-table';

const ROOT = path.join(__dirname, '..');

const READMES = [
  { file: 'README.md', language: 'en' },
  { file: 'README.zh-CN.md', language: 'zh' },
] as const;

describe.each(READMES)('$file', ({ file, language }) => {
  const read = () => readFileSync(path.join(ROOT, file), 'utf8').replaceAll('\r\n', '\n');

  test('has the rule table of the catalogue; npm run docs writes it', () => {
    const parts = /<!-- rules -->\n([\s\S]*?)<!-- \/rules -->/.exec(read());
    const written = rowsOf(parts?.[1] ?? '');
    const wanted = rowsOf(ruleTable(language));
    expect({
      'to be added by npm run docs': wanted.filter((row) => !written.includes(row)),
      'to be removed by npm run docs': written.filter((row) => !wanted.includes(row)),
    }).toEqual({ 'to be added by npm run docs': [], 'to be removed by npm run docs': [] });
    expect(written).toEqual(wanted);
  });

  test('every relative link and picture leads somewhere', () => {
    const targets = linksOf(read()).filter((target) => !/^[a-z]+:|^#/i.test(target));
    expect(targets.length).toBeGreaterThan(0);
    const places = targets.map((target) => decodeURI(target.replace(/#.*$/, '')));
    expect(places.filter((place) => !existsSync(path.join(ROOT, place)))).toEqual([]);
  });

  test('every link within the page leads to one of its headings', () => {
    const text = read();
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
    const anchors = linksOf(text).filter((target) => target.startsWith('#'));
    const known = anchors.map((anchor) => decodeURI(anchor.slice(1)));
    expect(known.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });

  test('every folder of the folder table exists', () => {
    const folders = [...read().matchAll(/^\| `([\w./<>-]+)`\s*\|/gm)]
      .map(([, folder]) => folder!)
      .filter((folder) => /^(src|seeds|templates|test|docs|scripts)\b/.test(folder));
    expect(folders.length).toBeGreaterThan(5);
    const places = folders.map((folder) => folder.replace(/\/<[^>]+>.*$/, ''));
    expect(places.filter((place) => !existsSync(path.join(ROOT, place)))).toEqual([]);
  });
});

test('both READMEs name the same folders', () => {
  const [english, chinese] = READMES.map(({ file }) =>
    [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/^\| `(src[\w./-]*)`\s*\|/gm)].map(
      ([, folder]) => folder,
    ),
  );
  expect(chinese).toEqual(english);
});

/** Targets of Markdown links and pictures, and of the few HTML ones. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [
    ...[...prose.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map(([, target]) => target!),
    ...[...prose.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, target]) => target!),
  ];
}

/** The id that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** The rows of a Markdown table without the padding that Prettier puts into its columns. */
function rowsOf(table: string): string[] {
  const cell = (text: string) => (/^\s*-+\s*$/.test(text) ? '---' : text.trim());
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map(cell).join('|'));
}
