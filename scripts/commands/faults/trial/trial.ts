import type { Target } from '../../../config/target.ts';
import { judgeCases } from '../../../judge/case-result.ts';
import { toFindings } from '../../../judge/findings.ts';
import { toDifferences } from '../../../judge/parity/parity.ts';
import type { Operation } from '../../../model/api.ts';
import type { CaseResult, Difference, Finding } from '../../../model/run-result.ts';
import { runHere } from '../../../run/newman.ts';
import { type RunOptions, runRegion } from '../../../run/region.ts';
import type { Fault } from '../../../simulator/faults/fault.ts';
import type { Selection } from '../../../suite/selection.ts';

/** How a fault is named in reports, whichever server shows it. */
export type FaultName = Pick<Fault, 'id' | 'class' | 'title'>;

/** Whether and how the suite noticed a fault. */
export type FaultResult = FaultName & {
  readonly caught: boolean;
  /** The worst severity found; a difference between regions counts as failed. Missing if the fault was not noticed. */
  readonly by?: Finding['severity'];
  /** The checks with findings, each once; `parity` is one of them. */
  readonly checks: readonly string[];
  /** The message of the first finding. */
  readonly message: string;
  /** The number of responses that the fault changed. If it is 0, the suite never sent a request that shows the fault. */
  readonly changed: number;
};

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

/**
 * The healthy region has no findings, so every finding is about the fault. Inconclusive checks do not count.
 */
export function toFaultResult(
  { id, class: kind, title }: FaultName,
  findings: readonly Finding[],
  differences: readonly Difference[],
  changed: number,
): FaultResult {
  const found = findings.filter(({ severity }) => severity !== 'inconclusive');
  const checks = [...found.map(({ check }) => check), ...(differences.length > 0 ? ['parity'] : [])];
  const [first] = found;
  const [difference] = differences;
  const parity = difference === undefined ? '' : `${difference.operationId}: the ${difference.what} differs`;
  const message = first === undefined ? parity : `${first.operationId} ${first.case}: ${first.message}`;
  const caught = changed > 0 && checks.length > 0;
  const by = differences.length > 0 ? 'failed' : worstOf(found);
  return {
    id,
    class: kind,
    title,
    caught,
    ...(caught && by && { by }),
    checks: [...new Set(checks)],
    message,
    changed,
  };
}

const order: readonly Finding['severity'][] = ['failed', 'drift', 'flaky', 'unreachable'];

function worstOf(findings: readonly Finding[]): Finding['severity'] | undefined {
  return order.find((one) => findings.some(({ severity }) => severity === one));
}
