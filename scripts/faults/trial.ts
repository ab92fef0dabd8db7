import type { Operation } from '../model/api.ts';
import type { CaseResult } from '../model/run-result.ts';
import { toDifferences } from '../parity/parity.ts';
import { toFindings } from '../run/findings.ts';
import { runRegion, type Selection, type Target } from '../run/region.ts';
import { type FaultName, type Kill, toKill } from './kill.ts';

/** A started region and what must be known to run the suite against it. */
export type Started = {
  readonly target: Target;
  readonly changes: () => number;
  readonly mistakes: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** A region without a fault, and what it answered. */
export type Healthy = {
  readonly operations: readonly Operation[];
  readonly target: Target;
  readonly cases: readonly CaseResult[];
};

/** Runs the suite against a region with the fault, and holds it against the healthy answers of another region. */
export async function tryFault<F extends FaultName>(
  fault: F,
  selection: Selection,
  healthy: Healthy,
  start: (fault: F) => Promise<Started>,
): Promise<Kill> {
  const started = await start(fault);
  try {
    const cases = await runRegion(started.target, selection, () => undefined);
    const [mistake] = started.mistakes();
    if (mistake !== undefined) throw new Error(`${fault.id}: the simulator itself is wrong: ${mistake}`);
    const findings = toFindings(cases, (pointer) => pointer);
    const { operations, target } = healthy;
    const baseUrls = { [target.name]: target.baseUrl, [started.target.name]: started.target.baseUrl };
    const differences = toDifferences([...healthy.cases, ...cases], { operations, baseUrls });
    return toKill(fault, findings, differences, started.changes());
  } finally {
    await started.close();
  }
}
