// Writes the generated parts of the READMEs: the rule tables, between their markers.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { ruleTable } = createRequire(import.meta.url)('../build/core/rule/rule-table.js');
for (const [file, language] of [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
]) {
  const url = new URL(`../${file}`, import.meta.url);
  const text = readFileSync(url, 'utf8');
  const written = text.replace(
    /(<!-- rules -->\n)[\s\S]*?(\n<!-- \/rules -->)/,
    (_, start, end) => `${start}\n${ruleTable(language)}\n${end}`,
  );
  writeFileSync(url, written);
}
