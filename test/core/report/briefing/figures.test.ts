import { percent } from '../../../../src/core/report/briefing/figures';

test.each([
  [0, '0%'],
  [0.523, '52.3%'],
  [0.52349, '52.3%'],
  [1, '100%'],
  [-0.031, '-3.1%'],
  // a rate that is not zero is never shown as zero
  [0.00036, '0.04%'],
  [-0.00036, '-0.04%'],
  [0.0000001, '0.00001%'],
])('%d is written %s', (share, text) => {
  expect(percent(share)).toBe(text);
});
