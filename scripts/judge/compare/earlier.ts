import type { RunResult } from '../../model/run-result.ts';

/** What is read of the `result.json` of an earlier run. */
export type Earlier = Pick<RunResult, 'spec' | 'findings' | 'parity' | 'cases'>;
