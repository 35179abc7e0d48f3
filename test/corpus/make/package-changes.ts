import { parseAddress } from '../../../src/core/sheet/address';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { FORM_SHEET } from './description-changes';

/** Something that other programs write into a file, done to its XML. */
export type PackageChange = (bytes: Uint8Array) => Uint8Array;

const SHEETS = /^xl\/worksheets\/sheet\d+\.xml$/;

type Parts = Record<string, Uint8Array>;

/** Several changes, the first one first. */
export const inTurn =
  (...changes: readonly PackageChange[]): PackageChange =>
  (bytes) =>
    changes.reduce((changed, change) => change(changed), bytes);

/** Rewrites the text of one part; throws where that changes nothing, so that no case tests nothing. */
export const inPart =
  (path: string | RegExp, change: (xml: string) => string): PackageChange =>
  (bytes) =>
    repacked(bytes, (parts) => {
      const names = Object.keys(parts).filter((name) =>
        typeof path === 'string' ? name === path : path.test(name),
      );
      let isChanged = false;
      for (const name of names) {
        const before = strFromU8(parts[name]!);
        const after = change(before);
        isChanged ||= after !== before;
        parts[name] = strToU8(after);
      }
      if (!isChanged) throw new Error(`nothing to change in ${String(path)}`);
    });

/** Rewrites the part of the form's sheet. */
export const inFormPart =
  (change: (xml: string) => string): PackageChange =>
  (bytes) =>
    inPart(sheetPath(bytes, FORM_SHEET), change)(bytes);

/** Puts other XML in the place of a cell's content; the style stays. */
export const cellContent = (
  address: string,
  attributes: string,
  content: string,
): PackageChange =>
  inFormPart((xml) =>
    xml.replace(
      new RegExp(`<c r="${address}"([^>]*?)(?: t="\\w+")?(?:/>|>.*?</c>)`, 's'),
      (_, kept: string) => `<c r="${address}"${kept}${attributes}>${content}</c>`,
    ),
  );

/** Merges cells without emptying those that are covered, as libraries do. */
export const mergeOverContent = (range: string): PackageChange =>
  inFormPart((xml) => xml.replace('</mergeCells>', `<mergeCell ref="${range}"/></mergeCells>`));

/** A rich text of several runs, with reading marks above it as Japanese and Chinese input adds them. */
export const richText = (address: string, runs: readonly string[]): PackageChange =>
  cellContent(
    address,
    ' t="inlineStr"',
    `<is>${runs.map((run) => `<r><rPr><b/></rPr><t>${run}</t></r>`).join('')}<rPh sb="0" eb="1"><t>99</t></rPh></is>`,
  );

/** Formulas without values: what a program leaves that does not calculate. */
export const withoutValues: PackageChange = inPart(SHEETS, (xml) =>
  xml.replace(/<c ([^>]*?)(?: t="\w+")?>(<f>.*?<\/f>)<v>.*?<\/v><\/c>/gs, '<c $1>$2</c>'),
);

/** Texts in the cells themselves instead of in the table of shared texts. */
export const inlineTexts: PackageChange = (bytes) => {
  const texts = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml']!).match(/<si>.*?<\/si>/gs) ?? [];
  return inPart(SHEETS, (xml) =>
    xml.replace(
      / t="s"><v>(\d+)<\/v>/g,
      (_, index: string) =>
        ` t="inlineStr"><is>${texts[Number(index)]!.replace(/<\/?si>/g, '')}</is>`,
    ),
  )(bytes);
};

/** Every element of the sheets under a prefix, as some Java and .NET writers do. */
export const prefixedElements: PackageChange = inPart(
  /^xl\/worksheets\/sheet\d+\.xml$/,
  (xml) =>
    xml
      .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
      .replace(' xmlns="http://schemas.openxmlformats.org', ' xmlns:x="http://schemas.openxmlformats.org'),
);

/** Cells and rows that do not say where they stand. */
export const withoutAddresses: PackageChange = inPart(
  /^xl\/worksheets\/sheet\d+\.xml$/,
  (xml) => fillGaps(xml).replace(/<(c|row) r="\w+"/g, '<$1'),
);

/** Blank cells and rows wherever some were left out, so that places can be counted. */
function fillGaps(xml: string): string {
  let row = 0;
  return xml.replace(/<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs, (whole, number: string, cells?: string) => {
    let gap = '';
    while (++row < Number(number)) gap += `<row r="${row}"></row>`;
    if (cells === undefined) return gap + whole;
    let column = 0;
    const filled = cells.replace(/<c r="([A-Z]+)\d+"/g, (cell, letters: string) => {
      const place = parseAddress(`${letters}1`)!.column;
      let before = '';
      while (++column < place) before += '<c/>';
      return before + cell;
    });
    return gap + whole.replace(cells, () => filled);
  });
}

/** Dropdowns in the extension list, where WPS and Excel 2010 put lists of other sheets. */
export const extensionValidations: PackageChange = inPart(SHEETS, (xml) => {
  const lists = [...xml.matchAll(/<dataValidation type="list"[^>]*sqref="([^"]+)">.*?<\/dataValidation>/gs)];
  if (lists.length === 0) return xml;
  const items = lists
    .map(
      ([, cells]) =>
        `<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>_lists!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>${cells ?? ''}</xm:sqref></x14:dataValidation>`,
    )
    .join('');
  const list = `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="${lists.length}">${items}</x14:dataValidations></ext></extLst>`;
  return xml
    .replace(/<dataValidation type="list".*?<\/dataValidation>/gs, '')
    .replace('</worksheet>', `${list}</worksheet>`);
});

