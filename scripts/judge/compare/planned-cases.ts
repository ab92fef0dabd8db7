import { groupBy } from '../../base/group-by.ts';
import type { Case } from '../../cases/case.ts';
import { expectedChecks } from '../../cases/expected-checks.ts';
import type { Plan } from '../../cases/plan.ts';
import type { Api, Operation } from '../../model/api.ts';
import type { CheckSubject } from './judged-clauses.ts';

/** The regions and cases of a full run with the same permissions. */
export type PlannedCases = {
  readonly regions: readonly string[];
  /** The names of the cases by operation. */
  readonly cases: Readonly<Record<string, readonly string[]>>;
  /** Whether a response to the case can show that the check passes. */
  readonly mayVerify: (operationId: string, name: string, subject: CheckSubject) => boolean;
};

/** @param never cases that not even a full run sends */
export function toPlannedCases(
  { regions, operations }: Api,
  { cases }: Plan,
  never: ReadonlyMap<Case, string>,
): PlannedCases {
  return {
    regions: regions.map(({ name }) => name),
    cases: casesByOperation(cases.filter((one) => !never.has(one) && one.guard !== 'elsewhere')),
    mayVerify: (operationId, name, subject) => {
      const testCase = cases.find(({ operation, id }) => operation.id === operationId && id === name);
      return testCase !== undefined && mayVerify(testCase, subject, operations);
    },
  };
}

/** The names of cases by operation. */
export function casesByOperation(cases: readonly Case[]): Readonly<Record<string, readonly string[]>> {
  const groups = groupBy(cases, ({ operation }) => operation.id);
  return Object.fromEntries(groups.map((own) => [own[0]?.operation.id ?? '', own.map(({ id }) => id)]));
}

function mayVerify(testCase: Case, { check, pointer }: CheckSubject, all: readonly Operation[]): boolean {
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
