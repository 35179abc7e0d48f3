// Computes sheets with IronCalc: reads its orders as JSON from a file, writes what the formulas give to another.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const main = require.resolve('@ironcalc/wasm');
const { initSync, Model } = await import(pathToFileURL(main).href);
initSync({ module: readFileSync(main.replace(/wasm\.js$/, 'wasm_bg.wasm')) });

/** As its getCellType names them. */
const NUMBER = 1;
const BOOLEAN = 4;
const PROBE = 1;

const [, , orders, answers] = process.argv;
const computed = JSON.parse(readFileSync(orders, 'utf8')).map(compute);
writeFileSync(answers, JSON.stringify(computed));

/** @param {{ name: string, cells: [number, number, string][], asked: [number, number][] }} sheet */
function compute({ name, cells, asked }) {
  const model = new Model('workbook', 'en', 'UTC', 'en');
  try {
    model.pauseEvaluation();
    model.renameSheet(0, name);
    model.newSheet();
    for (const [row, column, input] of cells) model.setUserInput(0, row, column, input);
    model.resumeEvaluation();
    model.evaluate();
    const numbers = asked.filter(([row, column]) => model.getCellType(0, row, column) === NUMBER);
    probe(model, name, numbers);
    return asked.map(([row, column]) => {
      const type = model.getCellType(0, row, column);
      if (type === NUMBER) return Number(model.getFormattedCellValue(PROBE, row, column));
      const text = model.getFormattedCellValue(0, row, column);
      return type === BOOLEAN ? text === 'TRUE' : text;
    });
  } finally {
    model.free();
  }
}

/** It only gives numbers as shown, nine digits at most; as texts on a second sheet they have all of them. */
function probe(model, name, numbers) {
  model.pauseEvaluation();
  for (const [row, column] of numbers) {
    const place = `'${name.replaceAll("'", "''")}'!R${row}C${column}`;
    model.setUserInput(PROBE, row, column, `=${a1(place)}&""`);
  }
  model.resumeEvaluation();
  model.evaluate();
}

function a1(place) {
  return place.replace(/R(\d+)C(\d+)$/, (_, row, column) => {
    let letters = '';
    for (let rest = Number(column); rest > 0; rest = Math.floor((rest - 1) / 26))
      letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    return `${letters}${row}`;
  });
}
