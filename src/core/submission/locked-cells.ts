import { formatAddress } from '../sheet/address';
import { cellAt, type GridCell } from '../sheet/grid';
import { fingerprint, FORMULA_FINGERPRINT } from '../template/fingerprint';
import type { Carrier } from '../template/model';
import type { FormPlaces } from './form-places';
import type { Observation } from './submission';

/** Names every locked cell of the form that is not as issued; says it once where no formula is left at all. */
export function findAlteredCells(carrier: Carrier, places: FormPlaces): Observation[] {
  const { altered, formulas } = alteredCells(carrier, places);
  const lost = altered.filter(({ rule }) => rule === 'alteredFormula').length;
  if (lost < 2 || lost < formulas) return altered;
  const { name } = places.sheet;
  return [
    ...altered.filter(({ rule }) => rule !== 'alteredFormula'),
    { rule: 'formulasLost', sheet: name, cell: null, entry: null, fillings: {} },
  ];
}

function alteredCells({ form, model }: Carrier, places: FormPlaces) {
  const labels: Readonly<Partial<Record<string, string>>> = model.labels.columns;
  // the columns behind the form are ours alone: they are computed again, not read
  const numbers = new Map([...places.columns].filter(([id]) => id in labels));
  const altered: Observation[] = [];
  let formulas = 0;
  for (const [key, columns] of Object.entries(form.locked)) {
    const row = places.rows.get(key)?.[0];
    if (row === undefined) continue;
    for (const id in columns) {
      const column = numbers.get(id);
      if (column === undefined) continue;
      const issued = columns[id]!;
      if (issued === FORMULA_FINGERPRINT) formulas++;
      const cell = cellAt(places.sheet, row, column);
      const change = alteration(cell, issued);
      if (change === null) continue;
      const rule = change === 'alteredLockedCell' && isHead(key) ? 'alteredHead' : change;
      const label = labels[id] ?? id;
      const name = model.entries.find((entry) => entry.key === key)?.name;
      altered.push({
        rule,
        sheet: places.sheet.name,
        cell: formatAddress(row, column),
        entry: name === undefined ? null : key,
        fillings: { label: name === undefined ? label : `${name}·${label}`, raw: cell?.raw ?? '' },
      });
    }
  }
  return { altered, formulas };
}

/** The rows that say whose form it is and for which period. */
function isHead(key: string): boolean {
  return key === 'title' || key.startsWith('head:');
}

/** A number that is stored as a number keeps its fingerprint however a program writes it. */
function alteration(
  cell: GridCell | undefined,
  issued: string,
): 'alteredFormula' | 'alteredLockedCell' | null {
  if (issued === FORMULA_FINGERPRINT) return isFormula(cell) ? null : 'alteredFormula';
  const value = cell === undefined || cell.value === '' ? null : cell.value;
  return fingerprint(value) === issued ? null : 'alteredLockedCell';
}

/** Only a formula says whether its value was stored; asking for its text would have it decoded. */
function isFormula(cell: GridCell | undefined): boolean {
  return cell?.hasCachedValue !== undefined || cell?.formula !== undefined;
}
