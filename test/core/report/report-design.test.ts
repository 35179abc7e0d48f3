import { REPORT_STYLES, reportDesignSchema } from '../../../src/core/report/report-design';
import { options } from './filled-round';

const { design } = options();

test.each(REPORT_STYLES)('a design may not leave out %s', (name) => {
  const styles = Object.fromEntries(Object.entries(design.styles).filter(([key]) => key !== name));
  expect(reportDesignSchema.safeParse({ ...design, styles }).success).toBe(false);
});

test.each([
  ['an unknown key', { ...design, extra: 1 }],
  ['an unknown style', { ...design, styles: { ...design.styles, glitter: {} } }],
  ['a colour by name', { ...design, tabs: { ...design.tabs, data: 'red' } }],
])('a design with %s is refused', (_, wrong) => {
  expect(reportDesignSchema.safeParse(wrong).success).toBe(false);
});
