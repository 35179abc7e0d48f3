import type { CellStyle } from '../../sheet/description';
import type { ColumnInput, GroupId } from './columns';

const LINES = {
  top: 'thin',
  bottom: 'thin',
  left: 'thin',
  right: 'thin',
  colour: 'BFC7D1',
} as const;
const BODY = { name: '宋体', size: 10 } as const;

/** Colours of a group of columns: the band, and the headers under it. */
const GROUP_COLOURS: Readonly<Record<GroupId, { readonly band: string; readonly head: string }>> = {
  plan: { band: '2F5597', head: 'DCE6F2' },
  organisations: { band: '548235', head: 'E2EFDA' },
  allRegions: { band: '8064A2', head: 'E8E1F0' },
  indicator: { band: '2F5597', head: 'DCE6F2' },
  target: { band: 'B45F06', head: 'FBE5D6' },
  baseline: { band: '7F6000', head: 'FFF2CC' },
  responsibility: { band: '548235', head: 'E2EFDA' },
  collection: { band: '31859B', head: 'DAEEF3' },
  regions: { band: '8064A2', head: 'E8E1F0' },
  source: { band: '595959', head: 'E7E6E6' },
  quotes: { band: '595959', head: 'E7E6E6' },
  items: { band: '31859B', head: 'DAEEF3' },
  rules: { band: '9C3B31', head: 'F6DEDB' },
  settings: { band: '9C3B31', head: 'F6DEDB' },
  related: { band: '7F6000', head: 'FFF2CC' },
};

export const TAB_COLOURS = {
  guide: 'C9A227',
  plan: '2F5597',
  indicators: '2F5597',
  quotes: '7F8FA6',
  items: '31859B',
  rules: '9C3B31',
  settings: '9C3B31',
} as const;

/** What the live marks of the sheet look like. */
export const MARKS = { wanting: 'F8CBCB', idle: 'E4E6EA', idleFont: '8A93A0' } as const;

/** Every style of the workbook by name. */
export function styles(): Map<string, CellStyle> {
  const map = new Map<string, CellStyle>([
    ['guideTitle', { font: { name: '黑体', size: 16, bold: true }, vertical: 'middle' }],
    ['guideHeading', { font: { name: '黑体', size: 11, bold: true }, vertical: 'top', wrap: true }],
    ['guideText', { font: { name: '宋体', size: 10.5 }, vertical: 'top', wrap: true }],
    [
      'guideHead',
      {
        font: { name: '黑体', size: 10.5, bold: true },
        fill: 'DCE6F2',
        border: LINES,
        horizontal: 'center',
        vertical: 'middle',
        wrap: true,
      },
    ],
    ['guideCell', { font: BODY, border: LINES, vertical: 'middle', wrap: true, numberFormat: '@' }],
    [
      'guideCentre',
      { font: BODY, border: LINES, horizontal: 'center', vertical: 'middle', wrap: true },
    ],
    [
      'guideLink',
      {
        font: { ...BODY, colour: '1F4E9C', underline: true },
        border: LINES,
        vertical: 'middle',
        wrap: true,
      },
    ],
    [
      'field',
      { font: { name: '黑体', size: 10 }, fill: 'F3F5F8', border: LINES, vertical: 'middle' },
    ],
    [
      'shown',
      {
        font: { name: '宋体', size: 9.5, colour: '5B6573' },
        border: LINES,
        vertical: 'middle',
        wrap: true,
      },
    ],
    [
      'shownOpen',
      { font: { name: '宋体', size: 9.5, colour: '5B6573' }, vertical: 'middle', wrap: true },
    ],
    ['list', { font: BODY, numberFormat: '@' }],
  ]);
  for (const [group, { band, head }] of Object.entries(GROUP_COLOURS)) {
    map.set(bandStyle(group as GroupId), {
      font: { name: '黑体', size: 11, bold: true, colour: 'FFFFFF' },
      fill: band,
      vertical: 'middle',
    });
    map.set(headStyle(group as GroupId), {
      font: { name: '黑体', size: 10, bold: true },
      fill: head,
      border: LINES,
      horizontal: 'center',
      vertical: 'middle',
      wrap: true,
    });
  }
  for (const [name, style] of Object.entries(INPUTS)) {
    map.set(`${name} filled`, { ...style, font: BODY, vertical: 'middle', border: LINES });
    map.set(`${name} open`, { ...style, font: BODY, vertical: 'middle' });
  }
  return map;
}

/** Text cells have the text format, so that what is typed into them stays as typed. */
const INPUTS = {
  text: { horizontal: 'left', wrap: true, numberFormat: '@' },
  choice: { horizontal: 'center', wrap: true, numberFormat: '@' },
  figure: { horizontal: 'right' },
  whole: { horizontal: 'center', numberFormat: '0' },
  share: { horizontal: 'right', numberFormat: '0.0%' },
} as const satisfies Record<string, CellStyle>;

export function bandStyle(group: GroupId): string {
  return `band ${group}`;
}

export function headStyle(group: GroupId): string {
  return `head ${group}`;
}

/** The style of a cell of a column: in a row that holds something, or in one that is free. */
export function cellStyle({ type }: ColumnInput, isFilled: boolean): string {
  if (type === 'shown') return isFilled ? 'shown' : 'shownOpen';
  const input = type === 'from' ? 'text' : type;
  return `${input} ${isFilled ? 'filled' : 'open'}`;
}
