import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What starts a local cloud, with a port and a folder of its own. */
const onTheLocalCloud = ['tests/e2e/**/*.test.ts', 'tests/local/local-cloud.test.ts'];

/** Tests that stand in for a module, or set what modules read when they are loaded, themselves or by a file of theirs. */
const setsTheScene =
  /vi\.(mock|doMock|stubEnv|stubGlobal|useFakeTimers|resetModules)|process\.env\.\w+ =|publisher-files|code-set-folders|cloud-in-memory/;
const byThemselves = globSync('tests/**/*.test.ts', { cwd: import.meta.dirname }).filter((file) =>
  setsTheScene.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
);

/** Those that take minutes begin first: else one of them would be left alone at the end, and a core with nothing to do. */
const longest = ['samples', 'faults', 'killed', 'intake', 'month', 'remittances', 'batches', 'clock'];

/** Where a file stands among those of the local cloud. */
const rankOf = ({ project, moduleId }: TestSpecification): number => {
  if (project.name !== 'cloud') return 0;
  const rank = longest.indexOf(basename(moduleId, '.test.ts'));
  return 1 + (rank < 0 ? longest.length : rank);
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}

/** What takes longer than this hangs: no test says how fast a machine is, or how busy. */
const hangs = (minutes: number) => ({ testTimeout: minutes * 60_000, hookTimeout: minutes * 60_000 });

const everywhere = {
  // One fewer than there are, which is the default, would leave a core of two idle.
  maxWorkers: '100%',
  ...hangs(3),
  // The command line is started some hundred times: what is compiled once serves the next.
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.local/compiled') },
};

export default defineConfig({
  test: {
    // `npm run coverage:edi`; docs/x12.md explains each gap.
    coverage: {
      provider: 'v8',
      include: ['functions/edi/**/*.ts'],
      reportsDirectory: '.local/coverage-edi',
      reporter: ['text', 'json'],
    },
    sequence: { sequencer: LongestFirst },
    // The second is read by .ci/run, which counts the tests.
    reporters: ['default', ['json', { outputFile: '.local/test-results.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...onTheLocalCloud, ...byThemselves],
          // To load the modules anew for every file takes two thirds of the time.
          isolate: false,
          ...everywhere,
        },
      },
      {
        test: {
          name: 'unit-isolated',
          include: byThemselves,
          exclude: onTheLocalCloud,
          ...everywhere,
        },
      },
      {
        test: {
          name: 'cloud',
          include: onTheLocalCloud,
          globalSetup: 'tests/e2e/synthesise-once.ts',
          // Two at a time: while one waits for an answer or a clock, the other works. None beside the unit tests, which
          // leave no core idle; and no more, for each cloud holds some two gigabytes of processes.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...hangs(20),
        },
      },
    ],
  },
});
