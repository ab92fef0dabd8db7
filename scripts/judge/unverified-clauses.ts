import { caseKey } from '../base/case-key.ts';
import type { Case } from '../cases/case.ts';
import type { Clause, Contract } from '../model/contract.ts';
import type { CheckId, Outcome } from '../model/outcome.ts';
import type { CaseResult } from '../model/run-result.ts';

/** Cases that are not sent again, and the pointers of clauses that the earlier run did not verify either. */
export type LeftOut = { readonly cases: ReadonlySet<Case>; readonly unverified: ReadonlySet<string> };

/** A clause, the check that compares responses with it, and the data that the check needs. */
type Subject = { readonly clause: Clause; readonly check: CheckId; readonly needs: string };

/**
 * A clause that cases are about, but that no response verified, must not look green. The first case about it becomes
 * inconclusive, unless it failed.
 * @param leftOut cases that passed in an earlier run, which need not verify their clauses again
 */
export function withUnverifiedClauses(
  results: readonly CaseResult[],
  cases: readonly Case[],
  leftOut: LeftOut = { cases: new Set(), unverified: new Set() },
): CaseResult[] {
  const checked = results.flatMap(({ outcomes }) => outcomes.map(({ pointer }) => `${pointer}/`));
  const byCase = new Map(results.map((result) => [caseKey(result.operationId, result.case), result]));
  const verifiedEarlier = [...leftOut.cases]
    .flatMap((testCase) => subjectsOf(testCase, cases).map(({ clause }) => clause.pointer))
    .filter((pointer) => !leftOut.unverified.has(pointer));
  const done = new Set(verifiedEarlier);
  const unverified = new Map<CaseResult, Outcome[]>();
  for (const testCase of cases) {
    const result = byCase.get(caseKey(testCase.operation.id, testCase.id));
    if (result === undefined || !isSuccess(testCase, result)) continue;
    for (const subject of subjectsOf(testCase, cases)) {
      const { pointer } = subject.clause;
      if (done.has(pointer) || checked.some((one) => one.startsWith(`${pointer}/`))) continue;
      done.add(pointer);
      unverified.set(result, [...(unverified.get(result) ?? []), toOutcome(subject, result)]);
    }
  }
  return results.map((result) => withOutcomes(result, unverified.get(result) ?? []));
}

function toOutcome({ clause: { pointer }, check, needs }: Subject, result: CaseResult): Outcome {
  const more = breaksSchema(result) ? 'see what its schema check says, or ' : '';
  const message = `no response shows whether it holds: it takes ${needs} (${more}try a longer --window)`;
  return { check, verdict: 'inconclusive', message, pointer };
}

/** Whether the case expects a success and received one. A body that breaks its schema may lack the data for a check. */
function isSuccess(testCase: Case, result: CaseResult): boolean {
  const { verdict, status } = result;
  const isExpected = testCase.statuses.some((wanted) => /^(2|default$)/.test(wanted));
  const isJudged = verdict === 'failed' ? breaksSchema(result) : verdict !== 'inconclusive';
  return isExpected && String(status).startsWith('2') && isJudged;
}

function breaksSchema({ outcomes }: CaseResult): boolean {
  return outcomes.some(
    ({ check, verdict }) => check === 'schema' && (verdict === 'failed' || verdict === 'drift'),
  );
}

/** The clauses that a response to the case may verify. */
function subjectsOf(testCase: Case, cases: readonly Case[]): Subject[] {
  const { operation, outgoing, kind, remember } = testCase;
  const { list, filters, relations }: Contract = operation.contract;
  const sent = new Set(outgoing.parameters.flatMap((one) => (one.disabled ? [] : [one.parameter.name])));
  const filtered = Object.entries({ ...filters, ...list?.filters }).filter(([name]) => sent.has(name));
  const details = kind === 'detail' ? cases.flatMap((one) => one.operation.contract.list?.detail ?? []) : [];
  return [
    ...filtered.map(([name, clause]): Subject => {
      const needs = `data of which a value of ${name} keeps some and leaves out some`;
      return { clause, check: 'filter', needs };
    }),
    ...details
      .filter((detail) => detail.operation === operation.id)
      .map((clause): Subject => {
        return { clause, check: 'detail', needs: 'an item whose detail has the same properties' };
      }),
    ...(remember ? relations : []).map((clause): Subject => {
      return { clause, check: 'relation', needs: 'a response with the values that it compares' };
    }),
  ];
}

function withOutcomes(result: CaseResult, outcomes: readonly Outcome[]): CaseResult {
  if (outcomes.length === 0) return result;
  const verdict = result.verdict === 'failed' ? 'failed' : 'inconclusive';
  return { ...result, verdict, outcomes: [...result.outcomes, ...outcomes] };
}
