// Ways to read one workbook. Each makes a function of the file's bytes that returns the figures found
// (numbers in cells) on the largest sheet, which all ways must agree on; `null` where it has none.
import { inflateRawSync } from 'node:zlib';
import { load, loadPackage } from '../product.mjs';

/** By name; `prepare` runs once per file before anything is timed, `before` each time before a file is read. */
export const CONTENDERS = {
  floor: {
    title: 'inflating alone (the parts that are read)',
    prepare: packedParts,
    make: () => (parts) => {
      for (const { packed, size } of parts) inflateRawSync(packed, { chunkSize: size + 64 });
      return null;
    },
  },
  read: {
    title: 'Tallybook, read',
    make: gridReader,
    count: numbersOf,
  },
  made: {
    title: 'Tallybook, read, every cell made',
    make: () => {
      const readGrid = gridReader();
      return (bytes) => {
        const grid = readGrid(bytes);
        for (const { cells } of grid.sheets) for (const { type } of cells.values()) void type;
        return null;
      };
    },
  },
  examine: {
    title: 'Tallybook, read + recover + review',
    make: examiner,
  },
  fresh: {
    title: 'the same, each form unlike all before',
    make: examiner,
    before: () => load('core/template/carrier-parts').forgetCarriers(),
  },
  exceljs: {
    title: 'exceljs, load',
    make: () => {
      const { Workbook } = load('xlsx/write/load-exceljs').loadExceljs();
      return async (bytes) => {
        const workbook = new Workbook();
        await workbook.xlsx.load(bytes);
        return workbook;
      };
    },
    /** Outside the time taken: exceljs gets all of it for reading. */
    count: (workbook) => {
      const counts = workbook.worksheets.map((sheet) => {
        let numbers = 0;
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            const value = cell.formula === undefined ? cell.value : cell.result;
            if (typeof value === 'number' && cell.master === cell) numbers++;
          }),
        );
        return numbers;
      });
      return Math.max(...counts);
    },
  },
  sheetjs: {
    title: 'SheetJS, read (dense, values only)',
    make: () => {
      const { read } = loadPackage('xlsx');
      const options = {
        type: 'buffer',
        dense: true,
        cellFormula: false,
        cellHTML: false,
        cellText: false,
        cellStyles: false,
        cellNF: false,
      };
      return (bytes) => read(bytes, options);
    },
    count: (workbook) => {
      const counts = Object.values(workbook.Sheets).map((sheet) => {
        const rows = sheet['!data'] ?? sheet;
        let numbers = 0;
        for (const row of rows) for (const cell of row ?? []) if (cell?.t === 'n') numbers++;
        return numbers;
      });
      return Math.max(...counts);
    },
  },
};

/** What is not written in JavaScript: title by the name that openpyxl.py knows. */
export const PYTHON_CONTENDERS = {
  'openpyxl-values': 'openpyxl, read-only, all cells',
  'openpyxl-whole': 'openpyxl, load',
};

function gridReader() {
  const { readWorkbook } = load('xlsx/read/read-workbook');
  const { nodeInflate } = load('xlsx/read/inflate-node');
  return (bytes) => {
    const read = readWorkbook(bytes, { inflate: nodeInflate });
    if (!read.ok) throw new Error(read.message.en);
    return read.grid;
  };
}

function examiner() {
  const readGrid = gridReader();
  const { examine } = load('core/pipeline');
  const digest = load('hosts/cli/digest').digestWith(null);
  const expected = { round: null, isSigned: false, plans: [] };
  return (bytes) => {
    const examined = examine(readGrid(bytes), digest, expected);
    if (examined.is !== 'submission') throw new Error(`a file is ${examined.is}`);
    return null;
  };
}

function numbersOf(grid) {
  const counts = grid.sheets.map(({ cells }) => {
    let numbers = 0;
    for (const { type } of cells.values()) if (type === 'number') numbers++;
    return numbers;
  });
  return Math.max(...counts);
}

/** The deflated parts that reading a workbook unpacks, as the reader asks for them with its memory empty. */
function packedParts(bytes) {
  load('xlsx/read/remembered').forgetReadings();
  const { readWorkbook } = load('xlsx/read/read-workbook');
  const { nodeInflate } = load('xlsx/read/inflate-node');
  const parts = [];
  const unpack = (packed, size) => {
    parts.push({ packed, size });
    return nodeInflate.unpack(packed, size);
  };
  readWorkbook(bytes, { inflate: { ...nodeInflate, unpack } });
  return parts;
}
