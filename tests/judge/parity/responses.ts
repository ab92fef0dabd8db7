import type { CaseResult } from '../../../scripts/model/run-result.ts';
import { toShape } from '../../../scripts/model/to-shape.ts';

/** A response of the operation `op` with status 200. The test sets everything that matters to it. */
export function response(region: string, json: unknown, changes: Partial<CaseResult> = {}): CaseResult {
  return {
    region,
    operationId: 'op',
    case: 'success',
    name: 'Op',
    verdict: 'passed',
    outcomes: [],
    status: 200,
    mediaType: 'application/json',
    shape: toShape(json),
    headers: {},
    attempts: 1,
    durationMs: 1,
    ...changes,
  };
}
