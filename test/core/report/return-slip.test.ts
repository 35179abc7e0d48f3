import { RULES } from '../../../src/core/rule/catalogue';
import {
  returnSlip,
  slipCount,
  slipName,
  type ReturnedFile,
} from '../../../src/core/report/return-slip';
import { problemAndRemedy, REMEDY_STARTS } from '../../../src/core/report/return-slip-remedies';
import { slipMarks } from '../../../src/core/report/return-slip-marks';
import { slipSheet } from '../../../src/core/report/return-slip-sheet';
import { isReturnSlip } from '../../../src/core/submission/return-slip-mark';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { filled, placeOf, typeInto, type Typed } from '../../corpus/make/filled';
import { gridOf } from '../../factories/grid';
import { convert, CONVERT_TIMEOUT, describeWithLibreOffice } from '../../office/libreoffice';
import { examined, recordFor, returnedFile, SLIP_DESIGN, SLIP_ROUND } from './returned';

const broken = filled({
  productivity: { actual: '约"31"' },
  firms: { actual: -5 },
  investment: { actual: 2_105_000 },
  'item.rd': { actual: null },
  park: { actual: '已完成' },
});

function slipOf(workbook = broken, changes: Partial<ReturnedFile> = {}) {
  return returnSlip(returnedFile(gridOf(workbook), null, changes));
}

/** Texts of the slip's sheet, row by row. */
function rowsOf(slip = slipOf(), noCopy = slip.noCopy): string[][] {
  const { sheet } = slipSheet(slip, { design: SLIP_DESIGN, noCopy, name: '退回单' });
  const rows: string[][] = [];
  for (const { row, value } of sheet.cells)
    if (value !== null) (rows[row - 1] ??= []).push(String(value));
  return rows;
}

