import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { SheetDescription, WorkbookDescription } from '../../core/sheet/description';
import { addCharts } from './charts/add-charts';
import { stoppingPriorities } from './conditional-formats';
import { linksXml } from './links';
import { definedNamesXml } from './names';
import { LINE_END, writtenRanges } from './validations';

/** The parts of a package by path, inflated. */
export type Parts = Record<string, Uint8Array>;

/** The parts that exceljs wrote, with what it cannot write added. */
export function finishParts(written: Uint8Array, description: WorkbookDescription): Parts {
  const parts = unzipSync(written);
  description.sheets.forEach((sheet, index) => {
    rewrite(parts, `xl/worksheets/sheet${index + 1}.xml`, (xml) => finishSheet(xml, sheet));
  });
  addCharts(parts, description.sheets);
  rewrite(parts, 'xl/workbook.xml', (xml) =>
    insertBefore(xml, '<calcPr', definedNamesXml(description)),
  );
  rewrite(parts, 'docProps/app.xml', (xml) =>
    // whoever returns the workbook puts their own program's name here
    xml
      .replace(/<Application>[^<]*/, '<Application>Tallybook')
      .replace(/<AppVersion>.*<\/AppVersion>/, ''),
  );
  return parts;
}

function finishSheet(xml: string, sheet: SheetDescription): string {
  let finished = insertBefore(xml, /<printOptions|<pageMargins/, linksXml(sheet));
  for (const priority of stoppingPriorities(sheet.conditionalFormats))
    finished = finished.replace(` priority="${priority}"`, '$& stopIfTrue="1"');
  return sheet.validations.length > 0 ? finishValidations(finished, sheet) : finished;
}

function finishValidations(xml: string, sheet: SheetDescription): string {
  const ranges = writtenRanges(sheet.validations);
  const from = xml.indexOf('<dataValidations');
  const to = xml.indexOf('</dataValidations>', from);
  const finished = xml
    .slice(from, to)
    .replaceAll(LINE_END, '&#10;')
    .replace(/ sqref="([^"]*)"/g, (_, key: string) => ` sqref="${ranges.get(key) ?? key}"`);
  return xml.slice(0, from) + finished + xml.slice(to);
}

function rewrite(parts: Parts, path: string, change: (xml: string) => string): void {
  const part = parts[path];
  if (!part) throw new Error(`the written workbook has no part ${path}`);
  const before = strFromU8(part);
  const after = change(before);
  if (after !== before) parts[path] = strToU8(after);
}

function insertBefore(xml: string, mark: string | RegExp, inserted: string): string {
  if (inserted === '') return xml;
  const at = xml.search(mark);
  if (at < 0) throw new Error('the written part lacks the element that another one stands before');
  return xml.slice(0, at) + inserted + xml.slice(at);
}
