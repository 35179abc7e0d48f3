import type { SeedId } from '../../factories/plan';

/** A period within each real plan. */
export const PERIODS: Readonly<Record<SeedId, string>> = {
  'ningbo-quality-2022': '2021Q2',
  'shaoxing-4151': '2021Q2',
  'ningbo-retrofit-2024': '2023H1',
  'zhejiang-2025': '2023H1',
  'ningbo-innovation-2026': '2024H1',
};
