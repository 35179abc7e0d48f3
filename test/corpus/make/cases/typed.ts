import { named, type Case, type Outcome } from '../../case';
import { placeOf, type Change } from '../filled';
import { cellContent, comment, externalLink, inTurn, richText, type PackageChange } from '../package-changes';

const FIRMS = placeOf('firms', 'actual');

/** The count of firms, 70, typed in some way. */
function count(id: string, zh: string, en: string, value: Change, outcome: Outcome, pairs = false): Case {
  return {
    ...{ id, name: named(zh, en), group: 'typed', typed: { firms: { actual: value } } },
    ...(pairs ? { touches: ['firms'] } : {}),
    ...outcome,
  };
}

const AS_NUMBER: Outcome = { findings: ['note number-as-text firms'] };
const REFUSED: Outcome = { entries: { firms: 'invalid' }, findings: ['error not-a-number firms'] };

/** The share in per cent, 61.5, typed in some way. */
function share(id: string, zh: string, en: string, value: Change, outcome: Outcome): Case {
  return { id, name: named(zh, en), group: 'typed', typed: { renewal: { actual: value } }, ...outcome };
}

/** The firms' cell with content that no keyboard gives. */
function stored(id: string, zh: string, en: string, bytes: PackageChange, outcome: Outcome): Case {
  return { id, name: named(zh, en), group: 'typed', bytes, ...outcome };
}

