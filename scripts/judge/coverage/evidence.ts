import { caseKey } from '../../base/case-key.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Case } from '../../cases/case.ts';
import type { Plan } from '../../cases/plan.ts';
import type { Operation, Response } from '../../model/api.ts';
import type { CaseResult } from '../../model/run-result.ts';

/** What was sent and what came back, by operation. */
export type Evidence = {
  /** Planned cases that got the status that they were to get, in a region. */
  readonly exercised: (operation: Operation) => readonly Case[];
  /** Judged answers that the response documents. */
  readonly answers: (operation: Operation, response: Response) => readonly CaseResult[];
  /** Whether anything of the operation was judged. */
  readonly isJudged: (operation: Operation) => boolean;
  /** Why no case about something gave an answer. */
  readonly whyNot: (
    operation: Operation,
    isAbout: (testCase: Case) => boolean,
    otherwise: Otherwise,
  ) => string;
  /** Why no case asks for this answer; undefined where one does. */
  readonly whyUnasked: (operation: Operation, status: string) => string | undefined;
};

/** The reason where a case about it was judged, and where none was made. */
type Otherwise = { readonly judged: string; readonly unmade: string };

export function toEvidence(plan: Plan, cases: readonly CaseResult[]): Evidence {
  const planned = byKey(plan.cases, ({ operation }) => operation.id);
  const spared = byKey(plan.duplicates, ({ testCase }) => testCase.operation.id);
  const unprovoked = byKey(plan.unrequested, ({ operation }) => operation.id);
  const results = byKey(cases, ({ operationId }) => operationId);
  const byCase = byKey(cases, ({ operationId, case: id }) => caseKey(operationId, id));
  const resultsOf = ({ operation, id }: Case): readonly CaseResult[] => byCase(caseKey(operation.id, id));
  return {
    exercised: ({ id }) =>
      planned(id).filter((testCase) => resultsOf(testCase).some((result) => isExercised(testCase, result))),
    answers: (operation, response) =>
      results(operation.id).filter(
        (result) => wasJudged(result) && responseFor(operation, result.status) === response,
      ),
    isJudged: ({ id }) => results(id).some(wasJudged),
    whyNot: ({ id }, isAbout, { judged, unmade }) => {
      const about = planned(id).filter(isAbout);
      if (about.some((testCase) => resultsOf(testCase).some(wasJudged))) return judged;
      if (about.length > 0) return about.flatMap(resultsOf)[0]?.reason ?? 'it was not judged';
      const instead = spared(id).find(({ testCase }) => isAbout(testCase))?.by;
      if (instead === undefined) return unmade;
      // What was to be asked elsewhere may have been left out there, too.
      const asked = resultsOf(instead);
      const reason = asked.every(({ verdict }) => verdict === 'skipped') ? asked[0]?.reason : undefined;
      if (reason !== undefined) return reason;
      return `asked of ${instead.operation.id} instead`;
    },
    whyUnasked: ({ id }, status) => unprovoked(id).find((each) => each.status === status)?.reason,
  };
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): (key: string) => readonly T[] {
  const groups = new Map(groupBy(items, keyOf).map((group) => [group[0] && keyOf(group[0]), group]));
  return (key) => groups.get(key) ?? [];
}

function wasJudged({ verdict }: CaseResult): boolean {
  return verdict === 'passed' || verdict === 'failed' || verdict === 'drift' || verdict === 'flaky';
}

/** A refusal says nothing of a value that was to be accepted, nor a success of one that was not. */
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
  const keys = [String(status), `${String(status)[0]}XX`, 'default'];
  return keys
    .map((key) => responses.find((response) => response.status === key))
    .find((response) => response !== undefined && status !== undefined);
}
