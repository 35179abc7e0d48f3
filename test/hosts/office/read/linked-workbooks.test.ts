import { linkedWorkbooks } from '../../../../src/hosts/office/read/linked-workbooks';

test.each<[formula: string, links: string[]]>([
  ['A1+B2', []],
  ["'填报表'!A1", []],
  ['[台账.xlsx]Sheet1!A1', ['台账.xlsx']],
  ["'[台账 一.xlsx]表 1'!A1*2", ['台账 一.xlsx']],
  ["'C:\\共享\\[台账.xlsx]Sheet1'!$A$1", ['C:\\共享\\台账.xlsx']],
  ["'D:\\it''s\\[a.xlsx]S'!A1", ["D:\\it's\\a.xlsx"]],
  ['[a.xlsx]S!A1+[b.xlsx]S!A1', ['a.xlsx', 'b.xlsx']],
  ['"[a.xlsx]S!A1"', []],
  ['IF(A1="他说""[a.xlsx]S!A1""",1,2)', []],
  ['SUM(表1[金额])', []],
  ['SUM(表1[金额])+Sheet2!A1', []],
  ['表1[[#This Row],[金额]]', []],
  ["SUM(表1[金额])&'[b.xlsx]S'!A1", ['b.xlsx']],
])('%s', (formula, links) => {
  expect(linkedWorkbooks(formula)).toEqual(links);
});
