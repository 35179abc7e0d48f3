// What src/xlsx/read/scanner.ts calls. A scan puts what it finds into lists of numbers in the memory.
export {
  cells,
  formulaTags,
  hasTooManyCells,
  lastColumn,
  lastRow,
  rowEscapes,
  rowPieces,
  rows,
  rowsEnd,
  scanRows,
} from './rows';
export {
  hasTooManyStrings,
  scanStrings,
  stringEscapes,
  stringPieces,
  strings,
  stringsEnd,
} from './strings';