export const TYPED_CASES: readonly Case[] = [
  { id: 'as-asked', name: named('按要求填写', 'filled in as asked'), group: 'typed' },
  count('text', '文本数字“70”', 'the text “70”', '70', AS_NUMBER),
  count('full-width', '全角数字“７０”', 'full-width “７０”', '７０', AS_NUMBER, true),
  count('spaces', '前后有空格', 'spaces around it', ' 70  ', AS_NUMBER),
  count('wide-spaces', '前后有全角空格', 'full-width spaces around it', '　70　', AS_NUMBER),
  count('no-break-space', '前后有不间断空格', 'no-break spaces around it', '\u00a070\u00a0', AS_NUMBER),
  count('zero-width', '夹有零宽字符', 'invisible characters in it', '\u200b70\ufeff', AS_NUMBER, true),
  count('line-break', '末尾有换行', 'a line break behind it', '70\n', AS_NUMBER),
  count('plus', '带正号', 'with a plus sign', '+70', AS_NUMBER),
  count('ten-thousands', '写成“0.007万”', '“0.007万”', '0.007万', AS_NUMBER),
  count('wide-comma', '全角逗号分节“1，070”', 'a full-width comma, “1，070”', '1，070', {
    entries: { firms: 1070 },
    findings: ['note number-as-text firms', 'explain swing firms'],
  }),
  count('about', '“约70”', '“约70” (about)', '约70', REFUSED, true),
  count('more-or-less', '“70左右”', '“70左右” (or so)', '70左右', REFUSED),
  count('with-unit', '带单位“70家”', 'with its unit, “70家”', '70家', REFUSED),
  count('dash', '填“—”', 'a dash, “—”', '—', REFUSED),
  count('hyphen', '填“-”', 'a hyphen, “-”', '-', REFUSED),
  count('slash', '填“/”', 'a slash, “/”', '/', REFUSED),
  count('none', '填“无”', '“无” (none)', '无', REFUSED),
  count('chinese-digits', '“七十”', '“七十” in words', '七十', REFUSED),
  count('broken-groups', '分节错误“1,23”', 'wrong groups, “1,23”', '1,23', REFUSED),
  count('two-points', '“7.0.0”', '“7.0.0”', '7.0.0', REFUSED),
  count('two-figures', '一格两个数', 'two figures in one cell', '30\n40', REFUSED),
  count('range', '填区间“60-70”', 'a range, “60-70”', '60-70', REFUSED),
  count('percent-of-count', '个数填“70%”', 'a count as “70%”', '70%', REFUSED),
  count('brackets', '括号负数“(70)”', 'brackets for minus, “(70)”', '(70)', REFUSED),
  count('exponent', '科学计数文本“7E1”', 'the text “7E1”', '7E1', REFUSED),
  count('date', '日期', 'a date', { value: 44385, numberFormat: 'yyyy/m/d' }, REFUSED, true),
  count('chinese-date', '中文格式日期', 'a date in Chinese', { value: 44385, numberFormat: '[$-804]yyyy"年"m"月"d"日"' }, REFUSED),
  count('date-text', '文本日期“2021-07-08”', 'the text “2021-07-08”', '2021-07-08', REFUSED),
  count('time', '时间格式', 'a time of day', { value: 0.5, numberFormat: 'h:mm' }, REFUSED),
  count('percent-format', '个数用百分比格式', 'a count in a percentage format', { value: 0.7, numberFormat: '0%' }, REFUSED),
  count('boolean', 'TRUE', 'TRUE', true, REFUSED),
  count('formula', '公式 =35*2', 'a formula, =35*2', { value: 70, formula: '35*2' }, {}),
  count('formula-text', '公式得文本', 'a formula that gives a text', { value: '70', formula: '"7"&"0"' }, AS_NUMBER),
  count('formula-empty', '公式得空文本', 'a formula that gives an empty text', { value: '', formula: 'IF(1=2,1,"")' }, {
    entries: { firms: 'blank' },
    findings: ['error missing-figure firms'],
  }),
  count('zero', '填 0', '0', 0, { entries: { firms: 0 }, findings: ['explain cumulative-decrease firms', 'explain swing firms'] }),
  count('blank', '未填', 'left blank', null, { entries: { firms: 'blank' }, findings: ['error missing-figure firms'] }, true),
  count('only-spaces', '只有空格', 'nothing but spaces', '　 ', { entries: { firms: 'blank' }, findings: ['error missing-figure firms'] }),
  count('negative', '负数', 'a negative figure', -70, { entries: { firms: -70 }, findings: ['error negative-figure firms'] }),
  count('fraction-of-count', '个数填小数', 'a count with decimals', 70.5, { entries: { firms: 70.5 }, findings: ['error whole-number firms'] }),
  count('float-noise', '浮点尾差 70.00000000000001', 'float noise, 70.00000000000001', 70.00000000000001, {}),
  count('hidden-format', '数字格式不显示', 'a format that shows nothing', { value: 70, numberFormat: ';;;' }, {}),
  share('percent-sign', '“61.5%”', '“61.5%”', '61.5%', { findings: ['note number-as-text renewal'] }),
  share('wide-percent-sign', '全角“６１．５％”', 'full-width “６１．５％”', '６１．５％', { findings: ['note number-as-text renewal'] }),
  share('percent-cell', '百分比格式 61.5%', '61.5 % in a percentage format', { value: 0.615, numberFormat: '0.0%' }, { findings: ['note number-as-text renewal'] }),
  share('as-fraction', '百分数填成 0.615', 'a percentage as 0.615', 0.615, {
    entries: { renewal: 0.615 },
    findings: ['explain percent-as-fraction renewal'],
  }),
  share('above-100', '比重 615', 'a share of 615', 615, { entries: { renewal: 615 }, findings: ['error share-above-100 renewal'] }),
  {
    id: 'separators',
    name: named('带千分位的文本“1,000.00”', 'the text “1,000.00”'),
    group: 'typed',
    typed: { 'item.revenue': { actual: '1,000.00' } },
    findings: ['note number-as-text item.revenue'],
    touches: ['revenue'],
  },
  {
    id: 'unit-slip',
    name: named('亿元填成万元', '万元 for 亿元'),
    group: 'typed',
    typed: { investment: { actual: 2105000 } },
    entries: { investment: 2105000 },
    findings: ['explain unit-slip investment'],
    touches: ['investment'],
  },
  {
    id: 'ten-thousands-of-unit',
    name: named('亿元栏填“210.5万”', '“210.5万” where the unit is 亿元'),
    group: 'typed',
    typed: { investment: { actual: '210.5万' } },
    entries: { investment: 'invalid' },
    findings: ['error not-a-number investment'],
  },
  {
    id: 'nil',
    name: named('零报告', 'a nil report'),
    group: 'typed',
    typed: { investment: { actual: null, state: '零报告', explanation: '项目未开工' } },
    entries: { investment: 'nil' },
    findings: ['note cumulative-decrease investment'],
  },
  {
    id: 'nil-with-figure',
    name: named('选零报告又填数', 'a nil report with a figure'),
    group: 'typed',
    typed: { investment: { state: '零报告' } },
    entries: { investment: 'conflict' },
    findings: ['error state-conflict investment'],
    touches: ['investment'],
  },
  {
    id: 'not-applicable',
    name: named('不适用并说明', 'not applicable, with a reason'),
    group: 'typed',
    typed: { investment: { actual: null, state: '不适用', explanation: '职能已划转' } },
    entries: { investment: 'not-applicable' },
    findings: ['note not-applicable-unexplained investment'],
  },
  {
    id: 'not-applicable-silent',
    name: named('不适用未说明', 'not applicable, without a reason'),
    group: 'typed',
    typed: { investment: { actual: null, state: '不适用' } },
    entries: { investment: 'not-applicable' },
    findings: ['explain not-applicable-unexplained investment'],
  },
  {
    id: 'not-due',
    name: named('未到报送期并说明', 'not yet due, with a reason'),
    group: 'typed',
    typed: { investment: { actual: null, state: ' 未到报送期 ', explanation: '半年一报' } },
    entries: { investment: 'not-due' },
    findings: ['note not-applicable-unexplained investment'],
  },
  {
    id: 'unknown-state',
    name: named('状态自拟', 'a state of one’s own'),
    group: 'typed',
    typed: { investment: { state: '已报' } },
    entries: { investment: 'conflict' },
    findings: ['error state-conflict investment'],
  },
  {
    id: 'milestone-spaces',
    name: named('状态前后有空格', 'a listed status with spaces'),
    group: 'typed',
    typed: { park: { actual: '　达序时 ' } },
  },
  {
    id: 'milestone-words',
    name: named('定性指标自拟状态', 'a status of one’s own'),
    group: 'typed',
    typed: { park: { actual: '进展顺利' } },
    entries: { park: 'invalid' },
    findings: ['error not-a-number park'],
  },
  stored('division-by-zero', '#DIV/0!', '#DIV/0!', cellContent(FIRMS, ' t="e"', '<v>#DIV/0!</v>'), REFUSED),
  stored('broken-reference', '#REF!', '#REF!', cellContent(FIRMS, ' t="e"', '<f>#REF!+1</f><v>#REF!</v>'), REFUSED),
  stored('uncomputed', '公式没有保存结果', 'a formula saved without its value', cellContent(FIRMS, '', '<f>35*2</f>'), {
    entries: { firms: 'invalid' },
    findings: ['error formula-without-value firms', 'error not-a-number firms'],
  }),
  stored(
    'linked',
    '公式引用别的工作簿',
    'a formula over another workbook',
    inTurn(cellContent(FIRMS, '', '<f>[1]Sheet1!$B$2</f><v>70</v>'), externalLink),
    { findings: ['note external-link'] },
  ),
  stored('rich-text', '富文本加注音', 'rich text with reading marks', richText(FIRMS, ['7', '0']), AS_NUMBER),
  stored('exponent-number', '以 7E+1 存储的数', 'a number stored as 7E+1', cellContent(FIRMS, '', '<v>7E+1</v>'), {}),
  stored('shortest-noise', '以 17 位存储的数', 'a number stored with 17 digits', cellContent(placeOf('investment', 'actual'), '', '<v>210.50000000000003</v>'), {}),
  stored('commented', '单元格有批注', 'a comment on the cell', comment(FIRMS, '与统计局数据一致'), {}),
];
