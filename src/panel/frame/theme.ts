import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

export const APPEARANCES = ['auto', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** The blue of the workbooks' sheet tabs, from dark to light. */
const BLUE: BrandVariants = {
  10: '#04070c',
  20: '#101c2b',
  30: '#182c46',
  40: '#1e395a',
  50: '#25466f',
  60: '#2f5582',
  70: '#3b6494',
  80: '#4774a5',
  90: '#5684b4',
  100: '#6794c1',
  110: '#79a4cd',
  120: '#8cb3d8',
  130: '#a0c3e2',
  140: '#b5d2eb',
  150: '#cbe1f3',
  160: '#e1effa',
};

const FONTS =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";

const light: Theme = {
  ...createLightTheme(BLUE),
  fontFamilyBase: FONTS,
  colorBrandBackground: BLUE[60],
  colorBrandBackgroundHover: BLUE[50],
  colorBrandBackgroundPressed: BLUE[40],
  colorCompoundBrandBackground: BLUE[60],
  colorBrandForeground1: BLUE[60],
  colorBrandForegroundLink: BLUE[60],
  colorCompoundBrandForeground1: BLUE[60],
  colorNeutralStroke1: '#c3c9d1',
  // what is to be filled in has to be seen: 3:1 against white
  colorNeutralStrokeAccessible: '#616a75',
};

const dark: Theme = {
  ...createDarkTheme(BLUE),
  fontFamilyBase: FONTS,
  colorBrandForeground1: BLUE[120],
  colorBrandForegroundLink: BLUE[120],
  colorBrandForegroundLinkHover: BLUE[130],
  colorCompoundBrandForeground1: BLUE[120],
  colorCompoundBrandBackground: BLUE[110],
  // 4.5:1 on the cards
  colorStatusDangerForeground1: '#f0959c',
};

export function themeOf(isDark: boolean): Theme {
  return isDark ? dark : light;
}
