import type { CellValue } from '../../src/core/sheet/description';
import type { GridCell, WorkbookGrid } from '../../src/core/sheet/grid';
import type { BuiltTemplate } from '../../src/core/template/build-template';
import { editsOf, footEdits, type Edit, type Filling } from './filling';
import { gridOf } from './grid';
import { CITY } from './plan';
import { contextOf, templateFor } from './template';

/** The blank that the small plan gives the economy office for the second quarter of 2021. */
export const CITY_BLANK: BuiltTemplate = templateFor(contextOf([CITY], '2021Q2'));

/** Figures that no rule says anything about. */
export const CITY_FILLING: Readonly<Record<string, Filling>> = {
  'city/productivity': { actual: 31 },
  'city/firms': { actual: 70, state: '正常' },
  'city/item.rd': { actual: 26 },
  'city/item.revenue': { actual: 1000 },
  'city/item.rd.2019': { actual: 22 },
  'city/investment': { actual: 210.5 },
  'city/park': { actual: '达序时' },
};

/** The filled-in form with the cells of some rows changed. */
export function filledCity(
  change: Readonly<Record<string, Filling<CellValue | GridCell>>> = {},
  further: readonly Edit<CellValue | GridCell>[] = [],
): WorkbookGrid {
  return gridOf(CITY_BLANK.description, [
    ...editsOf(CITY_BLANK, CITY_FILLING),
    ...footEdits(CITY_BLANK),
    ...editsOf<CellValue | GridCell>(CITY_BLANK, change),
    ...further,
  ]);
}
