// Writes the generated parts of the READMEs, between their markers: rule tables and real output of the command line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { ruleTable } = createRequire(import.meta.url)('../build/core/rule/rule-table.js');
const command = fileURLToPath(new URL('../build/hosts/cli/main.js', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'tallybook-docs-'));

/** What the command prints when it runs in the scratch folder. */
function output(...words) {
  return spawnSync(process.execPath, [command, ...words], { cwd: folder, encoding: 'utf8' }).stdout;
}

/** The detection table of the corpus of mangled submissions. */
function corpus(language) {
  const script = fileURLToPath(new URL('corpus.mjs', import.meta.url));
  return spawnSync(process.execPath, [script, language], { encoding: 'utf8' }).stdout;
}

/** How often each rule stood in a run in which the sheet and the code were compared. */
function parity() {
  const script = fileURLToPath(new URL('parity.mjs', import.meta.url));
  return JSON.parse(spawnSync(process.execPath, [script, '--json'], { encoding: 'utf8' }).stdout);
}

const block = (text) => `\n\`\`\`\n${text.trimEnd()}\n\`\`\`\n\n`;
output('demo', '-o', 'demo');
const compared = parity();
const three = ['ningbo-quality-2022', 'ningbo-retrofit-2024', 'ningbo-innovation-2026'];
for (const [file, language] of [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
]) {
  const lang = ['--lang', language];
  const checked = output(
    'check',
    'demo/2021Q3/inbox/市科技局.xlsx',
    '--round',
    'demo/2021Q3',
    ...lang,
  );
  const asked = ['--period', '2022Q4', '--due', '2023-01-15', '-o', `round-${language}`];
  const generated = output('generate', ...three, ...asked, ...lang);
  const parts = {
    rules: `\n${ruleTable(language)}\n\n`,
    check: block(checked),
    parity: `\n${compared[language]}\n\n`,
    corpus: `\n${corpus(language).trim()}\n\n`,
    sharing: block(generated.trimEnd().split('\n').at(-1)),
  };
  const url = new URL(`../${file}`, import.meta.url);
  const text = readFileSync(url, 'utf8').replace(
    /<!-- (\w+) -->\n[\s\S]*?<!-- \/\1 -->/g,
    (whole, name) => (name in parts ? `<!-- ${name} -->\n${parts[name]}<!-- /${name} -->` : whole),
  );
  writeFileSync(url, text);
}
rmSync(folder, { recursive: true });