/** The password hash of 16 bits that WPS and Excel 2007 write. */
export const legacyPassword: PackageChange = inPart(SHEETS, (xml) =>
  xml.replace('<sheetProtection ', '<sheetProtection password="CC1A" '),
);

const CONTENT_TYPES = '[Content_Types].xml';
const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What WPS says of itself: its name in the properties, its build among the custom ones. */
export const wpsProperties: PackageChange = inTurn(
  inPart('docProps/app.xml', (xml) =>
    xml.replace(/<Application>.*?<\/Application>/, '<Application>WPS 表格</Application>'),
  ),
  (bytes) =>
    repacked(bytes, (parts) => {
      parts['docProps/custom.xml'] = strToU8(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-11.1.0.10495</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="ICV"><vt:lpwstr>5B9C6E0D3C5A4E1F9D7B</vt:lpwstr></property></Properties>',
      );
      replaceIn(parts, CONTENT_TYPES, '</Types>', '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>');
      replaceIn(parts, '_rels/.rels', '</Relationships>', `<Relationship Id="rIdCustom" Type="${OFFICE_RELATIONS}/custom-properties" Target="docProps/custom.xml"/></Relationships>`);
    }),
);

/** A link to somebody's other workbook, which is never followed. */
export const externalLink: PackageChange = (bytes) =>
  repacked(bytes, (parts) => {
    parts['xl/externalLinks/externalLink1.xml'] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r="${OFFICE_RELATIONS}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`,
    );
    parts['xl/externalLinks/_rels/externalLink1.xml.rels'] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE_RELATIONS}/externalLinkPath" Target="file:///C:/Users/a/%E5%8F%B0%E8%B4%A6.xlsx" TargetMode="External"/></Relationships>`,
    );
    replaceIn(parts, CONTENT_TYPES, '</Types>', '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>');
    replaceIn(parts, 'xl/_rels/workbook.xml.rels', '</Relationships>', `<Relationship Id="rIdLink" Type="${OFFICE_RELATIONS}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`);
    replaceIn(parts, 'xl/workbook.xml', '<definedNames>', '<externalReferences><externalReference r:id="rIdLink"/></externalReferences><definedNames>');
  });

/** Saved as .xlsm, with a project of macros in it. */
export const macros: PackageChange = (bytes) =>
  repacked(bytes, (parts) => {
    parts['xl/vbaProject.bin'] = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]);
    replaceIn(parts, CONTENT_TYPES, 'spreadsheetml.sheet.main+xml', 'X');
    replaceIn(parts, CONTENT_TYPES, 'application/vnd.openxmlformats-officedocument.X', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml');
    replaceIn(parts, CONTENT_TYPES, '</Types>', '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>');
    replaceIn(parts, 'xl/_rels/workbook.xml.rels', '</Relationships>', '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>');
  });

/** A comment on a cell. */
export const comment = (address: string, text: string): PackageChange => (bytes) =>
  repacked(bytes, (parts) => {
    const path = sheetPath(bytes, FORM_SHEET);
    const name = path.slice(path.lastIndexOf('/') + 1);
    parts['xl/comments1.xml'] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>审核人</author></authors><commentList><comment ref="${address}" authorId="0"><text><r><t>${text}</t></r></text></comment></commentList></comments>`,
    );
    parts[`xl/worksheets/_rels/${name}.rels`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE_RELATIONS}/comments" Target="../comments1.xml"/></Relationships>`,
    );
    replaceIn(parts, CONTENT_TYPES, '</Types>', '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>');
  });

/** The path of a sheet's part. */
export function sheetPath(bytes: Uint8Array, sheet: string): string {
  const parts = unzipSync(bytes);
  const workbook = strFromU8(parts['xl/workbook.xml']!);
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]+)"`).exec(workbook)?.[1];
  const relationships = strFromU8(parts['xl/_rels/workbook.xml.rels']!);
  const element = [...relationships.matchAll(/<Relationship [^>]*>/g)]
    .map(([found]) => found)
    .find((found) => found.includes(`Id="${id ?? ''}"`));
  const target = element && /Target="([^"]+)"/.exec(element)?.[1];
  if (target === undefined) throw new Error(`the workbook has no sheet ${sheet}`);
  return `xl/${target.replace(/^\/?(?:xl\/)?/, '')}`;
}

function replaceIn(parts: Parts, path: string, before: string, after: string): void {
  const text = strFromU8(parts[path]!);
  if (!text.includes(before)) throw new Error(`${path} has no ${before}`);
  parts[path] = strToU8(text.replace(before, () => after));
}

function repacked(bytes: Uint8Array, change: (parts: Parts) => void): Uint8Array {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')),
  );
  change(parts);
  // one fixed time, so that the same case always gives the same bytes
  return zipSync(parts, { mtime: new Date('2021-07-01T00:00:00Z') });
}
