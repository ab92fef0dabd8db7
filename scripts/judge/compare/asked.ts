import { groupBy } from '../../base/group-by.ts';
import type { Case } from '../../cases/case.ts';
import { expectedChecks } from '../../cases/expected-checks.ts';
import type { Plan } from '../../cases/plan.ts';
import type { Api, Operation } from '../../model/api.ts';
import type { CheckSubject } from './judged-clauses.ts';

/** What a run of everything that is allowed would judge: its regions, and its cases by operation. */
export type Asked = {
  readonly regions: readonly string[];
  readonly cases: Readonly<Record<string, readonly string[]>>;
  /** Whether the response to a case may show whether the clause holds. */
  readonly mayTell: (operationId: string, name: string, subject: CheckSubject) => boolean;
};

/** @param never cases that are not sent even then */
export function toAsked(
  { regions, operations }: Api,
  { cases }: Plan,
  never: ReadonlyMap<Case, string>,
): Asked {
  return {
    regions: regions.map(({ name }) => name),
    cases: casesByOperation(cases.filter((one) => !never.has(one) && one.guard !== 'elsewhere')),
    mayTell: (operationId, name, subject) => {
      const testCase = cases.find(({ operation, id }) => operation.id === operationId && id === name);
      return testCase !== undefined && mayTell(testCase, subject, operations);
    },
  };
}

/** The names of cases, by operation. */
export function casesByOperation(cases: readonly Case[]): Readonly<Record<string, readonly string[]>> {
  const groups = groupBy(cases, ({ operation }) => operation.id);
  return Object.fromEntries(groups.map((own) => [own[0]?.operation.id ?? '', own.map(({ id }) => id)]));
}

/** Whether the response to a case, if it is as wanted, may show whether a check and a clause hold. */
function mayTell(testCase: Case, { check, pointer }: CheckSubject, all: readonly Operation[]): boolean {
  if (check === 'http') return true;
  if (!expectedChecks(testCase, all).some((one) => one.check === check)) return false;
  return check !== 'filter' || pointer === undefined || isFilteredBy(testCase, pointer);
}

function isFilteredBy({ operation: { contract }, outgoing }: Case, pointer: string): boolean {
  const sent = outgoing.parameters.filter(({ disabled }) => !disabled).map(({ parameter }) => parameter.name);
  const clauses = Object.entries({ ...contract.filters, ...contract.list?.filters });
  return clauses.some(
    ([name, clause]) => sent.includes(name) && `${pointer}/`.startsWith(`${clause.pointer}/`),
  );
}
