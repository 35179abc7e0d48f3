import { MAIN, sheetXml, stringsXml } from './packages';

const ROWS =
  '<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>12.5</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>甲x</v></c></row>' +
  '<row r="2" hidden="1"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="D2" t="inlineStr"><is><t>行内</t></is></c></row>' +
  '<row r="3"><c r="B3"><f t="shared" ref="B3:B4" si="0">B1*2</f><v>25</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>2</v></c></row>';
/** A sheet of every sort of cell. */
export const SMALL_SHEET = sheetXml(
  ROWS,
  '<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells>',
  '<cols><col min="3" max="4" hidden="1"/></cols>',
);
/** The parts that make a small workbook of it. */
export const SMALL_PARTS = {
  'xl/worksheets/sheet1.xml': SMALL_SHEET,
  'xl/sharedStrings.xml': stringsXml(
    '<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t>丙</t></r></si>',
  ),
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
};
