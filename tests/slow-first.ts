import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take the longest on two cores, the slowest first: by themselves at the end they would keep one core idle. */
const slowest = [
  'e2e/runners',
  'e2e/only-failed',
  'e2e/contract',
  'e2e/jobs',
  'e2e/canary',
  'e2e/crash',
  'commands/docs/site/browser/site',
  'e2e/samples',
  'e2e/diff',
  'commands/malformed-extensions',
  'commands/hostile-specs',
  'e2e/plain-newman',
  'e2e/chaos',
  'e2e/people',
  'e2e/clean-runs',
  'e2e/env',
  'e2e/known',
  'e2e/bad-input',
  'sandbox/templates',
  'openapi/load/references',
  'run/child-runner',
  'import/bruno',
  'properties/every-clause',
  'properties/every-constraint',
];

/** Starts the slowest files first; Vitest starts the largest, which are others. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = slowest.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return rank === -1 ? slowest.length : rank;
}
