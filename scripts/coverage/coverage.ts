import type { Plan } from '../cases/plan.ts';
import type { Api } from '../model/api.ts';
import type { CaseResult, Coverage, Gap } from '../model/run-result.ts';

/** Which operations and documented answers were judged in at least one region, and why the others were not. */
export function toCoverage(api: Api, plan: Plan, cases: readonly CaseResult[]): Coverage {
  const documented = api.operations.reduce((sum, { responses }) => sum + responses.length, 0);
  const provoked = new Set(plan.cases.filter((made) => isJudged(made, cases)).map(keyOf));
  const judged = api.operations.filter(({ id }) =>
    cases.some((result) => result.operationId === id && wasJudged(result)),
  );
  const unprovoked = plan.unprovoked.map(
    ({ operation, status, reason }): Gap => ({ operationId: operation.id, status, reason }),
  );
  const unsent = plan.cases
    .filter((made) => !isJudged(made, cases))
    .map(
      (made): Gap => ({ operationId: made.operation.id, status: made.status, reason: reasonOf(made, cases) }),
    );
  return {
    operations: { documented: api.operations.length, judged: judged.length },
    responses: { documented, provoked: provoked.size },
    gaps: [...unprovoked, ...unsent],
  };
}

type Made = Plan['cases'][number];

function keyOf({ operation, status }: Made): string {
  return `${operation.id} ${status}`;
}

function isJudged(made: Made, cases: readonly CaseResult[]): boolean {
  return cases.some((result) => isOf(made, result) && wasJudged(result));
}

function wasJudged({ verdict }: CaseResult): boolean {
  return verdict === 'passed' || verdict === 'failed' || verdict === 'drift' || verdict === 'flaky';
}

function reasonOf(made: Made, cases: readonly CaseResult[]): string {
  return cases.find((result) => isOf(made, result))?.reason ?? 'it was not judged';
}

function isOf(made: Made, { operationId, case: id }: CaseResult): boolean {
  return operationId === made.operation.id && id === made.id;
}
