import { defineConfig } from 'vitest/config';

/** What starts a local cloud needs both cores, and a port and a folder of its own. */
const onTheLocalCloud = ['tests/e2e/**/*.test.ts', 'tests/local/local-cloud.test.ts'];

/** What takes longer than this hangs: no test says how fast a machine is, or how busy. */
const hangs = (minutes: number) => ({ testTimeout: minutes * 60_000, hookTimeout: minutes * 60_000 });

export default defineConfig({
  test: {
    // `npm run coverage:edi`; docs/x12.md explains each gap.
    coverage: {
      provider: 'v8',
      include: ['functions/edi/**/*.ts'],
      reportsDirectory: '.local/coverage-edi',
      reporter: ['text', 'json'],
    },
    // The second is read by .ci/run, which counts the tests.
    reporters: ['default', ['json', { outputFile: '.local/test-results.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: onTheLocalCloud,
          ...hangs(3),
        },
      },
      {
        test: {
          name: 'cloud',
          include: onTheLocalCloud,
          globalSetup: 'tests/e2e/synthesise-once.ts',
          // One file after the other, and none beside the unit tests: each starts a cloud of its own, with a process for every call.
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...hangs(20),
        },
      },
    ],
  },
});
