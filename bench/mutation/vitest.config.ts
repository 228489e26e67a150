import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate:money` asks, small and quick ones: no story of the ledger, nothing that rests on files. */
export default defineConfig({
  test: {
    include: [
      'tests/domain/position.test.ts',
      'tests/domain/ledger/**/*.test.ts',
      'tests/remittance/*.test.ts',
      'tests/remittance/by-hand/*.test.ts',
    ],
    setupFiles: ['bench/mutation/one-seed.ts'],
    testTimeout: 60_000,
    // One worker for all files: starting one takes longer than most of them.
    isolate: false,
  },
});
