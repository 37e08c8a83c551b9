import { defineConfig } from 'vitest/config';

/** `npm test` runs every kind of test at a tenth of the laws' runs; `npm run laws` runs them whole (LAWS=1). */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
