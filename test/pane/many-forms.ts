import { unzipSync } from 'fflate';
import { fillIn, openForm } from '../../src/hosts/cli/demo/fill-in';
import { patchWorkbook, type CellEdit } from '../../src/xlsx/write/patch-workbook';

/** A file as it came in, its name with folders. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The blanks in the zip of a round, by name. */
export function blanksIn(zip: Uint8Array): SentFile[] {
  return Object.entries(unzipSync(zip)).flatMap(([path, bytes]) =>
    /^templates\/.+/.test(path) ? [{ name: path.slice('templates/'.length), bytes }] : [],
  );
}

/** So many filled-in forms of a round, each with content of its own; every fifth has faults. */
export function manyForms(blanks: readonly SentFile[], count: number): SentFile[] {
  const filled = blanks.map(({ name, bytes }) => ({ name, bytes: fillIn(bytes, '2021-07-08') }));
  return Array.from({ length: count }, (_, index) => {
    const { name, bytes } = filled[index % filled.length]!;
    const round = Math.floor(index / filled.length) + 1;
    const { entries, fields } = openForm(bytes);
    const [entry] = entries;
    const edits: CellEdit[] = [];
    const filler = fields.find(({ id }) => id === 'filler');
    if (filler?.cell) edits.push({ sheet: filler.sheet, cell: filler.cell, value: `张三${index}` });
    const open = entries.filter((one) => one.entry.derivation === null);
    if (entry && index % 5 === 3)
      for (const [at, { cells, sheet }] of open.slice(0, 2).entries())
        if (cells.actual)
          edits.push({ sheet, cell: cells.actual, value: at === 0 ? '约50' : null });
    return { name: `第${round}次/${name}`, bytes: patchWorkbook(bytes, edits) };
  });
}

/** Files that are no forms, one of a kind; none of them may end the batch. */
export function hostileFiles(form: Uint8Array): SentFile[] {
  const text = (content: string) => new TextEncoder().encode(content);
  return [
    { name: '空文件.xlsx', bytes: new Uint8Array() },
    {
      name: '旧格式.xls',
      bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    },
    { name: '说明.txt', bytes: text('请查收') },
    { name: '截断.xlsx', bytes: form.slice(0, Math.floor(form.length / 2)) },
    { name: '照片.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
    { name: '<img src=x onerror=alert(1)>.xlsx', bytes: text('<html>') },
  ];
}
