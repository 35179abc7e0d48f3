import {
  cell,
  codeOf,
  firstSheet,
  gridOf,
  MAIN,
  readEveryWay,
  stringsXml,
  workbookOfRows,
} from './packages';

const STRINGS = stringsXml(
  '<si><t>甲</t></si><si><t xml:space="preserve"> 乙 </t></si><si><t>a &amp; b &#x4E00;</t></si>' +
    '<si><r><rPr><b/></rPr><t>粗</t></r><r><t>细</t></r></si><si><t/></si><si><t>x_x000D_y_x005F_x000A_</t></si>' +
    '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si/>',
);
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;万元&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="49"/><xf/></cellXfs><dxfs count="1"><dxf><numFmt numFmtId="10" formatCode="wrong"/></dxf></dxfs></styleSheet>`;
const PARTS = { 'xl/sharedStrings.xml': STRINGS, 'xl/styles.xml': STYLES };

describe('an entry of the shared texts', () => {
  const read = (entry: string) => {
    const parts = { 'xl/sharedStrings.xml': stringsXml(`${entry}<si><t>后</t></si>`) };
    const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
    return readEveryWay(workbookOfRows(row, parts));
  };

  it.each([
    ['another entry', '<rPr><si/></rPr>'],
    ['a text', '<rPr><t>x</t></rPr>'],
    ['properties', '<rPr><rPr/><t>x</t></rPr>'],
  ])('holds no text in its properties, were it %s', (_, properties) => {
    const result = read(`<si><r>${properties}<t>甲</t></r><r><t>乙</t></r></si>`);
    const sheet = gridOf(result).sheets[0]!;
    expect([cell(sheet, 'A1')?.value, cell(sheet, 'B1')?.value]).toEqual(['甲乙', '后']);
  });

  it.each([
    ['entry', '<si><t>甲</t><si><t>乙</t></si></si>'],
    ['list of entries', '<si><sst><si><t>甲</t></si></sst></si>'],
  ])('holds no other %s', (_, entry) => {
    expect(codeOf(read(entry))).toBe('damaged');
  });

  it('holds no other text within a cell either', () => {
    const row = '<row r="1"><c r="A1" t="inlineStr"><is><is/><t>甲</t></is></c></row>';
    expect(codeOf(readEveryWay(workbookOfRows(row)))).toBe('damaged');
  });
});

describe('a cell as the reader gives it', () => {
  const number = (value: number, raw = String(value)) => ({ type: 'number', value, raw });
  const text = (value: string, raw = value) => ({ type: 'text', value, raw });
  it.each<[string, string, object | undefined]>([
    ['a whole number', '<c r="A1"><v>12</v></c>', number(12)],
    ['zero', '<c r="A1"><v>0</v></c>', number(0)],
    ['a decimal', '<c r="A1"><v>0.10000000000000001</v></c>', number(0.1, '0.10000000000000001')],
    ['an exponent', '<c r="A1"><v>1.5E-7</v></c>', number(1.5e-7, '1.5E-7')],
    ['a negative number', '<c r="A1" t="n"><v>-3.50</v></c>', number(-3.5, '-3.50')],
    ['leading zeros', '<c r="A1"><v>007</v></c>', number(7, '007')],
    [
      'sixteen digits',
      '<c r="A1"><v>9007199254740993</v></c>',
      number(9007199254740992, '9007199254740993'),
    ],
    [
      'many digits',
      '<c r="A1"><v>123456789012345678901234567890</v></c>',
      number(1.2345678901234568e29, '123456789012345678901234567890'),
    ],
    ['white space about it', '<c r="A1"><v> 12\n</v></c>', number(12, ' 12\n')],
    ['hexadecimal is no number', '<c r="A1"><v>0x10</v></c>', text('0x10')],
    ['infinity is no number', '<c r="A1"><v>Infinity</v></c>', text('Infinity')],
    ['too large is no number', '<c r="A1"><v>1e999</v></c>', text('1e999')],
    ['two points are no number', '<c r="A1"><v>1.2.3</v></c>', text('1.2.3')],
    ['a sign alone is no number', '<c r="A1"><v>-</v></c>', text('-')],
    ['words where a number belongs', '<c r="A1"><v>约50</v></c>', text('约50')],
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', text('甲')],
    ['blanks at its ends stay', '<c r="A1" t="s"><v>1</v></c>', text(' 乙 ')],
    ['entities', '<c r="A1" t="s"><v>2</v></c>', text('a & b 一')],
    ['rich text', '<c r="A1" t="s"><v>3</v></c>', text('粗细')],
    ['an empty shared string is blank', '<c r="A1" t="s"><v>4</v></c>', undefined],
    ['escapes', '<c r="A1" t="s"><v>5</v></c>', text('x\ry_x000A_', 'x_x000D_y_x005F_x000A_')],
    ['phonetic readings are left out', '<c r="A1" t="s"><v>6</v></c>', text('東京')],
    ['an entry without text is blank', '<c r="A1" t="s"><v>7</v></c>', undefined],
    ['true', '<c r="A1" t="b"><v>1</v></c>', { type: 'boolean', value: true, raw: '1' }],
    [
      'false in words',
      '<c r="A1" t="b"><v>false</v></c>',
      { type: 'boolean', value: false, raw: 'false' },
    ],
    ['no truth value', '<c r="A1" t="b"><v>2</v></c>', text('2')],
    [
      'an error',
      '<c r="A1" t="e"><v>#DIV/0!</v></c>',
      { type: 'error', value: '#DIV/0!', raw: '#DIV/0!' },
    ],
    [
      'a date',
      '<c r="A1" t="d"><v>2021-06-30T12:00:00</v></c>',
      number(44377.5, '2021-06-30T12:00:00'),
    ],
    ['a day before March 1900', '<c r="A1" t="d"><v>1900-01-01</v></c>', number(1, '1900-01-01')],
    ['a date that is none', '<c r="A1" t="d"><v>2021-06-31</v></c>', text('2021-06-31')],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>行内</t></is></c>', text('行内')],
    [
      'an inline rich text',
      '<c r="A1" t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      text('行内'),
    ],
    ['an inline text under another type', '<c r="A1"><is><t>行内</t></is></c>', text('行内')],
    ['a text without a formula', '<c r="A1" t="str"><v>值</v></c>', text('值')],
    ['an empty text is blank', '<c r="A1" t="str"><v></v></c>', undefined],
    ['a format alone is blank', '<c r="A1" s="1"/>', undefined],
    ['an empty value is blank', '<c r="A1" s="1"><v/></c>', undefined],
    ['white space is no number', '<c r="A1"><v> </v></c>', undefined],
    [
      'a formula',
      '<c r="A1"><f>B1*2</f><v>4</v></c>',
      { ...number(4), formula: 'B1*2', hasCachedValue: true },
    ],
    [
      'a formula without its value',
      '<c r="A1"><f>B1*2</f></c>',
      { ...text(''), formula: 'B1*2', hasCachedValue: false },
    ],
    [
      'a formula with an empty number',
      '<c r="A1"><f>B1*2</f><v></v></c>',
      { ...text(''), formula: 'B1*2', hasCachedValue: false },
    ],
    [
      'a formula whose value is an empty text',
      '<c r="A1" t="str"><f>""</f><v></v></c>',
      { ...text(''), formula: '""', hasCachedValue: true },
    ],
    [
      'a formula of type text without its value',
      '<c r="A1" t="str"><f>""</f></c>',
      { ...text(''), formula: '""', hasCachedValue: false },
    ],
    [
      'a formula with entities',
      '<c r="A1" t="b"><f>A2&lt;&quot;x&quot;</f><v>0</v></c>',
      { type: 'boolean', value: false, raw: '0', formula: 'A2<"x"', hasCachedValue: true },
    ],
    [
      'a formula that is an error',
      '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      { type: 'error', value: '#DIV/0!', raw: '#DIV/0!', formula: '1/0', hasCachedValue: true },
    ],
    [
      'a formula as LibreOffice writes it',
      '<c r="A1"><f aca="false">1+1</f><v>2</v></c>',
      { ...number(2), formula: '1+1', hasCachedValue: true },
    ],
    [
      'a dynamic array',
      '<c r="A1" cm="1"><f t="array" ref="A1">SUM(B:B)</f><v>2</v></c>',
      { ...number(2), formula: 'SUM(B:B)', hasCachedValue: true },
    ],
    [
      'its own number format',
      '<c r="A1" s="1"><v>1</v></c>',
      { ...number(1), numberFormat: '0.0"万元"' },
    ],
    [
      'a built-in number format',
      '<c r="A1" s="2"><v>1</v></c>',
      { ...number(1), numberFormat: '0.00%' },
    ],
    ['the text format', '<c r="A1" s="3" t="s"><v>0</v></c>', { ...text('甲'), numberFormat: '@' }],
    ['no number format', '<c r="A1" s="4"><v>1</v></c>', number(1)],
    ['a style that is not there', '<c r="A1" s="99"><v>1</v></c>', number(1)],
    [
      'attributes in another order',
      '<c t="s" s="3" r="A1"><v>0</v></c>',
      { ...text('甲'), numberFormat: '@' },
    ],
    ['single quotes', "<c r='A1' t='s'><v>0</v></c>", text('甲')],
    ['line breaks between tags', '\n <c r="A1" >\n<v>12</v>\n</c>\n', number(12)],
    ['CDATA', '<c r="A1" t="str"><v><![CDATA[<甲>]]></v></c>', text('<甲>')],
    ['a comment', '<c r="A1"><!-- <v>5</v> --><v>1<!-- 2 -->3</v></c>', number(13)],
    ['a processing instruction', '<c r="A1"><?x y?><v>12</v></c>', number(12)],
    [
      'a formula after its value',
      '<c r="A1"><v>4</v><f>B1</f></c>',
      { ...number(4), formula: 'B1', hasCachedValue: true },
    ],
    [
      'a foreign element',
      '<c r="A1"><x:y xmlns:x="urn:x"><x:v>9</x:v></x:y><v>12</v></c>',
      number(12),
    ],
    [
      'an extension with a value in it',
      '<c r="A1"><v>12</v><extLst><ext><v xmlns="urn:x">9</v></ext></extLst></c>',
      number(12),
    ],
    ['cells without address', '<c><v>12</v></c>', number(12)],
    ['a carriage return', '<c r="A1" t="str"><v>a\r\nb</v></c>', text('a\nb')],
  ])('%s', (_, xml, expected) => {
    expect(cell(firstSheet(workbookOfRows(`<row r="1">${xml}</row>`, PARTS)), 'A1')).toEqual(
      expected,
    );
  });

  it.each([
    ['two cells of one address', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['two values', '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'],
    ['two formulas', '<row r="1"><c r="A1"><f>1</f><f>2</f><v>2</v></c></row>'],
    ['a shared string that is not there', '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'],
    ['a shared string by no number', '<row r="1"><c r="A1" t="s"><v>x</v></c></row>'],
    ['an unknown type', '<row r="1"><c r="A1" t="z"><v>1</v></c></row>'],
    ['a column past the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a row past the last', '<row r="1048577"><c r="XFD1048577"><v>1</v></c></row>'],
    ['a huge row', '<row r="99999999999999999999"/>'],
    ['row zero', '<row r="0"/>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['no address of a cell', '<row r="1"><c r="$A$1"><v>1</v></c></row>'],
    ['a cell outside a row', '<c r="A1"><v>1</v></c>'],
    ['a cell in a cell', '<row r="1"><c r="A1"><c r="B1"><v>1</v></c></c></row>'],
    ['a tag left open', '<row r="1"><c r="A1"><v>1</v></row>'],
    ['an unknown entity', '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>'],
    ['an entity of no character', '<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>'],
    ['a bare ampersand', '<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>'],
    ['a control character', '<row r="1"><c r="A1" t="str"><v>a\u0001</v></c></row>'],
    ['no XML character', '<row r="1"><c r="A1" t="str"><v>a\uffff</v></c></row>'],
    ['an attribute given twice', '<row r="1"><c r="A1" r="B1"><v>1</v></c></row>'],
    ['an unbound prefix', '<row r="1" x:y="1"><c r="A1"><v>1</v></c></row>'],
  ])('refuses %s', (_, rows) => {
    expect(codeOf(readEveryWay(workbookOfRows(rows, PARTS)))).toBe('damaged');
  });

  it('reads up to the last row and column', () => {
    const sheet = firstSheet(
      workbookOfRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    );
    expect(sheet).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
    expect(cell(sheet, 'XFD1048576')?.value).toBe(1);
  });

  it('counts places on where addresses are left out', () => {
    const sheet = firstSheet(
      workbookOfRows(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>',
      ),
    );
    expect(['A1', 'D1', 'E1', 'A2'].map((place) => cell(sheet, place)?.value)).toEqual([
      1, 2, 3, 4,
    ]);
  });
});

describe('formulas stored once for several cells', () => {
  it('writes a shared formula out for each', () => {
    const sheet = firstSheet(
      workbookOfRows(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+SUM(表!A1:A$9)</f><v>1</v></c></row>' +
          '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
          '<row r="3"><c r="B3"><f t="shared" si="0"></f></c></row>',
      ),
    );
    expect(cell(sheet, 'B2')).toEqual({
      type: 'number',
      value: 2,
      raw: '2',
      formula: 'A2*$C$1+SUM(表!A2:A$9)',
      hasCachedValue: true,
    });
    expect(cell(sheet, 'B3')).toMatchObject({
      formula: 'A3*$C$1+SUM(表!A3:A$9)',
      hasCachedValue: false,
    });
  });

  it('marks a cell whose shared formula is nowhere', () => {
    const sheet = firstSheet(
      workbookOfRows('<row r="1"><c r="B1"><f t="shared" si="7"/><v>2</v></c></row>'),
    );
    expect(cell(sheet, 'B1')).toMatchObject({ formula: '', value: 2 });
  });

  it('gives an array formula to every cell that it fills', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3*2</f><v>2</v></c><c r="B1"><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><v>4</v></c></row><row r="4"><c r="A4"><v>8</v></c></row>';
    const sheet = firstSheet(workbookOfRows(rows));
    expect(['A1', 'A2', 'A4', 'B1'].map((place) => cell(sheet, place)?.formula)).toEqual([
      'B1:B3*2',
      'B1:B3*2',
      undefined,
      undefined,
    ]);
    const whole = firstSheet(workbookOfRows(rows.replace('A1:A3', 'A1:XFD1048576')));
    expect(cell(whole, 'A4')?.formula).toBe('B1:B3*2');
  });
});
