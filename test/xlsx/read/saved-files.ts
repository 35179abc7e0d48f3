import ExcelJS from 'exceljs';

/** A workbook as exceljs saves it, with one of everything that the reader gives. */
export async function savedByExceljs(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.modified = new Date('2022-04-08T01:02:03Z');
  const form = workbook.addWorksheet('填报表');
  form.getCell('A1').value = '指标 & “名称” <甲>';
  form.getCell('B1').value = 12.5;
  form.getCell('C1').value = true;
  form.getCell('D1').value = { error: '#REF!' };
  form.getCell('E1').value = new Date('2021-06-30T00:00:00Z');
  form.getCell('A2').value = { richText: [{ text: '粗', font: { bold: true } }, { text: '细' }] };
  form.getCell('B2').value = { formula: 'B1*2', result: 25 };
  form.getCell('C2').value = { formula: 'IF(B1>1,"是","")', result: '是' };
  form.getCell('D2').value = { formula: 'IF(B1>1,"","否")', result: '' };
  form.getCell('E2').value = { formula: 'B1/0', result: { error: '#DIV/0!' } };
  form.getCell('F2').value = { formula: 'NOW()' };
  form.getCell('A3').value = 0.025;
  form.getCell('A3').numFmt = '0.0%';
  form.getCell('B3').numFmt = '0.00';
  form.getCell('C3').value = '  两端空格  ';
  form.getCell('D3').value = '第一行\n第二行';
  form.getCell('A4').note = '请核实';
  form.getCell('B4').note = { texts: [{ text: '一' }, { text: '二' }] };
  form.getCell('A5').value = { text: '链接', hyperlink: 'https://example.com/' };
  // the types know no master of a shared formula
  const master: object = { formula: 'A6+1', result: 1, shareType: 'shared', ref: 'B6:B8' };
  form.getCell('B6').value = master as ExcelJS.CellFormulaValue;
  form.getCell('B7').value = { sharedFormula: 'B6', result: 2 };
  form.getCell('B8').value = { sharedFormula: 'B6', result: 3 };
  form.mergeCells('A10:C11');
  form.getCell('A10').value = '合并';
  form.getRow(7).hidden = true;
  form.getColumn(4).hidden = true;
  form.getColumn(5).hidden = true;
  await form.protect('', {});
  form.addConditionalFormatting({
    ref: 'B1:B9',
    rules: [
      { type: 'expression', priority: 1, formulae: ['B1>"x"'], style: { font: { bold: true } } },
    ],
  });
  form.getCell('B1').dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: ['"正常,零报告"'],
    prompt: '选<一>个 & "好"',
    showInputMessage: true,
  };
  const hidden = workbook.addWorksheet('_tallybook', { state: 'veryHidden' });
  hidden.getCell('A1').value = 'plan';
  workbook.addWorksheet('空', { state: 'hidden' });
  workbook.definedNames.add("'填报表'!$B$1", 'entry.actual');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
