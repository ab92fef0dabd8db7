import type { Difference, Finding } from '../../../model/run-result.ts';
import type { Fault } from '../../../simulator/faults/fault.ts';

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

/**
 * Without the fault there is no finding, so every finding is about the fault. An inconclusive check does not count.
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
