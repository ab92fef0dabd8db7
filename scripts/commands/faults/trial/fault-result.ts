import type { Difference, Finding } from '../../../model/run-result.ts';
import type { Fault } from '../../../simulator/faults/fault.ts';

/** A fault as it is told of, whichever server shows it. */
export type FaultName = Pick<Fault, 'id' | 'class' | 'title'>;

/** What the suite made of a fault. */
export type FaultResult = FaultName & {
  readonly caught: boolean;
  /** The worst of what was found: a difference of the regions fails. Nothing where it was not caught. */
  readonly by?: Finding['severity'];
  /** The checks that found something, each once; parity is one of them. */
  readonly checks: readonly string[];
  /** The first finding, in words. */
  readonly message: string;
  /** Answers that the fault changed. Without any, the suite never asked for what it shows in. */
  readonly changed: number;
};

/**
 * Without the fault there is no finding at all, so whatever is found is about it. What could not be judged is no
 * finding.
 */
export function toKill(
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
