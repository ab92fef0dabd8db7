import { caseKey } from '../../base/case-key.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Case } from '../../cases/case.ts';
import type { Plan } from '../../cases/plan.ts';
import type { Operation, Response } from '../../model/api.ts';
import type { CaseResult, Gap } from '../../model/run-result.ts';

/** Something that an operation documents, and why it was not exercised if it was not. */
export type CoveragePart = Pick<Gap, 'name' | 'status'> & {
  readonly exercised: boolean;
  readonly reason: () => string;
};

/** Everything of one kind that an operation documents. */
export type PartsOf = (operation: Operation, evidence: Evidence) => readonly CoveragePart[];

/** What was sent and received, by operation. */
export type Evidence = ReturnType<typeof toEvidence>;

/** Indexes the plan and the results of all regions. */
export function toEvidence(plan: Plan, cases: readonly CaseResult[]) {
  const planned = byKey(plan.cases, ({ operation }) => operation.id);
  const duplicates = byKey(plan.duplicates, ({ testCase }) => testCase.operation.id);
  const unrequested = byKey(plan.unrequested, ({ operation }) => operation.id);
  const results = byKey(cases, ({ operationId }) => operationId);
  const byCase = byKey(cases, ({ operationId, case: id }) => caseKey(operationId, id));
  const resultsOf = ({ operation, id }: Case): readonly CaseResult[] => byCase(caseKey(operation.id, id));
  /** Why no case about something exercised it: `judged` if one was judged, `noCase` if there is none. */
  const whyNot = (
    { id }: Operation,
    isAbout: (testCase: Case) => boolean,
    { judged, noCase }: { readonly judged: string; readonly noCase: string },
  ): string => {
    const about = planned(id).filter(isAbout);
    if (about.some((testCase) => resultsOf(testCase).some(wasJudged))) return judged;
    if (about.length > 0) return about.flatMap(resultsOf)[0]?.reason ?? 'it was not judged';
    const instead = duplicates(id).find(({ testCase }) => isAbout(testCase))?.by;
    if (instead === undefined) return noCase;
    // The case that replaces it may have been skipped, too.
    const sent = resultsOf(instead);
    const skipped = sent.every(({ verdict }) => verdict === 'skipped') ? sent[0]?.reason : undefined;
    return skipped ?? `tested with ${instead.operation.id} instead`;
  };
  return {
    whyNot,
    /** Planned cases that received an expected status in a region. */
    exercised: ({ id }: Operation): readonly Case[] =>
      planned(id).filter((testCase) => resultsOf(testCase).some((result) => isExercised(testCase, result))),
    /** Results whose status this response documents. */
    responses: (operation: Operation, response: Response): readonly CaseResult[] =>
      results(operation.id).filter(
        (result) => wasJudged(result) && responseFor(operation, result.status) === response,
      ),
    isJudged: ({ id }: Operation): boolean => results(id).some(wasJudged),
    /** Why a documented response was not received. */
    whyNoResponse: (operation: Operation, { status }: Response): string =>
      whyNot(operation, ({ statuses }) => statuses[0] === status, {
        judged: 'it was requested, but another response was received',
        noCase:
          unrequested(operation.id).find((each) => each.status === status)?.reason ??
          'no test case provokes it',
      }),
  };
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): (key: string) => readonly T[] {
  const groups = new Map(groupBy(items, keyOf).map((group) => [group[0] && keyOf(group[0]), group]));
  return (key) => groups.get(key) ?? [];
}

function wasJudged({ verdict }: CaseResult): boolean {
  return verdict === 'passed' || verdict === 'failed' || verdict === 'drift' || verdict === 'flaky';
}

/** A refusal does not exercise a value that should be accepted, nor does a success exercise an invalid one. */
function isExercised({ statuses }: Case, result: CaseResult): boolean {
  if (!wasJudged(result) || result.status === undefined) return false;
  const status = String(result.status);
  if (statuses.length === 0) return status.startsWith('4');
  return statuses.some((wanted) =>
    wanted === 'default' ? status.startsWith('2') : wanted === status || wanted === `${status[0]}XX`,
  );
}

/** The response that documents a status: its own, that of its class, or the default (OpenAPI 3.1, section 4.8.16). */
function responseFor({ responses }: Operation, status: number | undefined): Response | undefined {
  if (status === undefined) return undefined;
  const documented = (key: string): Response | undefined => responses.find((one) => one.status === key);
  return documented(`${status}`) ?? documented(`${String(status)[0]}XX`) ?? documented('default');
}
