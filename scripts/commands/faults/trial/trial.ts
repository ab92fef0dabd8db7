import type { Target } from '../../../config/target.ts';
import { judgeCases } from '../../../judge/case-result.ts';
import { toFindings } from '../../../judge/findings.ts';
import { toDifferences } from '../../../judge/parity/parity.ts';
import type { Operation } from '../../../model/api.ts';
import type { CaseResult } from '../../../model/run-result.ts';
import { runHere } from '../../../run/newman.ts';
import { type RunOptions, runRegion } from '../../../run/region.ts';
import type { Selection } from '../../../suite/selection.ts';
import { type FaultName, type FaultResult, toFaultResult } from './fault-result.ts';

/** A started region, and what is needed to run the suite against it. */
export type Started = {
  readonly target: Target;
  readonly changes: () => number;
  readonly mistakes: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** Runs in this process, where the timers are fast. */
export const inProcessOptions: RunOptions = {
  runner: runHere,
  timeoutMs: 60_000,
  redact: (text) => text,
  onCase: () => undefined,
  onWaiting: () => undefined,
};

/** A region without a fault, and its results. */
export type Healthy = {
  readonly operations: readonly Operation[];
  readonly target: Target;
  readonly cases: readonly CaseResult[];
};

/**
 * Runs the suite against a region with the fault, and compares the results with those of a healthy region. With `bail`
 * the run ends at the first check that does not pass; if that check did not fail, the whole suite runs.
 */
export async function tryFault<F extends FaultName>(
  fault: F,
  selection: Selection,
  healthy: Healthy,
  start: (fault: F) => Promise<Started>,
): Promise<FaultResult> {
  const { cases, target, changes } = await run(fault, selection, start);
  const findings = toFindings(cases, (pointer) => pointer);
  if (cases.length < selection.cases.length) {
    const failed = findings.filter(({ severity }) => severity === 'failed');
    if (failed.length > 0) return toFaultResult(fault, failed, [], changes);
    return tryFault(fault, { ...selection, bail: false }, healthy, start);
  }
  const baseUrls = { [healthy.target.name]: healthy.target.baseUrl, [target.name]: target.baseUrl };
  const { operations } = healthy;
  const differences = toDifferences([...healthy.cases, ...cases], { operations, baseUrls });
  return toFaultResult(fault, findings, differences, changes);
}

async function run<F extends FaultName>(
  fault: F,
  selection: Selection,
  start: (fault: F) => Promise<Started>,
): Promise<Pick<Started, 'target'> & { readonly cases: readonly CaseResult[]; readonly changes: number }> {
  const { target, changes, mistakes, close } = await start(fault);
  try {
    const cases = judgeCases(await runRegion(target, selection, inProcessOptions));
    const [mistake] = mistakes();
    if (mistake !== undefined)
      throw new Error(`${fault.id}: the simulator itself does not keep the spec: ${mistake}`);
    return { target, cases, changes: changes() };
  } finally {
    await close();
  }
}
