/** The plans that come with the product, by the names of their folders in seeds/. */
export const SEED_IDS = [
  'ningbo-quality-2022',
  'shaoxing-4151',
  'ningbo-retrofit-2024',
  'zhejiang-2025',
  'ningbo-innovation-2026',
] as const;
