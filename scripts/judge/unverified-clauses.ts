import { caseKey } from '../base/case-key.ts';
import type { Case } from '../cases/case.ts';
import type { Clause, Contract } from '../model/contract.ts';
import type { CheckId, Outcome } from '../model/outcome.ts';
import type { CaseResult } from '../model/run-result.ts';

/** Cases that are not sent again, and the pointers of the clauses that the earlier run did not verify either. */
export type LeftOut = { readonly cases: ReadonlySet<Case>; readonly unverified: ReadonlySet<string> };

/** A clause, the check that compares responses with it, and what a run needs to show it. */
type Shown = { readonly clause: Clause; readonly check: CheckId; readonly needs: string };

/**
 * A clause that a region was asked about, but that no response verifies, must not look green: the first case that is
 * about it becomes inconclusive, unless it failed.
 * @param leftOut cases that passed in an earlier run: what they verified then is not missed now
 */
export function withUnverifiedClauses(
  results: readonly CaseResult[],
  cases: readonly Case[],
  leftOut: LeftOut = { cases: new Set(), unverified: new Set() },
): CaseResult[] {
  const told = results.flatMap(({ outcomes }) => outcomes.map(({ pointer }) => `${pointer}/`));
  const byCase = new Map(results.map((result) => [caseKey(result.operationId, result.case), result]));
  const asked = new Map<Case, CaseResult>();
  for (const testCase of cases) {
    const result = byCase.get(caseKey(testCase.operation.id, testCase.id));
    if (result !== undefined && isAnswered(testCase, result)) asked.set(testCase, result);
  }
  const unverified = new Map<CaseResult, Outcome[]>();
  const seen = new Set(
    [...leftOut.cases].flatMap((testCase) =>
      shownBy(testCase, cases).flatMap(({ clause: { pointer } }) =>
        leftOut.unverified.has(pointer) ? [] : [pointer],
      ),
    ),
  );
  for (const [testCase, result] of asked) {
    for (const shown of shownBy(testCase, cases)) {
      const { clause } = shown;
      if (seen.has(clause.pointer) || told.some((pointer) => pointer.startsWith(`${clause.pointer}/`)))
        continue;
      seen.add(clause.pointer);
      unverified.set(result, [...(unverified.get(result) ?? []), toOutcome(shown, result)]);
    }
  }
  return results.map((result) => withOutcomes(result, unverified.get(result) ?? []));
}

function toOutcome({ clause: { pointer }, check, needs }: Shown, result: CaseResult): Outcome {
  const more = lacks(result) ? 'see what its schema check says, or ' : '';
  const message = `no answer shows whether it holds: it takes ${needs} (${more}try a longer --window)`;
  return { check, verdict: 'inconclusive', message, pointer };
}

/** Whether it was to succeed, and did; what its body lacks by its schema is often what would have told. */
function isAnswered(testCase: Case, result: CaseResult): boolean {
  const { verdict, status } = result;
  const isSuccess = testCase.statuses.some((wanted) => /^(2|default$)/.test(wanted));
  const isJudged = verdict === 'failed' ? lacks(result) : verdict !== 'inconclusive';
  return isSuccess && String(status).startsWith('2') && isJudged;
}

/** Whether its body is not as its schema says. */
function lacks({ outcomes }: CaseResult): boolean {
  return outcomes.some(
    ({ check, verdict }) => check === 'schema' && (verdict === 'failed' || verdict === 'drift'),
  );
}

function shownBy(testCase: Case, cases: readonly Case[]): Shown[] {
  const { list, filters, relations }: Contract = testCase.operation.contract;
  const sent = new Set(
    testCase.outgoing.parameters.flatMap((one) => (one.disabled ? [] : [one.parameter.name])),
  );
  const filtered = Object.entries({ ...filters, ...list?.filters }).filter(([name]) => sent.has(name));
  const details =
    testCase.kind === 'detail' ? cases.flatMap((one) => one.operation.contract.list?.detail ?? []) : [];
  return [
    ...filtered.map(([name, clause]) => ({
      clause,
      check: 'filter' as const,
      needs: `data of which a value of ${name} keeps some and leaves out some`,
    })),
    ...details
      .filter(({ operation }) => operation === testCase.operation.id)
      .map((clause) => ({
        clause,
        check: 'detail' as const,
        needs: 'an item whose detail has the same properties',
      })),
    ...(testCase.remember ? relations : []).map((clause) => ({
      clause,
      check: 'relation' as const,
      needs: 'an answer that has what it compares',
    })),
  ];
}

function withOutcomes(result: CaseResult, outcomes: readonly Outcome[]): CaseResult {
  if (outcomes.length === 0) return result;
  const verdict = result.verdict === 'failed' ? 'failed' : 'inconclusive';
  return { ...result, verdict, outcomes: [...result.outcomes, ...outcomes] };
}
