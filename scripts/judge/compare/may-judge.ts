import type { Case } from '../../cases/case.ts';
import { carries } from '../../cases/expected-checks.ts';
import type { Operation } from '../../model/api.ts';
import type { Subject } from './judged-clauses.ts';

/** Whether the answer to a case, if it is as wanted, may say of a check and a clause whether they hold. */
export function mayTell(testCase: Case, { check, pointer }: Subject, all: readonly Operation[]): boolean {
  if (check === 'http') return true;
  if (!carries(testCase, all).some((one) => one.check === check)) return false;
  return check !== 'filter' || pointer === undefined || isFilteredBy(testCase, pointer);
}

function isFilteredBy({ operation: { contract }, outgoing }: Case, pointer: string): boolean {
  const sent = outgoing.parameters.filter(({ disabled }) => !disabled).map(({ parameter }) => parameter.name);
  const clauses = Object.entries({ ...contract.filters, ...contract.list?.filters });
  return clauses.some(
    ([name, clause]) => sent.includes(name) && `${pointer}/`.startsWith(`${clause.pointer}/`),
  );
}