describe('remedies', () => {
  const mustBeDone = RULES.filter(({ severity }) => severity !== 'note');

  test.each(mustBeDone.map((rule) => [rule.id, rule] as const))(
    '%s says apart what is wrong and what to do, in both languages',
    (id, { message, severity }) => {
      const start = REMEDY_STARTS[id];
      expect(start).toBeDefined();
      for (const language of ['zh', 'en'] as const)
        expect(message[language]).toContain(start![language]);
      const parts = problemAndRemedy({ rule: id, severity, message }, '空表.xlsx')!;
      for (const language of ['zh', 'en'] as const) {
        expect(parts.problem[language].length).toBeGreaterThan(2);
        expect(parts.remedy[language].length).toBeGreaterThan(5);
      }
    },
  );

  test('no rule is named that is not there', () => {
    const ids = RULES.map(({ id }) => id);
    expect(Object.keys(REMEDY_STARTS).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('what a department entered is not taken for the instruction', () => {
    const { submission, findings } = examined(
      gridOf(filled({ firms: { actual: '请只填数字。约5' } })),
    );
    expect(submission.entries).not.toHaveLength(0);
    const finding = findings.find(({ rule }) => rule === 'not-a-number')!;
    expect(problemAndRemedy(finding, '')!.problem.zh).toBe(
      '填的是“请只填数字。约5”，不能作为数值读取。',
    );
  });

  test('an explanation that was given is nothing to do', () => {
    const workbook = filled({ investment: { actual: 2_105_000, explanation: '已核实' } });
    expect(examined(gridOf(workbook)).findings.map(({ rule }) => rule)).toContain('unit-slip');
    expect(slipOf(workbook).lines).toEqual([]);
  });
});

describe('lines', () => {
  test('errors come first, then explanations owed; each says where, what was entered and what to do', () => {
    const lines = rowsOf().filter(([number]) => /^\d+$/.test(number ?? ''));
    expect(lines.map(([, severity]) => severity)).toEqual([
      '须修改',
      '须修改',
      '须修改',
      '需说明',
      '需说明',
    ]);
    expect(lines[0]).toEqual([
      '1',
      '须修改',
      `填报表!${placeOf('productivity', 'actual')}`,
      '全员劳动生产率',
      '约"31"',
      '填的是“约"31"”，不能作为数值读取。',
      '请只填数字，不带单位和文字；定性指标从下拉列表选择。',
    ]);
    expect(lines.find(([, , place]) => place?.endsWith(placeOf('item.rd', 'actual')))![4]).toBe(
      '（空）',
    );
    const slip = lines.find(([, , , name]) => name === '技术改造投资')!;
    expect(slip[6]).toBe(
      `请按“亿元”改正；如无误，请在情况说明中写明原因。（情况说明填在 ${placeOf('investment', 'explanation')}）`,
    );
  });

  test('counts what is owed, and names who, when and until when', () => {
    const text = rowsOf().flat().join('\n');
    expect(text).toContain('3 处须修改、2 处需说明');
    for (const piece of [
      '市经信局',
      '2021年第二季度',
      '2021-07-10',
      '2021-07-15',
      '2021-07-06',
      '经信.xlsx',
    ])
      expect(text).toContain(piece);
    expect(text).toContain('于 2021-07-15 前（含当日）发回市经信局');
  });

  test.each<[string, Partial<ReturnedFile>, RegExp]>([
    ['no new day while the first is not over', { newDue: null }, /2021-07-10（未另定）/],
    [
      'no new day after it',
      { newDue: null, returnedOn: '2021-08-01' },
      /原期限已过，请尽快[^]*尽快发回/,
    ],
  ])('%s', (_, changes, expected) => {
    expect(rowsOf(slipOf(broken, changes)).flat().join('\n')).toMatch(expected);
  });

  test('a form without its sheet gets no copy', () => {
    const without = { ...broken, sheets: broken.sheets.filter(({ name }) => name !== '填报表') };
    const slip = slipOf(without);
    expect(slip.noCopy?.zh).toBe('文件中已没有填报表');
    const text = rowsOf(slip).flat().join('\n');
    expect(text).toContain('未附原表副本：文件中已没有填报表');
    expect(text).toContain('“市经信局.xlsx”');
  });

  test('a resubmission says what is fixed, still wrong and new', () => {
    const before = recordFor(gridOf(broken));
    const corrected = filled({
      firms: { actual: -6 },
      'item.revenue': { actual: '无' },
      park: { actual: '已完成' },
    });
    const slip = returnSlip(returnedFile(gridOf(corrected), before));
    const rows = rowsOf(slip);
    expect(rows.flat()).toContain('上次退回 5 条：已改正 3 条，仍有误 2 条，新出现 1 条。');
    const lines = rows.filter(
      ([number, severity]) => /^\d+$/.test(number ?? '') && /须修改|需说明/.test(severity ?? ''),
    );
    expect(lines.map((line) => line.at(-1))).toEqual(['仍有误', '新出现', '仍有误']);
    const fixed = rows.slice(rows.findIndex((row) => row[0]?.startsWith('已改正')) + 2, -5);
    expect(fixed.map(([, , name]) => name)).toEqual(['全员劳动生产率', '研发经费', '技术改造投资']);
  });

  test('in English nothing is Chinese but names', () => {
    const round = { ...SLIP_ROUND, language: 'en' as const };
    const rows = rowsOf(slipOf(broken, { round }));
    const own = rows.filter((row) => !/填报表|经信|规划/.test(row.join()));
    expect(own.length).toBeGreaterThan(5);
    expect(
      own
        .flat()
        .join('\n')
        .replace(/市经信局/g, ''),
    ).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('marks', () => {
  test('one for each cell, with everything that is wrong there, in the colour of the worst', () => {
    const marks = slipMarks(slipOf());
    expect(new Set(marks.map(({ cell }) => cell)).size).toBe(marks.length);
    const [first] = marks;
    expect(first).toMatchObject({
      sheet: '填报表',
      cell: placeOf('productivity', 'actual'),
      fill: 'FADBD8',
    });
    expect(first!.note).toBe(
      '1. 须修改：填的是“约"31"”，不能作为数值读取。请只填数字，不带单位和文字；定性指标从下拉列表选择。',
    );
  });

  test('the slip’s sheet is known again', () => {
    const { sheet } = slipSheet(slipOf(), { design: SLIP_DESIGN, noCopy: null, name: '任意' });
    const grid = gridOf({ ...broken, styles: {}, sheets: [sheet] });
    expect(grid.sheets.map(isReturnSlip)).toEqual([true]);
    expect(gridOf(broken).sheets.map(isReturnSlip)).toEqual([false, false, false, false]);
  });
});

describe('names', () => {
  const named = (sender: ReturnedFile['sender'], file: string, count = 1) =>
    slipName({ sender, file, round: SLIP_ROUND }) + slipCount(count, 'zh');

  test.each([
    [named({ organisation: '市科技局', region: null }, 'x.xlsx'), '退回单_市科技局'],
    [named({ organisation: '市科技局', region: '海曙区' }, 'x.xlsx'), '退回单_市科技局_海曙区'],
    [named({ organisation: '海曙区', region: '海曙区' }, 'x.xlsx'), '退回单_海曙区'],
    [named({ organisation: '市科技局', region: null }, 'x.xlsx', 2), '退回单_市科技局（第2次）'],
    [named(null, '第一批/科技 报表.v2.xlsx'), '退回单_科技 报表.v2'],
    [named(null, '无后缀'), '退回单_无后缀'],
  ])('%s', (name, expected) => {
    expect(name).toBe(expected);
  });
});

describeWithLibreOffice('the condition of a mark', () => {
  /** What each condition comes to when the workbook is computed. */
  function verdicts(workbook = broken): string[] {
    const marks = slipMarks(slipOf());
    const edits = new Map<string, Typed>(
      marks.map(({ condition }, index) => [
        `AZ${index + 1}`,
        { value: null, formula: `IF(AND(N("退回单")=0,${condition}),"on","off")` },
      ]),
    );
    pending = writeWorkbook(typeInto(workbook, '填报表', edits));
    return marks.map(({ cell }) => cell);
  }
  let pending: Promise<Uint8Array>;

  async function computed(): Promise<string[]> {
    const csv = new TextDecoder().decode(
      convert(await pending, 'csv', { recalculate: true, sheet: 2 }),
    );
    return csv.split('\n').flatMap((line) => /(?:^|,)(on|off)\s*$/.exec(line)?.[1] ?? []);
  }

  test(
    'holds for what was sent, and no longer once it is corrected or explained',
    async () => {
      const cells = verdicts();
      expect(await computed()).toEqual(cells.map(() => 'on'));
      verdicts(
        filled({
          productivity: { actual: 31 },
          firms: { actual: 5 },
          investment: { actual: 2_105_000, explanation: '已核实' },
          park: { actual: '已完成', evidence: '甬经信〔2021〕1号' },
        }),
      );
      expect(await computed()).toEqual(cells.map(() => 'off'));
    },
    2 * CONVERT_TIMEOUT,
  );
});
