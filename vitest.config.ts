import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { SlowFirst } from './tests/slow-first.ts';

/** Tests that start processes or a browser, run newman, or try very many inputs: `npm run quick` leaves them out. */
const slow = [
  'tests/base/compiled.test.ts',
  'tests/{e2e,import,io,properties}/**',
  'tests/**/browser/**',
  'tests/commands/{edited-spec,hostile-specs,malformed-extensions}.test.ts',
  'tests/commands/diff/{checkout,rules/rivery}.test.ts',
  'tests/commands/docs/site/docs.test.ts',
  'tests/judge/parity/seeds.test.ts',
  'tests/openapi/load/{limits,references}.test.ts',
  'tests/report/summary.test.ts',
  'tests/run/{bodies,child-runner,compressed,cut-response,decompression,no-response}.test.ts',
  'tests/sandbox/{large-responses,prepare,step-limit,templates}.test.ts',
  'tests/simulator/{life-cycle,simulator,wire}.test.ts',
  'tests/suite/postman/{guard,runs,script,stray,unsendable}.test.ts',
  'tests/suite/samples/hostile.test.ts',
];

export default defineConfig(({ mode }) => ({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'quick' ? slow : [])],
    // Each file would load all that it imports again, which took more time than the tests.
    isolate: false,
    // Many tests wait for processes: on two cores one worker would leave half of the time unused.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: SlowFirst },
    setupFiles: ['tests/fast-timers.ts', 'tests/open-once.ts'],
    globalSetup: [
      'tests/temp-folder.ts',
      'tests/browser-notice.ts',
      'tests/processes-notice.ts',
      'tests/programs-notice.ts',
      'tests/runners-notice.ts',
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
}));
